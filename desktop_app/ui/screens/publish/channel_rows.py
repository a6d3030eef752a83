"""The channels of one article, a row each: planned, done, evidence, and the one act that comes next."""

from __future__ import annotations

import tkinter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries import web_posts
from db.queries.distributions import ArticleOut, ChannelRow, PlaceRow
from desktop_app.core.channels import ONE_PLACE_KINDS
from desktop_app.core.i18n import _
from desktop_app.core.periods import short_date
from desktop_app.ui import fonts
from desktop_app.ui.screens.publish import words
from desktop_app.ui.screens.publish.acts import PublishActs
from desktop_app.ui.screens.publish.evidence import EvidenceStrip
from desktop_app.ui.screens.publish.website import WebsiteActs, WebsiteRow
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.drop_menu import DropMenu
from desktop_app.ui.widgets.popup_menu import Item
from desktop_app.ui.widgets.wrapped import Wrapped

PLANNED_WIDTH, DONE_WIDTH, MENU_WIDTH = 112, 150, 36
NO_DAY = "–"
STANDING = ("done", "proved")
OPEN = ("planned", "failed")


class Line(NamedTuple):
    """One row to show: a channel, what stands or waits there (None: nothing yet), and what it corrected."""

    channel: ChannelRow
    place: PlaceRow | None = None
    earlier: PlaceRow | None = None
    kept_back: str = ""

    @property
    def waits_for_evidence(self) -> bool:
        return self.place is not None and self.place.state == "done"

    @property
    def is_out(self) -> bool:
        return self.place is not None and self.place.state in STANDING


def lines_of(channels: Sequence[ChannelRow], places: Sequence[PlaceRow], *, may_go: bool) -> list[Line]:
    """The rows of an article: a corrected place is folded into its correction, closed and unused channels left out."""
    found: list[Line] = []
    by_id = {place.id: place for place in places}
    for channel in channels:
        here = [place for place in places if place.channel_id == channel.id and not place.corrected]
        lines = [Line(channel, place, by_id.get(place.corrects_id or "")) for place in here if _shown(place, here)]
        usable = may_go and not words.is_closed(channel)
        waiting = any(line.place is not None and line.place.state != "taken_down" for line in lines)
        found += lines if waiting or (lines and not usable) else [*lines, *([Line(channel)] if usable else [])]
    return found


def _shown(place: PlaceRow, here: Sequence[PlaceRow]) -> bool:
    """A place taken down is shown till something stands there again."""
    return place.state != "taken_down" or not any(other.state in STANDING for other in here)


