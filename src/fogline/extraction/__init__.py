"""Stage 3, meaning: who says, who does, what, where, when, how many."""
