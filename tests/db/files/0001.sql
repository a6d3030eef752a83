-- A school's file as the first release left it: opened by every later one.
BEGIN TRANSACTION;
CREATE TABLE "advice" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "text" TEXT NOT NULL,
    "authority_id" VARCHAR(36),
    "proposed_on" DATE,
    "state" TEXT NOT NULL,
    FOREIGN KEY ("authority_id") REFERENCES "authority" ("id") ON DELETE RESTRICT
);
CREATE TABLE "advice_opinion" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "advice_id" VARCHAR(36) NOT NULL,
    "opinion_id" VARCHAR(36) NOT NULL,
    FOREIGN KEY ("advice_id") REFERENCES "advice" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("opinion_id") REFERENCES "opinion_item" ("id") ON DELETE CASCADE
);
CREATE TABLE "article" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "plan_id" VARCHAR(36),
    "title" TEXT NOT NULL,
    "topic_id" VARCHAR(36),
    "unit_id" VARCHAR(36),
    "task_id" VARCHAR(36),
    "event_date" DATE,
    "kind" TEXT NOT NULL,
    "subjects" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_reason" TEXT NOT NULL,
    "head_revision_id" TEXT,
    "source_name" TEXT NOT NULL,
    "credited_month" TEXT,
    "credited_reason" TEXT NOT NULL,
    FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE RESTRICT
);
INSERT INTO "article" VALUES('01a2066f-365e-754a-b9f1-e910d09dbd1d',1,'2026-11-23T03:24:41.438Z',NULL,NULL,'Lễ khai giảng',NULL,NULL,NULL,NULL,'tin_bai','','writing','',NULL,'',NULL,'');
CREATE TABLE "article_author" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "article_id" VARCHAR(36) NOT NULL,
    "person_id" VARCHAR(36),
    "name" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,
    FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);
CREATE TABLE "article_topic" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "article_id" VARCHAR(36) NOT NULL,
    "topic_id" VARCHAR(36) NOT NULL,
    FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE CASCADE
);
CREATE TABLE "audit_event" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "at" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "table_name" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "facts" TEXT NOT NULL
);
CREATE TABLE "authority" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "name" TEXT NOT NULL,
    "letterhead" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "is_parent" INTEGER NOT NULL,
    "is_report_recipient" INTEGER NOT NULL
);
CREATE TABLE "bundle" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "report_id" VARCHAR(36) NOT NULL,
    "name" TEXT NOT NULL,
    "written_to" TEXT NOT NULL,
    "files" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "manifest_sha256" TEXT NOT NULL,
    "written_at" TEXT NOT NULL,
    "verified_at" TEXT,
    FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE RESTRICT
);
CREATE TABLE "channel" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "is_official" INTEGER NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "sort" INTEGER NOT NULL
);
CREATE TABLE "checklist_item" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "plan_id" VARCHAR(36) NOT NULL,
    "month" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "done_by" TEXT NOT NULL,
    "done_at" TEXT,
    "note" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,
    FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE CASCADE
);
CREATE TABLE "comment" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "article_id" VARCHAR(36) NOT NULL,
    "revision_id" VARCHAR(36),
    "range_start" INTEGER,
    "range_end" INTEGER,
    "text" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "resolved_at" TEXT,
    FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("revision_id") REFERENCES "revision" ("id") ON DELETE CASCADE
);
CREATE TABLE "consent" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "subject" TEXT NOT NULL,
    "birth_date" DATE,
    "class_name" TEXT NOT NULL,
    "is_child" INTEGER NOT NULL,
    "guardian_name" TEXT NOT NULL,
    "guardian_ok" INTEGER NOT NULL,
    "child_ok" INTEGER NOT NULL,
    "channels" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "given_on" DATE,
    "expires_on" DATE,
    "withdrawn_on" DATE,
    "form_place" TEXT NOT NULL,
    "scan_sha256" TEXT NOT NULL
);
CREATE TABLE "consent_asset" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "consent_id" VARCHAR(36) NOT NULL,
    "asset_id" VARCHAR(36) NOT NULL,
    FOREIGN KEY ("consent_id") REFERENCES "consent" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("asset_id") REFERENCES "media_asset" ("id") ON DELETE CASCADE
);
CREATE TABLE "decision" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "article_id" VARCHAR(36) NOT NULL,
    "revision_id" VARCHAR(36) NOT NULL,
    "verdict" TEXT NOT NULL,
    "decided_by_id" VARCHAR(36),
    "decided_by_name" TEXT NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "scan_sha256" TEXT NOT NULL,
    "reason_codes" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "self_approved" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("revision_id") REFERENCES "revision" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);
