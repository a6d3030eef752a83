"""Every paper the school prints, measured in its finished PDF and drawn beside the decree's own layout."""
