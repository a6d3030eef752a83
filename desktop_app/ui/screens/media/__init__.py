"""Photos and videos on screen: the grid, the words beside a picture, taking in."""
