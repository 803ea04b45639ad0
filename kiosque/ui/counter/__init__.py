"""What visitors see: one question a screen, nobody’s name for the next in line."""
