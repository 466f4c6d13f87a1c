"""Trains the reader, the small network of `fogline.extraction.events.reader`. Needs the extra `train`."""
