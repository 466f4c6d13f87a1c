"""Stage 6: conclusions that follow from the records and can be rebuilt: copies, incidents, relations, control."""