class ChannelLine(ttk.Frame):
    """Options: ``acts`` the acts of the room, ``website`` those for a channel with a website behind it."""

    def __init__(
        self,
        parent: tkinter.Misc,
        article: ArticleOut,
        line: Line,
        *,
        acts: PublishActs,
        website: WebsiteActs,
        root: Path,
    ) -> None:
        super().__init__(parent, bootstyle="@card", padding=(0, px(INSIDE)))
        self.article, self.line = article, line
        self.channel, self.publication = line.channel, line.place
        self._acts, self._website, self._folder = acts, website, root
        post = web_posts.on_channel(article.id, self.channel.id) if self.channel.has_site else None
        self._on_its_way = post is not None and post.state in ("queued", "failed") and not line.is_out
        self.main: ttk.Button | None = None
        self.columnconfigure(0, weight=5, uniform="words")
        self.columnconfigure(4, minsize=px(MENU_WIDTH))
        self.cells = (self._name_cell(), self._planned_cell(), self._done_cell())
        self.proof = self._proof_cell()
        self.menu = DropMenu(self, self.items, icon="three-dots", icon_only=True, bootstyle="@card ghost")
        ttk.ToolTip(self.menu, text=_("More"), delay=500)
        if self.items():
            self.menu.grid(row=0, column=4, sticky="ne")
        if self.channel.has_site:
            self._website_row().grid(row=3, column=0, columnspan=5, sticky="we", pady=(px(HALF), 0))
        self.lay(narrow=False)

    def _website_row(self) -> WebsiteRow:
        """How it stands with the website; the main acts have their buttons above."""
        outdated = self.publication is not None and self.publication.outdated
        row = WebsiteRow(self, self._website, without=("connect", "publish", *(("renew",) if outdated else ())))
        row.show(self.article.id, self.channel.id)
        return row

    def lay(self, *, narrow: bool) -> None:
        """In columns, or below each other where the room is narrow."""
        name, planned, done = self.cells
        gap = {"sticky": "nwe", "padx": (0, px(INSIDE))}
        for column, width in ((1, PLANNED_WIDTH), (2, DONE_WIDTH)):
            self.columnconfigure(column, minsize=0 if narrow else px(width))
        self.columnconfigure(3, weight=0 if narrow else 6, uniform="" if narrow else "words")
        name.grid(row=0, column=0, columnspan=4 if narrow else 1, **gap)
        planned.grid(row=1 if narrow else 0, column=0 if narrow else 1, **{**gap, "sticky": "nw"})
        done.grid(row=1 if narrow else 0, column=1 if narrow else 2, **{**gap, "sticky": "nw"})
        if narrow and planned["text"] == NO_DAY:  # without the head of its column a dash says nothing
            planned.grid_remove()
            done.grid(column=0)
        below = {"row": 2, "column": 0, "columnspan": 5, "pady": (px(HALF), 0)}
        self.proof.grid(**(below if narrow else {"row": 0, "column": 3, "columnspan": 1, "pady": 0}), sticky="nwe")

    # ------------------------------------------------------------ the cells

    def _name_cell(self) -> ttk.Frame:
        cell = ttk.Frame(self, bootstyle="@card", padding=(0, px(6), 0, 0))
        Wrapped(cell, words.name_of(self.channel), font=fonts.STRONG, bootstyle="@card").pack(fill="x")
        kind = words.kind_of(self.channel)
        if kind:
            Wrapped(cell, kind, font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x")
        note = words.place_note(self.publication, self.article.revision, self.line.earlier) if self.publication else ""
        if note:
            needed = self.publication is not None and (self.publication.outdated or self.publication.state == "failed")
            Wrapped(cell, note, font=fonts.NOTE, bootstyle=f"@card {'danger' if needed else 'secondary'}").pack(
                fill="x"
            )
        if self.line.kept_back and (self.publication is None or self.publication.state != "taken_down"):
            Wrapped(cell, self.line.kept_back, font=fonts.NOTE, bootstyle="@card danger").pack(fill="x")
        return cell

    def _planned_cell(self) -> ttk.Label | ttk.Button:
        day = self.publication.planned_on if self.publication else None
        if day is not None or self.line.is_out or (self.publication and self.publication.state == "taken_down"):
            label = ttk.Label(self, text=short_date(day) if day else NO_DAY, bootstyle="@card secondary")
            label.configure(padding=(0, px(6)))
            return label
        act = partial(self._acts.plan, self.article, self.channel)
        return ttk.Button(self, text=_("Plan…"), command=act, bootstyle="@card ghost")

    def _done_cell(self) -> ttk.Frame | ttk.Button:
        place = self.publication
        if self._on_its_way:
            return ttk.Frame(self, bootstyle="@card")
        if place is not None and place.state in (*STANDING, "taken_down"):
            cell = ttk.Frame(self, bootstyle="@card")
            ttk.Label(cell, text=short_date(place.done_on), bootstyle="@card", padding=(0, px(6), 0, 0)).pack(
                anchor="w"
            )
            version = _("version {number}").format(number=place.revision) if place.revision else ""
            ttk.Label(cell, text=version, font=fonts.NOTE, bootstyle="@card secondary").pack(anchor="w")
            return cell
        self.main = ttk.Button(self, text=words.done_act(self.channel), command=self.do, bootstyle="@card")
        return self.main

    def _proof_cell(self) -> ttk.Frame:
        cell = ttk.Frame(self, bootstyle="@card")
        place = self.publication
        if place is None or not self.line.is_out:
            return cell
        if place.evidence:
            EvidenceStrip(cell, place.evidence, root=self._folder, drop=self._acts.drop).pack(fill="x")
        else:
            Wrapped(cell, words.needs(self.channel.kind), font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x")
            row = ttk.Frame(cell, bootstyle="@card")
            row.pack(anchor="w", pady=(px(HALF), 0))
            self.main = ttk.Button(
                row, text=_("Paste  Ctrl+V"), command=self.paste, icon="clipboard", bootstyle="@card"
            )
            self.main.pack(side="left")
            other = ttk.Button(row, text=_("Other…"), bootstyle="@card ghost")
            other.configure(command=partial(self._acts.prove, self.channel, place))
            other.pack(side="left", padx=(px(HALF), 0))
        if place.outdated and self.channel.kind not in ("conference",):
            act = partial(self._acts.correct, self.article, self.channel, place)
            self.main = ttk.Button(cell, text=_("Record the correction…"), command=act, bootstyle="@card")
            if self.channel.has_site:
                self.main.configure(text=_("Post the correction"), command=self.do)
            self.main.pack(anchor="w", pady=(px(HALF), 0))
        return cell

    # ------------------------------------------------------------ the acts

    def do(self) -> None:
        """The act of this row: post it, or write down that it went out."""
        if self.channel.has_site:
            self._website.publish(self.article.id, self.channel.id)
        else:
            self.record()

    def record(self) -> None:
        """Write down that it went out."""
        self._acts.record(self.article, self.channel, self.publication.planned_on if self.publication else None)

    def paste(self) -> None:
        """Make what is in the clipboard the evidence of this row."""
        if self.publication is not None:
            self._acts.paste(self.publication)

    def items(self) -> list[Item]:
        """The rarer acts, below the three dots."""
        acts, article, channel, place = self._acts, self.article, self.channel, self.publication
        if place is None:
            return self._site_items()
        if place.state in OPEN:
            found = [Item(_("Another planned day…"), partial(acts.plan, article, channel, place.planned_on))]
            found += self._site_items()
            found += (
                [Item(_("It did not go out…"), partial(acts.fail, channel, place))] if place.state == "planned" else []
            )
            return [*found, Item(_("Take the plan out"), partial(acts.unplan, place))]
        if place.state == "taken_down":
            return [Item(_("It was not taken down"), partial(acts.put_back, place))]
        found = [Item(_("Add evidence…"), partial(acts.prove, channel, place)), Item(_("Paste evidence"), self.paste)]
        if channel.kind not in ONE_PLACE_KINDS:
            found.append(Item(_("It went out here once more…"), partial(acts.record, article, channel)))
        return [*found, Item(""), *self._leaving(place)]

    def _site_items(self) -> list[Item]:
        """What a website adds: recording without it, or connecting it."""
        connect = partial(self._website.connect, self.channel.id)
        if self.channel.has_site:
            return [Item(_("Record by hand…"), self.record), Item(_("The website's connection…"), connect)]
        return [Item(_("Connect the website"), connect)] if self.channel.kind == "website" else []

    def _leaving(self, place: PlaceRow) -> list[Item]:
        mistake = Item(_("Recorded by mistake"), partial(self._acts.forget, place.id))
        gone = Item(_("It was taken down…"), partial(self._acts.take_down, self.channel, place))
        return [mistake, gone] if place.recorded_today else [gone]


def head_of(parent: tkinter.Misc) -> ttk.Frame:
    """The quiet names above the columns."""
    head = ttk.Frame(parent, bootstyle="@card")
    head.columnconfigure(0, weight=5, uniform="words")
    head.columnconfigure(1, minsize=px(PLANNED_WIDTH))
    head.columnconfigure(2, minsize=px(DONE_WIDTH))
    head.columnconfigure(3, weight=6, uniform="words")
    head.columnconfigure(4, minsize=px(MENU_WIDTH))
    for column, text in enumerate((_("Channel"), _("Planned"), _("Done"), _("Evidence"))):
        label = ttk.Label(head, text=text, font=fonts.NOTE, bootstyle="@card secondary")
        label.grid(row=0, column=column, sticky="w", padx=(0, px(INSIDE)))
    return head
