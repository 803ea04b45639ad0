"""The store: the journal and the tables derived from it, in one encrypted file."""
