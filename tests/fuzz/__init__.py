"""Coverage-guided fuzzing of the readers and of the time and amount grammars (atheris)."""
