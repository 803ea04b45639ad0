"""What an animator is writing."""

FORM = "form"
"""A property of buttons: true where a choice is part of a form, and does nothing by itself."""
