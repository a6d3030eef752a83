"""The search: what is found, its rows with marked words, the first of them under the box while one types."""
