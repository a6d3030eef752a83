"""The first start: five pages from an empty home to the first month."""
