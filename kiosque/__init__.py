"""Kiosque: the log of a village space, kept on its own PC and shared when the line is there."""
