"""Opening and closing: permanences, who holds them, the planned hours, wrong clocks."""
