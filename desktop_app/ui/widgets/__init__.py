"""Pieces used by two screens or more; each knows how it looks and nothing of the school."""