CREATE TABLE "delegation" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "giver_id" VARCHAR(36) NOT NULL,
    "taker_id" VARCHAR(36) NOT NULL,
    "powers" TEXT NOT NULL,
    "document_id" VARCHAR(36),
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    FOREIGN KEY ("giver_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("taker_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("document_id") REFERENCES "document" ("id") ON DELETE RESTRICT
);
CREATE TABLE "distribution" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "article_id" VARCHAR(36),
    "asset_id" VARCHAR(36),
    "revision_id" VARCHAR(36),
    "channel_id" VARCHAR(36) NOT NULL,
    "planned_on" DATE,
    "done_on" DATE,
    "by_name" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("asset_id") REFERENCES "media_asset" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("revision_id") REFERENCES "revision" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("channel_id") REFERENCES "channel" ("id") ON DELETE RESTRICT
);
CREATE TABLE "document" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "number" TEXT NOT NULL,
    "issued_on" DATE,
    "issuer" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "file_path" TEXT NOT NULL
);
CREATE TABLE "evidence" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "distribution_id" VARCHAR(36) NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "file_path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "captured_at" TEXT NOT NULL,
    FOREIGN KEY ("distribution_id") REFERENCES "distribution" ("id") ON DELETE CASCADE
);
CREATE TABLE "fee" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "plan_id" VARCHAR(36) NOT NULL,
    "product" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE CASCADE
);
CREATE TABLE "field_assignment" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "topic_id" VARCHAR(36) NOT NULL,
    "unit_id" VARCHAR(36),
    "person_id" VARCHAR(36),
    "valid_from" DATE,
    "valid_to" DATE,
    FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
);
CREATE TABLE "import_roll" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "source" TEXT NOT NULL,
    "started_at" TEXT NOT NULL,
    "ended_at" TEXT,
    "seen" INTEGER NOT NULL,
    "imported" INTEGER NOT NULL,
    "known" INTEGER NOT NULL,
    "similar" INTEGER NOT NULL,
    "failed" TEXT NOT NULL
);
CREATE TABLE "incident" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "title" TEXT NOT NULL,
    "detected_at" TEXT NOT NULL,
    "verified_at" TEXT,
    "severity" INTEGER NOT NULL,
    "facts" TEXT NOT NULL,
    "is_misinformation" INTEGER NOT NULL,
    "commander_id" VARCHAR(36),
    "first_facts_due" TEXT,
    "lessons" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    FOREIGN KEY ("commander_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);
CREATE TABLE "incident_action" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "incident_id" VARCHAR(36) NOT NULL,
    "text" TEXT NOT NULL,
    "owner_id" VARCHAR(36),
    "due_at" TEXT,
    "done_at" TEXT,
    "sort" INTEGER NOT NULL,
    FOREIGN KEY ("incident_id") REFERENCES "incident" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("owner_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);
CREATE TABLE "incident_opinion" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "incident_id" VARCHAR(36) NOT NULL,
    "opinion_id" VARCHAR(36) NOT NULL,
    FOREIGN KEY ("incident_id") REFERENCES "incident" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("opinion_id") REFERENCES "opinion_item" ("id") ON DELETE CASCADE
);
CREATE TABLE "media_asset" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "plan_id" VARCHAR(36),
    "roll_id" VARCHAR(36),
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "original_path" TEXT NOT NULL,
    "original_name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "duration_ms" INTEGER,
    "orientation" INTEGER NOT NULL,
    "phash" TEXT NOT NULL,
    "taken_at" TEXT,
    "taken_source" TEXT NOT NULL,
    "has_gps" INTEGER NOT NULL,
    "camera" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "caption" TEXT NOT NULL,
    "credit" TEXT NOT NULL,
    "activity" TEXT NOT NULL,
    "topic_id" VARCHAR(36),
    "people" TEXT NOT NULL,
    "purpose_archive" INTEGER NOT NULL,
    "quality" TEXT NOT NULL,
    "review" TEXT NOT NULL,
    "review_reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "burst_of_id" VARCHAR(36),
    "derived_from_id" VARCHAR(36),
    "credited_month" TEXT,
    "credited_reason" TEXT NOT NULL,
    FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("roll_id") REFERENCES "import_roll" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("burst_of_id") REFERENCES "media_asset" ("id") ON DELETE SET NULL,
    FOREIGN KEY ("derived_from_id") REFERENCES "media_asset" ("id") ON DELETE SET NULL
);
CREATE TABLE "membership" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "person_id" VARCHAR(36) NOT NULL,
    "unit_id" VARCHAR(36) NOT NULL,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE CASCADE
);
CREATE TABLE "month_ledger" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "plan_id" VARCHAR(36) NOT NULL,
    "month" TEXT NOT NULL,
    "unit_id" VARCHAR(36),
    "exempt_reason" TEXT NOT NULL,
    "exempt_by" TEXT NOT NULL,
    "article_met_on" DATE,
    "material_met_on" DATE,
    "closed_by" TEXT NOT NULL,
    "closed_at" TEXT,
    "frozen" TEXT,
    FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "opinion_event" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "opinion_id" VARCHAR(36) NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    FOREIGN KEY ("opinion_id") REFERENCES "opinion_item" ("id") ON DELETE CASCADE
);
CREATE TABLE "opinion_item" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "received_at" TEXT NOT NULL,
    "source_group" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "original_text" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "topic_id" VARCHAR(36),
    "sentiment" TEXT NOT NULL,
    "severity" INTEGER NOT NULL,
    "is_private" INTEGER NOT NULL,
    "duplicate_of_id" VARCHAR(36),
    "handler_id" VARCHAR(36),
    "due_on" DATE,
    "waiting_until" DATE,
    "late_since" DATE,
    "state" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("duplicate_of_id") REFERENCES "opinion_item" ("id") ON DELETE SET NULL,
    FOREIGN KEY ("handler_id") REFERENCES "person" ("id") ON DELETE RESTRICT
);
CREATE TABLE "outbox" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "event_id" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL
);
CREATE TABLE "person" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "name" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "is_active" INTEGER NOT NULL,
    "pin_hash" TEXT NOT NULL
);
CREATE TABLE "plan" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "title" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "signed_on" DATE,
    "year_label" TEXT NOT NULL,
    "school_year_label" TEXT NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "quota_from" TEXT NOT NULL,
    "basis_document_id" VARCHAR(36),
    "source_text" TEXT NOT NULL,
    "source_sha256" TEXT NOT NULL,
    "source_name" TEXT NOT NULL,
    "corrections" TEXT NOT NULL,
    "questions" TEXT NOT NULL,
    "prepared_by" TEXT NOT NULL,
    "signed_by" TEXT NOT NULL,
    "signed_post" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "count_rule" TEXT NOT NULL,
    "record_grace_days" INTEGER NOT NULL,
    "month_starts_on" INTEGER NOT NULL,
    "report_cycle" TEXT NOT NULL,
    "supersedes_id" VARCHAR(36),
    FOREIGN KEY ("basis_document_id") REFERENCES "document" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("supersedes_id") REFERENCES "plan" ("id") ON DELETE SET NULL
);
CREATE TABLE "plan_clause" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "plan_id" VARCHAR(36) NOT NULL,
    "path" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,
    FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE CASCADE
);
CREATE TABLE "press_contact" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "agency" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT NOT NULL
);
CREATE TABLE "press_interaction" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "contact_id" VARCHAR(36) NOT NULL,
    "incident_id" VARCHAR(36),
    "happened_on" DATE NOT NULL,
    "asked" TEXT NOT NULL,
    "given" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "result_url" TEXT NOT NULL,
    FOREIGN KEY ("contact_id") REFERENCES "press_contact" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("incident_id") REFERENCES "incident" ("id") ON DELETE RESTRICT
);
CREATE TABLE "press_statement" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "incident_id" VARCHAR(36),
    "text" TEXT NOT NULL,
    "spokesperson_id" VARCHAR(36),
    "approved_revision_id" VARCHAR(36),
    "state" TEXT NOT NULL,
    "provided_at" TEXT,
    "provided_to" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    FOREIGN KEY ("incident_id") REFERENCES "incident" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("spokesperson_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("approved_revision_id") REFERENCES "revision" ("id") ON DELETE RESTRICT
);
CREATE TABLE "quota" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "plan_id" VARCHAR(36) NOT NULL,
    "scope" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "minimum" INTEGER NOT NULL,
    "maximum" INTEGER,
    "per" TEXT NOT NULL,
    "deadline" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,
    FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE CASCADE
);
CREATE TABLE "report" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "plan_id" VARCHAR(36) NOT NULL,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "number" INTEGER,
    "signed_on" DATE,
    "edition" INTEGER NOT NULL,
    "sections" TEXT NOT NULL,
    "numbers" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "scan_sha256" TEXT NOT NULL,
    FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE RESTRICT
);
CREATE TABLE "report_recipient" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "report_id" VARCHAR(36) NOT NULL,
    "authority_id" VARCHAR(36),
    "text" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,
    FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("authority_id") REFERENCES "authority" ("id") ON DELETE RESTRICT
);
CREATE TABLE "review" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "article_id" VARCHAR(36) NOT NULL,
    "revision_id" VARCHAR(36) NOT NULL,
    "note" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "opened_at" TEXT NOT NULL,
    "closed_at" TEXT,
    "code" TEXT NOT NULL,
    FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("revision_id") REFERENCES "revision" ("id") ON DELETE RESTRICT
);
CREATE TABLE "revision" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "article_id" VARCHAR(36) NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE
);
INSERT INTO "revision" VALUES('01a2066f-365f-71a7-8226-329bef256a25',1,'2026-11-23T03:24:41.439Z',NULL,'01a2066f-365e-754a-b9f1-e910d09dbd1d',1,'Lễ khai giảng','','Sáng 05/9, thầy và trò…','0000000000000000000000000000000000000000000000000000000000000000','','2026-11-23T03:24:41.439Z','save');
CREATE TABLE "risk_note" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "risk" TEXT NOT NULL,
    "sign" TEXT NOT NULL,
    "prevention" TEXT NOT NULL,
    "owner_id" VARCHAR(36),
    "next_review" DATE,
    "document_id" VARCHAR(36),
    FOREIGN KEY ("owner_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("document_id") REFERENCES "document" ("id") ON DELETE RESTRICT
);
CREATE TABLE "role_assignment" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "person_id" VARCHAR(36) NOT NULL,
    "role" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
);
CREATE TABLE "role_duty" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "plan_id" VARCHAR(36) NOT NULL,
    "role_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,
    FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE CASCADE
);
CREATE TABLE "savepoint" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "article_id" VARCHAR(36) NOT NULL,
    "title" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE
);
CREATE TABLE "schema_migration" ("id" INTEGER NOT NULL PRIMARY KEY, "name" VARCHAR(255) NOT NULL, "applied" DATETIME NOT NULL);
INSERT INTO "schema_migration" VALUES(1,'0001_first_records','2026-11-23 03:24:41.427230');
CREATE TABLE "school" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "website" TEXT NOT NULL,
    "fanpage" TEXT NOT NULL,
    "is_sample" INTEGER NOT NULL
);
INSERT INTO "school" VALUES('01a2066f-365d-7c1b-b903-bc0932d7579d',1,'2026-11-23T03:24:41.437Z',NULL,'Trường PTDTBT Tiểu học mẫu','THM','Bản Mẫu','','','','',1);
CREATE TABLE "score" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "plan_id" VARCHAR(36) NOT NULL,
    "product" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "points" DECIMAL(8, 2) NOT NULL,
    FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE CASCADE
);
CREATE TABLE "search_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "record_id" TEXT NOT NULL UNIQUE,
    "happened" TEXT,
    "title" TEXT NOT NULL
);
INSERT INTO "search_entry" VALUES(1,'article','01a2066f-365e-754a-b9f1-e910d09dbd1d',NULL,'Lễ khai giảng');
CREATE VIRTUAL TABLE "search_text" USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO "search_text" VALUES('le khai giang','sang 05/9, thay va tro…');
CREATE TABLE "task" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "plan_id" VARCHAR(36) NOT NULL,
    "title" TEXT NOT NULL,
    "topic_id" VARCHAR(36),
    "event_date" DATE,
    "due_date" DATE,
    "assignee_id" VARCHAR(36),
    "wants" TEXT NOT NULL,
    "channels" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "basis_document_id" VARCHAR(36),
    FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("assignee_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("basis_document_id") REFERENCES "document" ("id") ON DELETE RESTRICT
);
CREATE TABLE "topic" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "plan_id" VARCHAR(36) NOT NULL,
    "code" TEXT NOT NULL,
    "printed_no" TEXT,
    "title" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,
    "window_start" DATE,
    "window_end" DATE,
    "owner_id" VARCHAR(36),
    FOREIGN KEY ("plan_id") REFERENCES "plan" ("id") ON DELETE CASCADE,
    FOREIGN KEY ("owner_id") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE TABLE "topic_item" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "topic_id" VARCHAR(36) NOT NULL,
    "text" TEXT NOT NULL,
    "had_dash" INTEGER NOT NULL,
    "sort" INTEGER NOT NULL,
    FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE CASCADE
);
CREATE TABLE "trash_entry" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "table_name" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TEXT NOT NULL
);
CREATE TABLE "unit" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sort" INTEGER NOT NULL
);
CREATE TABLE "usage" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "deleted_at" TEXT,
    "asset_id" VARCHAR(36) NOT NULL,
    "article_id" VARCHAR(36),
    "distribution_id" TEXT,
    "report_id" TEXT,
    "caption" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,
    FOREIGN KEY ("asset_id") REFERENCES "media_asset" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "schema_migration_name" ON "schema_migration" ("name");
