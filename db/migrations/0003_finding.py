"""Finding anew: the words as written beside an index of their folded form, with prefixes ready for words half typed.

Measured over 100,000 articles of 60 words on a busy machine (first page, p95): no prefixes 108 ms and 6 MB of index;
prefixes of 1 to 4 letters 30 ms, 18 MB; of 1 to 6 letters 11 ms, 19 MB. With the places of words kept too
(detail=full) 7 ms but 97 MB, and nothing here asks for places. The index keeps no text of its own: ``search_words``
holds the words once, as written, and ``search_folded`` is how the index sees them. ``search_entry`` stays narrow, so
that counting by kind reads few pages.
"""

from typing import Any

STATEMENTS = (
    'DROP TABLE "search_text"',
    'ALTER TABLE "search_entry" ADD COLUMN "of_id" TEXT NOT NULL DEFAULT \'\'',
    'ALTER TABLE "search_entry" ADD COLUMN "trashed" INTEGER NOT NULL DEFAULT 0',
    """CREATE TABLE "search_words" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "title" TEXT NOT NULL,
        "body" TEXT NOT NULL,
        FOREIGN KEY ("id") REFERENCES "search_entry" ("id") ON DELETE CASCADE
    )""",
    """CREATE VIEW "search_folded" AS
        SELECT "id", fold("title") AS "title", fold("body") AS "body" FROM "search_words\"""",
    """CREATE VIRTUAL TABLE "search_text" USING fts5(
        title, body, content = 'search_folded', content_rowid = 'id', prefix = '1 2 3 4 5 6', columnsize = 0,
        detail = none, tokenize = 'unicode61 remove_diacritics 2')""",
)

FILLING = (
    """INSERT INTO "search_entry" ("kind", "record_id", "happened", "title", "of_id")
        SELECT 'comment', "id", "at", "text", "article_id" FROM "comment" ORDER BY "id\"""",
    """UPDATE "search_entry" SET "of_id" =
        coalesce((SELECT "topic_id" FROM "topic_item" WHERE "id" = "record_id"), "record_id") WHERE "of_id" = ''""",
    *(
        f'UPDATE "search_entry" SET "trashed" = 1 WHERE "record_id" IN '
        f'(SELECT "id" FROM "{table}" WHERE "deleted_at" IS NOT NULL)'
        for table in ("article", "media_asset", "topic", "topic_item", "plan_clause", "opinion_item", "press_contact")
    ),
    """INSERT INTO "search_words" SELECT "entry"."id", "entry"."title", coalesce(
        (SELECT "lead" || char(10) || "body" || char(10) || coalesce(
            (SELECT group_concat("name", ', ') FROM "article_author" WHERE "article_id" = "record_id"), '')
            || char(10) || coalesce((SELECT "topic"."title" FROM "article" JOIN "topic" ON "topic"."id" = "topic_id"
                WHERE "article"."id" = "record_id"), '')
            FROM "revision" WHERE "article_id" = "record_id" ORDER BY "number" DESC LIMIT 1),
        (SELECT "activity" || char(10) || "credit" || char(10) || "original_name" FROM "media_asset"
            WHERE "id" = "record_id"),
        (SELECT "code" FROM "topic" WHERE "id" = "record_id"),
        (SELECT "heading" FROM "plan_clause" WHERE "id" = "record_id"),
        (SELECT "summary" || char(10) || "outcome" FROM "opinion_item" WHERE "id" = "record_id"),
        (SELECT "person" || char(10) || "phone" || char(10) || "email" FROM "press_contact" WHERE "id" = "record_id"),
        (SELECT "by_name" FROM "comment" WHERE "id" = "record_id"),
        '') FROM "search_entry" AS "entry\"""",
    'INSERT INTO "search_text" ("search_text") VALUES (\'rebuild\')',
)


def up(migrator: Any, db: Any) -> None:
    """The index can be dropped and filled again at any time: all it knows stands in the records."""
    for (name,) in db.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute_sql(f'DROP TRIGGER "{name}"')  # the old ones speak of the old table; opening lays them anew
    db.pragma("user_version", 0)
    for statement in (*STATEMENTS, *FILLING):
        db.execute_sql(statement)
