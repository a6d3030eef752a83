"""The window and everything in it. Only here is Tk; everything below works without a screen."""
