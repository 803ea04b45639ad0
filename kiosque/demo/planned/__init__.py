"""What headquarters plans in a demo: what is planned before it begins, and what it does while the days pass."""
