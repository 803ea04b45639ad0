"""Places to work at: taken, booked, paid for by a pass."""
