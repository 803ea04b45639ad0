"""Equipment: placed, lent, seen again."""
