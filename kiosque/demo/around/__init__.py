"""What happens around the visits of a demo, now and then; one idea a module, through actions only."""
