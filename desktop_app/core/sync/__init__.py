"""How work leaves the school and arrives once, over whatever line there is."""
