"""The year's plan: read from the paper a school already has, corrected by a person, kept in the records."""
