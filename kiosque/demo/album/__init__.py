"""Pictures of every screen, in both languages and three looks, of a morning that was invented for them."""
