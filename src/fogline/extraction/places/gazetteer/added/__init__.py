"""Places that the user adds: each data set is one SQLite file in the user's data, beside the built-in gazetteer."""
