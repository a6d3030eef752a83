"""Where each article stands in the list, kept by the file itself: its tab, its place in every order we sort by.

A line is a few short words beside the article, so that a page of any tab, in any order, however deep, comes from one
narrow index. Made on this PC from the records, never synced. What lies in the trash has no line.
"""

from __future__ import annotations

STANDING = "('done', 'proved')"
"""States of a publication that is out (desktop_app.core.distribution_rules.STANDING)."""

LINE_OF = f"""
SELECT id,
  CASE WHEN state IN ('cancelled', 'taken_down') THEN 'put_away'
       WHEN state = 'approved' AND published_on IS NOT NULL THEN 'published' ELSE state END,
  order_key(title), fold(title), event_date, published_on
FROM (SELECT article.*, (SELECT min(coalesce(done_on, substr(recorded_at, 1, 10))) FROM distribution
        WHERE article_id = article.id AND distribution.deleted_at IS NULL
          AND distribution.state IN {STANDING}) AS published_on
      FROM article)
WHERE deleted_at IS NULL
"""
"""The lines as they should be, in the order of the table's columns."""

_LINE = f"INSERT INTO article_line {LINE_OF} AND id = {{id}};"
_ANEW = f"DELETE FROM article_line WHERE article_id = {{id}}; {_LINE}"

LINE_TRIGGERS = [
    f"CREATE TRIGGER article_lined AFTER INSERT ON article BEGIN {_LINE.format(id='NEW.id')} END",
    "CREATE TRIGGER article_relined AFTER UPDATE OF title, state, event_date, deleted_at ON article "
    "WHEN NEW.title IS NOT OLD.title OR NEW.state IS NOT OLD.state OR NEW.event_date IS NOT OLD.event_date "
    f"OR NEW.deleted_at IS NOT OLD.deleted_at BEGIN {_ANEW.format(id='NEW.id')} END",
    "CREATE TRIGGER distribution_lined AFTER INSERT ON distribution WHEN NEW.article_id IS NOT NULL "
    f"BEGIN {_ANEW.format(id='NEW.article_id')} END",
    "CREATE TRIGGER distribution_relined AFTER UPDATE OF state, done_on, deleted_at, article_id ON distribution "
    f"WHEN NEW.article_id IS NOT NULL BEGIN {_ANEW.format(id='NEW.article_id')} END",
    "CREATE TRIGGER distribution_unlined AFTER DELETE ON distribution WHEN OLD.article_id IS NOT NULL "
    f"BEGIN {_ANEW.format(id='OLD.article_id')} END",
]
