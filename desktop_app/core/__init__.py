"""What the school does, one noun a file. Nothing here knows a window."""
