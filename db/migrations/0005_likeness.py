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
        SELECT newest."article_id", marks."value"
        FROM "revision" AS newest,
            json_each(sketch(newest."title" || ' ' || newest."lead" || ' ' || newest."body")) AS marks
        WHERE newest."number" =
            (SELECT max("number") FROM "revision" WHERE "revision"."article_id" = newest."article_id")""",
)


def up(migrator: Any, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
