"""The list of articles keeps its tabs and orders in a narrow table of its own, so that 100,000 never pause."""

from typing import Any

LINES = """
INSERT INTO "article_line"
SELECT id,
  CASE WHEN state IN ('cancelled', 'taken_down') THEN 'put_away'
       WHEN state = 'approved' AND first_day IS NOT NULL THEN 'published' ELSE state END,
  order_key(title), fold(title), event_date, first_day
FROM "article" LEFT JOIN (
  SELECT article_id, min(coalesce(done_on, substr(recorded_at, 1, 10))) AS first_day FROM "distribution"
  WHERE deleted_at IS NULL AND state IN ('done', 'proved') GROUP BY article_id
) ON article_id = id WHERE deleted_at IS NULL
"""

STATEMENTS = (
    """CREATE TABLE "article_line" (
        "article_id" VARCHAR(36) NOT NULL PRIMARY KEY,
        "tab" TEXT NOT NULL,
        "sort_title" TEXT NOT NULL,
        "folded" TEXT NOT NULL,
        "event_date" DATE,
        "published_on" DATE,
        FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE
    ) WITHOUT ROWID""",
    LINES,
    'CREATE INDEX "article_line_tab_article_id" ON "article_line" ("tab", "article_id")',
    'CREATE INDEX "article_line_tab_sort_title" ON "article_line" ("tab", "sort_title")',
    'CREATE INDEX "article_line_tab_event_date" ON "article_line" ("tab", "event_date")',
    'CREATE INDEX "article_line_tab_published_on" ON "article_line" ("tab", "published_on")',
    'CREATE INDEX "article_author_name" ON "article_author" ("name")',
    'CREATE INDEX "trash_entry_at" ON "trash_entry" ("at")',
)


def up(migrator: Any, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
