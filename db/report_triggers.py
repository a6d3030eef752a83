"""What was issued stays as it was issued: number, day, signer, words and figures of a report that is no draft."""

from __future__ import annotations

ISSUED_FOR_GOOD = (
    *("plan_id", "kind", "period", "edition", "number", "signed_on", "signer_id", "signer_name", "signer_posts"),
    *("sections", "numbers", "pdf_sha256", "word_sha256", "issued_at"),
)

_OURS = "NOT coalesce((SELECT device <> '' AND NOT capturing FROM sync_self), 0)"
"""Not while the work of other PCs comes in: what they issued is settled by a person, not refused by the file."""

_CHANGED = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in ISSUED_FOR_GOOD)

REPORT_TRIGGERS = (
    f"CREATE TRIGGER report_issued BEFORE UPDATE OF {', '.join(ISSUED_FOR_GOOD)} ON report "
    f"WHEN {_OURS} AND OLD.state <> 'draft' AND ({_CHANGED}) "
    "BEGIN SELECT RAISE(ABORT, 'report: what was issued never changes'); END",
    "CREATE TRIGGER report_never_a_draft_again BEFORE UPDATE OF state ON report "
    f"WHEN {_OURS} AND OLD.state <> 'draft' AND NEW.state = 'draft' "
    "BEGIN SELECT RAISE(ABORT, 'report: what was issued is no draft any more'); END",
)
