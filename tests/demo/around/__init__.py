"""Tests of what happens around the visits of a demo."""
