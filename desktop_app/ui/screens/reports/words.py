"""What the report's screen says: how the month stands, what to look at, what was written. Plain functions, no Tk."""

from __future__ import annotations

from db.queries.reports import BundleRow
from desktop_app.core.i18n import _
from desktop_app.core.months import MONTH_WORDS, Ledger
from desktop_app.ui.widgets.checklist import Line


def state_words(page: Ledger) -> str:
    """“Thiếu · tin bài 0/1 · tư liệu 3/1”."""
    return _("{state} · articles {articles} · materials {materials}").format(
        state=_(MONTH_WORDS[page.state]),
        articles=f"{page.articles.have}/{page.articles.need}",
        materials=f"{page.materials.have}/{page.materials.need}",
    )


def look_through_lines(page: Ledger, left_out: int) -> list[Line]:
    """The numbers, each leading to its things, and what would stay behind."""
    lines = [
        _number(_("{have} of {need} articles"), page.articles.have, page.articles.need, "articles"),
        _number(_("{have} of {need} photos or videos as material"), page.materials.have, page.materials.need, "media"),
    ]
    if left_out:
        text = _("{count} pictures stay behind: who is in them, or a consent, is missing").format(count=left_out)
        lines.append(Line(text, "late", ("media", {}), link=_("See")))
    return lines


def _number(text: str, have: int, need: int, room: str) -> Line:
    state = "done" if have >= need else "late"
    return Line(text.format(have=have, need=need), state, (room, {}), link=_("See"))


def bundle_line(row: BundleRow) -> Line:
    """One bundle: its name, how much, when and where."""
    day = f"{row.written_at[8:10]}/{row.written_at[5:7]}/{row.written_at[:4]}"
    note = _("{files} files, {size} MB, {day}, in {place}").format(
        files=row.files, size=f"{row.bytes / 1e6:.1f}".replace(".", ","), day=day, place=row.written_to
    )
    if row.received_at:
        got = f"{row.received_at[8:10]}/{row.received_at[5:7]}/{row.received_at[:4]}"
        note = f"{note}; " + _("received by {name} on {day}").format(name=row.received_by, day=got)
    return Line(row.name, "done", note=note)
