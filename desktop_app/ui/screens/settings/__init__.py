"""Settings on screen: this PC, the school, its people, the offices above it."""
