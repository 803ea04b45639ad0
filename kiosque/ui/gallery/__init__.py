"""Every component in every state and look: to be looked at, and compared with what was approved."""
