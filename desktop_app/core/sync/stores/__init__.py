"""Four kinds of places a school's work can go to, each spoken to with the five words of ``sync.store``."""
