"""An approved text as WordPress keeps it: blocks of HTML made here, every sign of the text told from signs of HTML.

The block comments are those of the block editor (developer.wordpress.org/block-editor), so that a person can go on
editing the article there; a WordPress with the classic editor shows the same HTML.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from db.text import fold
from desktop_app.core.articles import ArticleText
from desktop_app.core.manuscripts.markup import Block, Span, paragraphs, picture, picture_numbers

LONGEST_SLUG = 60


class WebPicture(NamedTuple):
    """A picture that the website has: its number there, its address, what stands below it."""

    media_id: int
    link: str
    caption: str


def content(text: ArticleText, pictures: Sequence[WebPicture | None]) -> str:
    """The article's HTML: lead, blocks, and after them the pictures the text gave no place.

    ``pictures`` are in the article's order; None stands for one that may not go to the website.
    """
    placed = set(picture_numbers(text.body))
    rest = [picture(number) for number in range(1, len(pictures) + 1) if number not in placed]
    lead = [Block("paragraph", (Span(text.lead, bold=True),))] if text.lead.strip() else []
    parts: list[str] = []
    for kind, same in groupby([*lead, *paragraphs(text.body), *rest], lambda block: block.kind):
        run = list(same)
        parts += [_list(run)] if kind == "item" else [_block(block, pictures) for block in run]
    return "\n\n".join(part for part in parts if part)


def _block(block: Block, pictures: Sequence[WebPicture | None]) -> str:
    if block.kind == "picture":
        shown = pictures[block.number - 1] if block.number <= len(pictures) else None
        return _figure(shown) if shown else ""
    if block.kind == "heading":
        return _commented("heading", f'<h2 class="wp-block-heading">{_inline(block)}</h2>')
    return _commented("paragraph", f"<p>{_inline(block)}</p>")


def _list(items: Iterable[Block]) -> str:
    lines = "".join(_commented("list-item", f"<li>{_inline(item)}</li>") for item in items)
    return _commented("list", f'<ul class="wp-block-list">{lines}</ul>')


def _figure(shown: WebPicture) -> str:
    caption = escaped(shown.caption)
    below = f'<figcaption class="wp-element-caption">{caption}</figcaption>' if caption else ""
    image = f'<img src="{html.escape(shown.link)}" alt="{caption}" class="wp-image-{shown.media_id}"/>'
    figure = f'<figure class="wp-block-image size-full">{image}{below}</figure>'
    return _commented("image", figure, f' {{"id":{shown.media_id},"sizeSlug":"full"}}')


def _commented(block: str, inside: str, facts: str = "") -> str:
    return f"<!-- wp:{block}{facts} -->\n{inside}\n<!-- /wp:{block} -->"


def _inline(block: Block) -> str:
    return "".join(f"<strong>{_lines(span.text)}</strong>" if span.bold else _lines(span.text) for span in block.spans)


def _lines(text: str) -> str:
    return escaped(text).replace("\n", "<br>")


def escaped(text: str) -> str:
    """``text`` as words of a page: no tag, no entity, and no [shortcode] that WordPress would run."""
    return html.escape(text).replace("[", "&#91;").replace("]", "&#93;")


def slug(title: str, article_id: str) -> str:
    """The end of the article's address, ours alone: "le-ky-niem-07-5-9f3ab2c4", no accents, then of its id."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:LONGEST_SLUG].strip("-")
    return "-".join(part for part in (words, article_id[-8:]) if part)
