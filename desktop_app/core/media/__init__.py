"""Photos and videos: taken in whole, kept by their hash, shown upright, handed out without what must stay."""
