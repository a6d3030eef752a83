"""Speed, as ratios measured in one run: `python3 dev.py bench` runs every bench_*.py and keeps their rows.

A benchmark prints table rows `| path | against | ours | theirs | ratio | goal |`; other lines are only shown.
"""
