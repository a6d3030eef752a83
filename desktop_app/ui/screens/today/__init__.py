"""The first screen and its words."""
