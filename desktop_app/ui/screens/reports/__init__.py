"""Reports on screen: the paper as it will be printed, the way to a stick."""
