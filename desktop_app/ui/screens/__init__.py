"""One file a screen, in the order of the rail. Screens never import each other: they call ``show``."""
