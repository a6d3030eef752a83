"""A paper's life: a draft with its words, issued, signed on paper, sent, confirmed; changed only as a new edition."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from db import database
from db.fields import now
from db.models import Bundle, Plan, Report, ReportRecipient
from db.text import nfc
from desktop_app.core import audit
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, _, in_vietnamese
from desktop_app.core.papers import keep_paper, paper_of
from desktop_app.core.reports import recipients, registers
from desktop_app.core.reports.authority_words import signers_on
from desktop_app.core.reports.scans import check_scan
from desktop_app.core.reports.snapshot import Signer

DRAFT, ISSUED, SIGNED, SENT, CONFIRMED, WITHDRAWN = "draft", "issued", "signed", "sent", "confirmed", "withdrawn"
STATE_WORDS = {
    DRAFT: N_("Draft"),
    ISSUED: N_("Issued, waits for the signature"),
    SIGNED: N_("Signed, the scan is kept"),
    SENT: N_("Sent"),
    CONFIRMED: N_("Receipt confirmed"),
    WITHDRAWN: N_("Withdrawn"),
}
OUT = (ISSUED, SIGNED, SENT, CONFIRMED)
"""Issued and standing: it has its number and never changes."""


class NotADraft(UserError):
    message = N_("This paper was issued, so its words and figures stay as they are.")
    hint = N_("Begin a new edition to change them.")


class NotIssuedYet(UserError):
    message = N_("This paper has no number yet.")
    hint = N_("Issue it first: then its number, day and figures stand.")


class EditionOpen(UserError):
    message = N_("A newer edition of this paper is a draft already.")
    hint = N_("Go on with it, or discard it first.")


class StillStands(UserError):
    message = N_("The first edition is never discarded.")
    hint = N_("Its words can be changed for as long as it is a draft.")


class WithdrawalNeedsReason(UserError):
    message = N_("A withdrawn paper needs a reason.")
    hint = N_("Say in a few words why; it stands in the log.")


class Heading(NamedTuple):
    """What the paper shows of its signing; of a draft: what it would show if it were issued on ``day``."""

    number: int | None
    signed_on: date | None
    signer: Signer
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]


def open_report(plan_id: str, kind: str, period: str) -> str:
    """The newest edition of this paper, a draft if there is none yet; returns its id."""
    with database.atomic():
        newest = _newest(plan_id, kind, period)
        if newest is None:
            newest = Report.create(plan=Plan.get_by_id(plan_id), kind=kind, period=period)
    return str(newest.id)


def report_to_send(plan_id: str, kind: str, period: str) -> str:
    """The newest edition that is issued and stands; where none is, the draft. Returns its id."""
    ours = (Report.plan == plan_id) & (Report.kind == kind) & (Report.period == period)
    standing = Report.select().where(ours, Report.state.in_(OUT)).order_by(Report.edition.desc()).first()
    return str(standing.id) if standing else open_report(plan_id, kind, period)


def heading_of(report_id: str, day: date | None = None) -> Heading:
    """The number, day, signer and receivers of a paper; a draft's are those of ``day`` (today), without number."""
    report = Report.get_by_id(report_id)
    when = report.signed_on or day or date.today()
    to, copies = recipients.recipients_of(report_id, when)
    return Heading(report.number, report.signed_on, _signer(report, when), to, copies)


def _signer(report: Report, day: date) -> Signer:
    if report.signer_posts:
        return Signer(tuple(report.signer_posts), report.signer_name)
    first = next(iter(signers_on(day)), None)
    if first is None:  # no principal is named yet: the one who signed the plan
        return Signer((in_vietnamese(N_("PRINCIPAL")),), report.plan.signed_by)
    return Signer(first.posts, first.name)


def keep_wording(report_id: str, sections: Mapping[str, str]) -> None:
    """Keep the words a person wrote over the usual ones, by section; empty words bring the usual back.

    Raises NotADraft.
    """
    with database.atomic():
        report = _draft(report_id)
        report.sections = {key: nfc(words).strip() for key, words in sections.items() if words.strip()}
        report.save()


def keep_receivers(report_id: str, to: tuple[str, ...], copies: tuple[str, ...]) -> None:
    """Give this one paper receivers of its own; none at all: those of its kind. Raises NotADraft."""
    with database.atomic():
        _draft(report_id)
        recipients.write_recipients(report_id, to, copies)


def attach_scan(home: Home, report_id: str, file: Path, *, by_name: str = "") -> tuple[str, ...]:
    """Keep the signed paper's scan (PDF or picture); a better one takes the place of the first.

    Returns advice: what the decree asks of a scan and this one has not.
    Raises NotIssuedYet, ScanRefused, PaperUnreadable.
    """
    advice = check_scan(file)
    kept = keep_paper(home, file)
    with database.atomic():
        report = _out(report_id)
        report.scan_sha256 = kept.sha256
        report.state = SIGNED if report.state == ISSUED else report.state
        report.save()
        audit.record("attach scan", "report", report_id, by_name, scan=kept.sha256, name=kept.name)
    return advice


