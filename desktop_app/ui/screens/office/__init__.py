"""The authority's room: all its schools, month by month."""
