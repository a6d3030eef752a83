"""Words on a paper: safe to print, cited and dated as the decree asks, sentences that end as they should."""

from __future__ import annotations

from html import escape
from textwrap import shorten

from desktop_app.core.i18n import in_vietnamese
from desktop_app.core.periods import Month
from desktop_app.core.reports.decree import formal_date, formal_month
from desktop_app.core.reports.fonts import printable
from desktop_app.core.reports.snapshot import Basis, PeriodLetter

LONGEST_IN_ROW = 400
_SENTENCE_END = " .;,:"


def plain(text: str) -> str:
    """A person's ``text`` made safe for the typesetter: printable letters, its own < and & shown."""
    return escape(printable(text), quote=False)


def linked(text: str) -> str:
    """``text``, and a web address as a link one can click."""
    if not text.startswith(("https://", "http://")):
        return plain(text)
    return f'<a href="{escape(printable(text))}">{plain(text)}</a>'


def shortened(words: str) -> str:
    """``words`` in a length that fits into a table's row or below a picture; their whole is told elsewhere."""
    if len(words) <= LONGEST_IN_ROW:
        return words
    return shorten(words, LONGEST_IN_ROW, placeholder=" …") if " " in words[:LONGEST_IN_ROW] else words[:LONGEST_IN_ROW]


def listed(lines: tuple[str, ...]) -> list[str]:
    """Lines of a list with the signs the decree asks for: each ends with ; and the last with a full stop."""
    bare = [line.strip().lstrip("-").strip().rstrip(_SENTENCE_END) for line in lines]
    kept = [line for line in bare if line]
    return [f"{line};" for line in kept[:-1]] + [f"{line}." for line in kept[-1:]]


def period_words(letter: PeriodLetter) -> str:
    """“tháng 5 năm 2024”, or the period's own title for a term or a year."""
    return letter.period_title or formal_month(Month.parse(letter.period))


def cited(basis: Basis, plan_title: str) -> str:
    """The document a report answers to, in full as when first cited; the plan's title where none is named."""
    if not basis.symbol and not basis.subject:
        return in_vietnamese("the plan “{title}”").format(title=plan_title) if plan_title else ""
    parts = [basis.kind or in_vietnamese("Plan (document)")]
    if basis.symbol:
        parts.append(in_vietnamese("no. {symbol}").format(symbol=basis.symbol))
    if basis.issued_on:
        parts.append(formal_date(basis.issued_on))
    if basis.issuer:
        parts.append(in_vietnamese("of {issuer}").format(issuer=basis.issuer))
    return " ".join([*parts, basis.subject]).strip()
