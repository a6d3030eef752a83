"""An article waits for one decision at a time, whatever two programs try at once."""

from typing import Any

# Should an older program have left two open, the newest stays.
CLOSE_OLDER = """
UPDATE "review" SET "closed_at" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE "closed_at" IS NULL AND EXISTS
  (SELECT 1 FROM "review" AS newer WHERE newer."article_id" = "review"."article_id" AND newer."closed_at" IS NULL
   AND newer."id" > "review"."id")
"""
ONE_OPEN = 'CREATE UNIQUE INDEX "review_one_open" ON "review" ("article_id") WHERE "closed_at" IS NULL'
BY_CODE = 'CREATE INDEX "review_code" ON "review" ("code")'


def up(migrator: Any, db: Any) -> None:
    for statement in (CLOSE_OLDER, ONE_OPEN, BY_CODE):
        db.execute_sql(statement)
