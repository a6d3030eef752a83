"""Papers are issued: numbers from registers, who signed as what, who gets them; roles may name their body and post."""

from typing import Any

_RECORD = """
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
"""

STATEMENTS = (
    'ALTER TABLE "report" ADD COLUMN "signer_id" VARCHAR(36) REFERENCES "person" ("id") ON DELETE RESTRICT',
    'ALTER TABLE "report" ADD COLUMN "signer_name" TEXT NOT NULL DEFAULT \'\'',
    'ALTER TABLE "report" ADD COLUMN "signer_posts" TEXT NOT NULL DEFAULT \'[]\'',
    'ALTER TABLE "report" ADD COLUMN "pdf_sha256" TEXT NOT NULL DEFAULT \'\'',
    'ALTER TABLE "report" ADD COLUMN "word_sha256" TEXT NOT NULL DEFAULT \'\'',
    'ALTER TABLE "report" ADD COLUMN "issued_at" TEXT',
    'ALTER TABLE "report" ADD COLUMN "sent_at" TEXT',
    'ALTER TABLE "report" ADD COLUMN "confirmed_at" TEXT',
    'ALTER TABLE "report" ADD COLUMN "withdrawn_at" TEXT',
    'ALTER TABLE "report" ADD COLUMN "withdrawn_why" TEXT NOT NULL DEFAULT \'\'',
    'CREATE INDEX "report_signer_id" ON "report" ("signer_id")',
    'ALTER TABLE "report_recipient" ADD COLUMN "place" TEXT NOT NULL DEFAULT \'copy\'',
    'ALTER TABLE "role_assignment" ADD COLUMN "on_behalf_of" TEXT NOT NULL DEFAULT \'\'',
    'ALTER TABLE "role_assignment" ADD COLUMN "post" TEXT NOT NULL DEFAULT \'\'',
    f"""CREATE TABLE "register_start" ({_RECORD}
        "register" TEXT NOT NULL,
        "year" INTEGER NOT NULL,
        "first" INTEGER NOT NULL,
        "by_name" TEXT NOT NULL
    )""",
    f"""CREATE TABLE "register_entry" ({_RECORD}
        "register" TEXT NOT NULL,
        "year" INTEGER NOT NULL,
        "number" INTEGER NOT NULL,
        "kind" TEXT NOT NULL,
        "day" DATE,
        "about" TEXT NOT NULL,
        "report_id" VARCHAR(36),
        "state" TEXT NOT NULL,
        "by_name" TEXT NOT NULL,
        FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE RESTRICT
    )""",
    'CREATE INDEX "register_entry_report_id" ON "register_entry" ("report_id")',
    'CREATE INDEX "register_entry_register_year_number" ON "register_entry" ("register", "year", "number")',
    f"""CREATE TABLE "recipient_line" ({_RECORD}
        "kind" TEXT NOT NULL,
        "place" TEXT NOT NULL,
        "authority_id" VARCHAR(36),
        "text" TEXT NOT NULL,
        "sort" INTEGER NOT NULL,
        "valid_from" DATE,
        "valid_to" DATE,
        FOREIGN KEY ("authority_id") REFERENCES "authority" ("id") ON DELETE RESTRICT
    )""",
    'CREATE INDEX "recipient_line_authority_id" ON "recipient_line" ("authority_id")',
    'CREATE INDEX "recipient_line_kind_place" ON "recipient_line" ("kind", "place")',
)


def up(migrator: Any, db: Any) -> None:
    for statement in STATEMENTS:
        db.execute_sql(statement)
