"""The page to open first in a bundle that holds a paper alone: whose it is, its figures, the paper itself."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from desktop_app.core.bundle.contents import REPORT_PLACE, WORD_PLACE
from desktop_app.core.bundle.index_page import FRAME, POLICY, buttons, proof_line
from desktop_app.core.bundle.page_style import STYLE
from desktop_app.core.i18n import N_, in_vietnamese


class PaperFacts(NamedTuple):
    """What the page says: the authority's line, the school, the paper's title, its figures by name."""

    authority_line: str
    school: str
    title: str
    figures: Sequence[tuple[str, str]]


def paper_page(facts: PaperFacts) -> bytes:
    """The page as UTF-8 HTML; its buttons lead to the files beside it."""
    title = escape(facts.title)
    figures = "".join(
        f"<div class='figure met'><p>{escape(name)}</p><p class=number>{escape(value)}</p></div>"
        for name, value in facts.figures
    )
    heading = escape(in_vietnamese(N_("Figures (heading)")))
    body = (
        f"<header><p class=over>{escape(facts.authority_line)}</p><p class=school>{escape(facts.school)}</p>"
        f"<h1>{title}</h1>{buttons(REPORT_PLACE, WORD_PLACE)}</header>\n<main>"
        + (f"<section><h2>{heading}</h2><div class=figures>{figures}</div></section>" if figures else "")
        + f"</main>\n{proof_line()}"
    )
    whole = f"{title} · {escape(facts.school)}"
    return FRAME.format(policy=POLICY, title=whole, style=STYLE, body=body).encode(errors="replace")
