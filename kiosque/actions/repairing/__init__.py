"""Repair sessions, their objects, and the machines of a fablab."""
