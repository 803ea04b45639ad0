"""A believable village life, simulated: it does what people do, through actions and sync only."""
