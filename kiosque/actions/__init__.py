"""What people do, and what their screens read."""
