"""Visitors: arriving and leaving, who they are, with whom they live, and being forgotten."""