def mark_sent(report_id: str, *, by_name: str = "", how: str = "") -> None:
    """The paper went to its receivers (``how``: stick, server, by hand). Raises NotIssuedYet."""
    with database.atomic():
        report = _out(report_id)
        report.sent_at = report.sent_at or now()
        report.state = CONFIRMED if report.state == CONFIRMED else SENT
        report.save()
        audit.record("send report", "report", report_id, by_name, how=how)


def mark_confirmed(report_id: str, *, by_name: str = "", at: datetime | None = None, receipt: str = "") -> None:
    """The receiver confirmed it (``at`` in UTC; ``receipt`` names the proof). Raises NotIssuedYet."""
    with database.atomic():
        report = _out(report_id)
        report.state, report.confirmed_at = CONFIRMED, at or now()
        report.sent_at = report.sent_at or report.confirmed_at
        report.save()
        audit.record("confirm report", "report", report_id, by_name, receipt=receipt)


def withdraw(report_id: str, why: str, *, by_name: str = "") -> None:
    """Take an issued paper back: its number stays used, its words stay readable.

    Raises NotIssuedYet, WithdrawalNeedsReason.
    """
    if not why.strip():
        raise WithdrawalNeedsReason
    with database.atomic():
        report = _out(report_id)
        report.state, report.withdrawn_at, report.withdrawn_why = WITHDRAWN, now(), why.strip()
        report.save()
        audit.record("withdraw report", "report", report_id, by_name, number=report.number, why=why.strip())


def let_stand(report_id: str, *, by_name: str = "") -> None:
    """Undo withdraw: the paper is again what it was."""
    with database.atomic():
        report = Report.get_by_id(report_id)
        if report.state == WITHDRAWN:
            report.state, report.withdrawn_at, report.withdrawn_why = _state_before(report), None, ""
            report.save()
            audit.record("let report stand", "report", report_id, by_name)


def _state_before(report: Report) -> str:
    facts = ((report.confirmed_at, CONFIRMED), (report.sent_at, SENT), (report.scan_sha256, SIGNED))
    return next((state for fact, state in facts if fact), ISSUED)


def new_edition(report_id: str, *, by_name: str = "") -> str:
    """A draft that follows an issued paper, with its words and receivers; it gets a number and figures of its own.

    Returns its id. Raises NotIssuedYet, EditionOpen.
    """
    with database.atomic():
        before = Report.get_by_id(report_id)
        newest = _newest(str(before.plan_id), before.kind, before.period) or before
        if newest.state == DRAFT:
            raise NotIssuedYet if newest == before else EditionOpen
        after = Report.create(
            plan=before.plan_id,
            kind=before.kind,
            period=before.period,
            edition=newest.edition + 1,
            sections=before.sections,
        )
        for line in before.recipients.where(ReportRecipient.deleted_at.is_null()):
            ReportRecipient.create(report=after, place=line.place, text=line.text, sort=line.sort)
        audit.record("begin edition", "report", after.id, by_name, edition=after.edition, after=before.number)
    return str(after.id)


def discard_edition(report_id: str, *, by_name: str = "") -> None:
    """Let go of a draft that follows an issued paper. Raises NotADraft, StillStands."""
    with database.atomic():
        report = _draft(report_id)
        if report.edition == 1 or Bundle.select().where(Bundle.report == report).exists():
            raise StillStands
        registers.release_number(report_id)
        audit.record("discard edition", "report", report_id, by_name, edition=report.edition, period=report.period)
        report.delete_instance()


def issued_pdf(home: Home, report_id: str) -> Path | None:
    """The PDF of an issued paper, byte for byte as it was issued; None for a draft or where it is lost."""
    return paper_of(home, Report.get_by_id(report_id).pdf_sha256)


def issued_word(home: Home, report_id: str) -> Path | None:
    """The Word file of an issued paper, for offices that edit it; None for a draft or where it is lost."""
    return paper_of(home, Report.get_by_id(report_id).word_sha256)


def scan_of(home: Home, report_id: str) -> Path | None:
    """The scan of the signed paper, or None."""
    return paper_of(home, Report.get_by_id(report_id).scan_sha256)


def is_out(report_id: str) -> bool:
    """Whether the paper is issued and stands."""
    return Report.get_by_id(report_id).state in OUT


def state_words(state: str) -> str:
    """A state in the person's language."""
    return _(STATE_WORDS[state])


def _newest(plan_id: str, kind: str, period: str) -> Report | None:
    ours = (Report.plan == plan_id) & (Report.kind == kind) & (Report.period == period)
    return Report.select().where(ours).order_by(Report.edition.desc()).first()


def _draft(report_id: str) -> Report:
    report = Report.get_by_id(report_id)
    if report.state != DRAFT:
        raise NotADraft
    return report


def _out(report_id: str) -> Report:
    report = Report.get_by_id(report_id)
    if report.state not in OUT:
        raise NotIssuedYet
    return report
