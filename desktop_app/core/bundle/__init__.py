"""A report packed for the authority: a folder that any PC can open and prove whole (BagIt 1.0, RFC 8493)."""
