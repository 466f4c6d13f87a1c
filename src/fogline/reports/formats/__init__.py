"""The formats in which reports come: each with a reader, which runs in a process apart."""
