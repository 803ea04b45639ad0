"""The migrations: dated, each up and down, importing nothing of the program."""
