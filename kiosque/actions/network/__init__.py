"""The network as headquarters sets it up: antennas, animators, partners, programmes, keys."""