CREATE INDEX "advice_authority_id" ON "advice" ("authority_id");
CREATE INDEX "plan_basis_document_id" ON "plan" ("basis_document_id");
CREATE INDEX "plan_supersedes_id" ON "plan" ("supersedes_id");
CREATE INDEX "topic_plan_id" ON "topic" ("plan_id");
CREATE INDEX "topic_owner_id" ON "topic" ("owner_id");
CREATE UNIQUE INDEX "topic_plan_id_code" ON "topic" ("plan_id", "code");
CREATE INDEX "opinion_item_topic_id" ON "opinion_item" ("topic_id");
CREATE INDEX "opinion_item_duplicate_of_id" ON "opinion_item" ("duplicate_of_id");
CREATE INDEX "opinion_item_handler_id" ON "opinion_item" ("handler_id");
CREATE INDEX "advice_opinion_advice_id" ON "advice_opinion" ("advice_id");
CREATE INDEX "advice_opinion_opinion_id" ON "advice_opinion" ("opinion_id");
CREATE INDEX "task_plan_id" ON "task" ("plan_id");
CREATE INDEX "task_topic_id" ON "task" ("topic_id");
CREATE INDEX "task_assignee_id" ON "task" ("assignee_id");
CREATE INDEX "task_basis_document_id" ON "task" ("basis_document_id");
CREATE INDEX "article_plan_id" ON "article" ("plan_id");
CREATE INDEX "article_topic_id" ON "article" ("topic_id");
CREATE INDEX "article_unit_id" ON "article" ("unit_id");
CREATE INDEX "article_task_id" ON "article" ("task_id");
CREATE INDEX "article_state" ON "article" ("state");
CREATE INDEX "article_author_article_id" ON "article_author" ("article_id");
CREATE INDEX "article_author_person_id" ON "article_author" ("person_id");
CREATE INDEX "article_topic_article_id" ON "article_topic" ("article_id");
CREATE INDEX "article_topic_topic_id" ON "article_topic" ("topic_id");
CREATE INDEX "audit_event_at" ON "audit_event" ("at");
CREATE INDEX "report_plan_id" ON "report" ("plan_id");
CREATE UNIQUE INDEX "report_plan_id_kind_period_edition" ON "report" ("plan_id", "kind", "period", "edition");
CREATE INDEX "bundle_report_id" ON "bundle" ("report_id");
CREATE INDEX "checklist_item_plan_id" ON "checklist_item" ("plan_id");
CREATE INDEX "revision_article_id" ON "revision" ("article_id");
CREATE UNIQUE INDEX "revision_article_id_number" ON "revision" ("article_id", "number");
CREATE INDEX "comment_article_id" ON "comment" ("article_id");
CREATE INDEX "comment_revision_id" ON "comment" ("revision_id");
CREATE INDEX "media_asset_plan_id" ON "media_asset" ("plan_id");
CREATE INDEX "media_asset_roll_id" ON "media_asset" ("roll_id");
CREATE UNIQUE INDEX "media_asset_sha256" ON "media_asset" ("sha256");
CREATE INDEX "media_asset_topic_id" ON "media_asset" ("topic_id");
CREATE INDEX "media_asset_review" ON "media_asset" ("review");
CREATE INDEX "media_asset_burst_of_id" ON "media_asset" ("burst_of_id");
CREATE INDEX "media_asset_derived_from_id" ON "media_asset" ("derived_from_id");
CREATE INDEX "consent_asset_consent_id" ON "consent_asset" ("consent_id");
CREATE INDEX "consent_asset_asset_id" ON "consent_asset" ("asset_id");
CREATE UNIQUE INDEX "consent_asset_consent_id_asset_id" ON "consent_asset" ("consent_id", "asset_id");
CREATE INDEX "decision_article_id" ON "decision" ("article_id");
CREATE INDEX "decision_revision_id" ON "decision" ("revision_id");
CREATE INDEX "decision_decided_by_id" ON "decision" ("decided_by_id");
CREATE INDEX "delegation_giver_id" ON "delegation" ("giver_id");
CREATE INDEX "delegation_taker_id" ON "delegation" ("taker_id");
CREATE INDEX "delegation_document_id" ON "delegation" ("document_id");
CREATE INDEX "distribution_article_id" ON "distribution" ("article_id");
CREATE INDEX "distribution_asset_id" ON "distribution" ("asset_id");
CREATE INDEX "distribution_revision_id" ON "distribution" ("revision_id");
CREATE INDEX "distribution_channel_id" ON "distribution" ("channel_id");
CREATE INDEX "distribution_done_on" ON "distribution" ("done_on");
CREATE INDEX "evidence_distribution_id" ON "evidence" ("distribution_id");
CREATE INDEX "fee_plan_id" ON "fee" ("plan_id");
CREATE INDEX "field_assignment_topic_id" ON "field_assignment" ("topic_id");
CREATE INDEX "field_assignment_unit_id" ON "field_assignment" ("unit_id");
CREATE INDEX "field_assignment_person_id" ON "field_assignment" ("person_id");
CREATE INDEX "incident_commander_id" ON "incident" ("commander_id");
CREATE INDEX "incident_action_incident_id" ON "incident_action" ("incident_id");
CREATE INDEX "incident_action_owner_id" ON "incident_action" ("owner_id");
CREATE INDEX "incident_opinion_incident_id" ON "incident_opinion" ("incident_id");
CREATE INDEX "incident_opinion_opinion_id" ON "incident_opinion" ("opinion_id");
CREATE INDEX "membership_person_id" ON "membership" ("person_id");
CREATE INDEX "membership_unit_id" ON "membership" ("unit_id");
CREATE UNIQUE INDEX "membership_person_id_unit_id" ON "membership" ("person_id", "unit_id");
CREATE INDEX "month_ledger_plan_id" ON "month_ledger" ("plan_id");
CREATE INDEX "month_ledger_unit_id" ON "month_ledger" ("unit_id");
CREATE UNIQUE INDEX "month_ledger_plan_id_month_unit_id" ON "month_ledger" ("plan_id", "month", "unit_id");
CREATE INDEX "opinion_event_opinion_id" ON "opinion_event" ("opinion_id");
CREATE UNIQUE INDEX "outbox_event_id" ON "outbox" ("event_id");
CREATE INDEX "outbox_state" ON "outbox" ("state");
CREATE INDEX "plan_clause_plan_id" ON "plan_clause" ("plan_id");
CREATE INDEX "press_interaction_contact_id" ON "press_interaction" ("contact_id");
CREATE INDEX "press_interaction_incident_id" ON "press_interaction" ("incident_id");
CREATE INDEX "press_statement_incident_id" ON "press_statement" ("incident_id");
CREATE INDEX "press_statement_spokesperson_id" ON "press_statement" ("spokesperson_id");
CREATE INDEX "press_statement_approved_revision_id" ON "press_statement" ("approved_revision_id");
CREATE INDEX "quota_plan_id" ON "quota" ("plan_id");
CREATE INDEX "report_recipient_report_id" ON "report_recipient" ("report_id");
CREATE INDEX "report_recipient_authority_id" ON "report_recipient" ("authority_id");
CREATE INDEX "review_article_id" ON "review" ("article_id");
CREATE INDEX "review_revision_id" ON "review" ("revision_id");
CREATE INDEX "risk_note_owner_id" ON "risk_note" ("owner_id");
CREATE INDEX "risk_note_document_id" ON "risk_note" ("document_id");
CREATE INDEX "role_assignment_person_id" ON "role_assignment" ("person_id");
CREATE INDEX "role_duty_plan_id" ON "role_duty" ("plan_id");
CREATE UNIQUE INDEX "savepoint_article_id" ON "savepoint" ("article_id");
CREATE INDEX "score_plan_id" ON "score" ("plan_id");
CREATE INDEX "topic_item_topic_id" ON "topic_item" ("topic_id");
CREATE INDEX "trash_entry_record_id" ON "trash_entry" ("record_id");
CREATE INDEX "usage_asset_id" ON "usage" ("asset_id");
CREATE INDEX "usage_article_id" ON "usage" ("article_id");
COMMIT;
