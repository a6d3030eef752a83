"""Every version of the open article, newest first: a click lays one beside the text now; it can be brought back."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from desktop_app.core import revisions
from desktop_app.core.articles import ArticleText
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.revisions import REASON_WORDS, Version
from desktop_app.ui import fonts
from desktop_app.ui.screens.articles import compare
from desktop_app.ui.screens.articles.compare import CompareDialog
from desktop_app.ui.screens.articles.words import moment_words
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.wrapped import Wrapped


def headline(version: Version) -> str:
    """“Version 7 · 20/05/2024 10:32”."""
    return " · ".join((_("Version {number}").format(number=version.row.number), moment_words(version.row.at)))


def detail(version: Version) -> str:
    """Who wrote it, why, and how much is new in it."""
    row = version.row
    parts = [row.by, _(REASON_WORDS[row.reason]) if row.reason in REASON_WORDS else "", _changed_words(version)]
    return " · ".join(part for part in parts if part)


def _changed_words(version: Version) -> str:
    changed = version.changed
    if changed is None:
        return _("first version")
    if not changed.sentences:
        return _("only the layout")
    return _("{count} sentences changed (+{added} −{taken} words)").format(
        count=changed.sentences, added=changed.words_added, taken=changed.words_taken
    )


class HistoryPage(Scrolled):
    """Options: ``text()`` the words on the sheet, ``keep()`` saves them, ``restored()`` after another became the text.

    ``writable`` says whether a version may be brought back now.
    """

    writable = True

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        desk: Desk,
        text: Callable[[], ArticleText],
        keep: Callable[[], object],
        restored: Callable[[], object],
    ) -> None:
        super().__init__(parent, padding=(0, 0, px(INSIDE), 0))
        self._desk, self._text, self._keep, self._restored = desk, text, keep, restored
        self._article_id = ""
        self.versions: list[Version] = []
        self.rows: list[VersionRow] = []
        card = Card(self.inside, _("History"))
        card.pack(fill="x")
        self.hint = Wrapped(card.body, font=fonts.NOTE, bootstyle="@card secondary", lines=2)
        self.hint.pack(fill="x", pady=(0, px(HALF)))
        self.list = ttk.Frame(card.body, bootstyle="@card")
        self.list.pack(fill="x")

    def show(self, article_id: str) -> None:
        """The versions of an article; built anew only where something is new."""
        found = revisions.versions(article_id)
        if (article_id, found) != (self._article_id, self.versions):
            self._article_id, self.versions = article_id, found
            self._build()
        self._say()

    @property
    def picked(self) -> list[Version]:
        """The versions picked with Ctrl or Space, newest first."""
        return [row.version for row in self.rows if row.picked]

    def open(self, version: Version) -> None:
        """Lay a version beside the text on the sheet; the present one beside the one before it."""
        at = self.versions.index(version)
        if version.row.is_head and self._text() == version.text:
            before = next((older for older in self.versions[at + 1 :] if older.row.reason != revisions.ASIDE), version)
            self._compare(before, version)
        else:
            now = compare.Version(_("The text now"), "", self._text())
            self._dialog(_side(version), now, version).run()

    def pick(self, row: VersionRow) -> None:
        """Take a version to hold it against another; the second one opens both."""
        row.pick(not row.picked)
        if len(self.picked) == 2:
            newer, older = self.picked
            for other in self.rows:
                other.pick(False)
            self._compare(older, newer)
        self._say()

    def bring_back(self, version: Version) -> None:
        """Make a version the text again; what is on the sheet is kept as a version first."""
        try:
            self._keep()
            done = revisions.restore(self._article_id, version.row.id, by_name=self._desk.by_name())
        except UserError as error:
            self._desk.dialogs.show_error(error)
            return
        self._restored()
        if done:
            self._desk.toast.say(_("Version {number} is the text again").format(number=version.row.number))

    # ------------------------------------------------------------ inside

    def _say(self) -> None:
        picked = self.picked
        if picked:
            words = _("Version {number} is picked: Ctrl+click another one to hold them side by side.")
            self.hint.say(words.format(number=picked[0].row.number))
        elif self.versions:
            self.hint.say(_("Click a version to see what it says otherwise than the text now."))
        else:
            self.hint.say(_("The first version is there once the article is saved."))

    def _build(self) -> None:
        for row in self.rows:
            row.destroy()
        self.rows = []
        for version in self.versions:
            row = VersionRow(self.list, version, opened=partial(self.open, version), seen=self.see)
            row.on_pick(partial(self.pick, row))
            row.pack(fill="x", pady=(px(HALF), 0))
            self.rows.append(row)
        for row, other in zip(self.rows, self.rows[1:], strict=False):
            row.leads_to("<Down>", other)
            other.leads_to("<Up>", row)

    def _compare(self, older: Version, newer: Version) -> None:
        self._dialog(_side(older), _side(newer), older).run()

    def _dialog(self, before: compare.Version, after: compare.Version, version: Version) -> CompareDialog:
        dialog = CompareDialog(self, _("What changed"), before, after)
        dialog.offer(_("Close"), dialog.close)
        if self.writable and not version.row.is_head:
            words = _("Bring back version {number}").format(number=version.row.number)

            def bring() -> None:
                dialog.close()
                self.bring_back(version)

            dialog.offer(words, bring)
        return dialog


class VersionRow(ttk.Frame):
    """One version: opened by click or Enter, picked by Ctrl+click or Space."""

    def __init__(
        self,
        parent: tkinter.Misc,
        version: Version,
        *,
        opened: Callable[[], object],
        seen: Callable[[tkinter.Misc], object],
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self.version, self.picked = version, False
        self.button = ttk.Button(self, text=headline(version), command=opened, bootstyle="@card ghost")
        self.button.pack(anchor="w")
        self.button.bind("<Return>", lambda event: self._do(opened))
        self.button.bind("<FocusIn>", lambda event: seen(self))
        Wrapped(self, detail(version), font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x", padx=px(12))
        self._marks()

    def on_pick(self, pick: Callable[[], object]) -> None:
        """Ctrl+click and Space."""
        self.button.bind("<Control-Button-1>", lambda event: self._do(pick))
        self.button.bind("<KeyPress-space>", lambda event: self._do(pick))
        self.button.bind("<KeyRelease-space>", lambda event: "break")

    def leads_to(self, key: str, other: VersionRow) -> None:
        """A key that goes to another row."""
        self.button.bind(key, lambda event: other.button.focus_set())

    def pick(self, on: bool) -> None:
        """Show whether it is picked."""
        self.picked = on
        self.button.configure(
            icon="check2-square" if on else "", bootstyle="@card primary ghost" if on else "@card ghost"
        )

    def _marks(self) -> None:
        row = self.version.row
        marks = [(_("Present version"), "neutral")] * row.is_head + [(_("Approved"), "primary")] * row.approved
        marks += [(_("Published"), "good")] * bool(row.channels)
        if marks:
            place = ttk.Frame(self, bootstyle="@card")
            place.pack(fill="x", padx=px(12), pady=(px(HALF) // 2, 0))
            for words, kind in marks:
                Badge(place, words, kind).pack(side="left", padx=(0, px(HALF)))

    def _do(self, act: Callable[[], object]) -> str:
        act()
        return "break"


def _side(version: Version) -> compare.Version:
    return compare.Version(
        _("Version {number}").format(number=version.row.number),
        " · ".join(part for part in (moment_words(version.row.at), version.row.by) if part),
        version.text,
    )
