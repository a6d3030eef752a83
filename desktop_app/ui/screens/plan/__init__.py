"""The plan on screen: its topics and clauses, its questions, the wizard that takes one in."""
