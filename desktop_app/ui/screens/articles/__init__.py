"""Articles on screen: the list, the sheet, the way to publication."""
