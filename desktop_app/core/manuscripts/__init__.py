"""Manuscripts: what a teacher hands in, read into words and pictures whatever file it came in."""
