"""Questions to the records, a file for each room; answers are plain rows, fully loaded."""
