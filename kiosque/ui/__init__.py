"""The window of the kiosk: what visitors and animators see and touch."""
