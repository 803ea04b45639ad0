"""The composition roots: the only modules that know who is plugged where."""
