"""The first start of a PC: who it is, who opens it, and the exercise."""
