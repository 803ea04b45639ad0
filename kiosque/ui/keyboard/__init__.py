"""A keyboard on the screen, for fingers: AZERTY with its accents, a pad for numbers, the signs of a card's code."""
