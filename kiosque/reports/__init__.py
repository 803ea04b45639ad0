"""What is counted and handed on: figures with their definitions, and files that other software reads."""
