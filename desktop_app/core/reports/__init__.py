"""Papers a school signs: each laid out as the decree on administrative documents asks, ready to print."""
