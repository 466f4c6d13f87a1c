"""Work in a process apart."""
