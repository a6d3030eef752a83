"""Marks of each article's words, by which another that tells the same is found; those there already get theirs."""

from typing import Any

STATEMENTS = (
    """CREATE TABLE "article_mark" (
        "article_id" VARCHAR(36) NOT NULL,
        "mark" INTEGER NOT NULL,
        PRIMARY KEY ("article_id", "mark"),
        FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE
    ) WITHOUT ROWID""",
    'CREATE INDEX "article_mark_mark" ON "article_mark" ("mark")',
    """INSERT INTO "article_mark" ("article_id", "mark")
        SELECT head."article_id", marks."value"
        FROM "article" JOIN "revision" AS head ON head."id" = "article"."head_revision_id",
            json_each(sketch(head."title" || ' ' || head."lead" || ' ' || head."body")) AS marks""",
)


def up(migrator: Any, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
