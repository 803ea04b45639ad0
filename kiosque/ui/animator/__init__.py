"""What animators see: the desk of the permanence."""
