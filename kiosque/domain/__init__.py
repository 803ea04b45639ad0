"""The words and the rules of a village space: pure, no input or output."""
