"""The authority's side: what thousands of schools sent, read from their stores, counted and told."""
