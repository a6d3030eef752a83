"""The foot of a paper: who receives it on the left, who signs on the right with room for pen and seal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.reports.decree import MM, decree
from desktop_app.core.reports.pieces import gap, paragraph, table, text
from desktop_app.core.reports.snapshot import Signer
from desktop_app.core.reports.styles import style
from desktop_app.core.reports.wording import listed, plain

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SIGNING_ROOM = 30 * MM
"""A seal is 36 mm across and covers a third of the signature; less room and it lies over the words."""

TWO_COLUMNS = (75 * MM, 90 * MM)
THREE_COLUMNS = (49 * MM, 54 * MM, 62 * MM)


def signatures(signer: Signer, recipients: tuple[str, ...], prepared_by: Signer | None = None) -> Flowable:
    """Receivers and signer on one level (mục IV, ô 7, 9b); with ``prepared_by`` a block between them."""
    if prepared_by is None:
        return table([[_recipients(recipients), _block(signer)]], TWO_COLUMNS)
    lines = max(len(signer.posts), len(prepared_by.posts))
    return table([[_recipients(recipients), _block(prepared_by, lines), _block(signer, lines)]], THREE_COLUMNS)


def complete_recipients(recipients: tuple[str, ...], answers_addressees: bool) -> tuple[str, ...]:
    """The list as the decree wants it: “Như trên” first after a “Kính gửi”, “Lưu: VT” last (khoản 9)."""
    words = decree().words
    first = () if not answers_addressees or _names(recipients, words.as_above) else (words.as_above,)
    last = () if _names(recipients, words.on_file[:4]) else (words.on_file,)
    return (*first, *recipients, *last)


def _names(recipients: tuple[str, ...], start: str) -> bool:
    return any(line.strip().lstrip("- ").casefold().startswith(start.casefold()) for line in recipients)


def _recipients(recipients: tuple[str, ...]) -> list[Flowable]:
    lines = [paragraph("recipients", f"- {plain(line)}") for line in listed(recipients)]
    return [paragraph("recipients_word", plain(decree().words.recipients)), *lines]


def _block(signer: Signer, lines: int = 0) -> list[Flowable]:
    """Post, room, name; with fewer posts than the ``lines`` beside it, the names still stand level."""
    posts = [text("post", post) for post in signer.posts]
    missing = max(lines - len(posts), 0) * style("post").leading
    return [*posts, gap(SIGNING_ROOM + missing), text("signer", signer.name)]
