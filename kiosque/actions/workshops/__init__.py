"""Workshops: planned, changed, registered at, attended, wished for."""
