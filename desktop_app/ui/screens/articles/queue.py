"""The principal's queue: one text after the other as it will be published, and the word about it. D, T, Space."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from db.queries import articles as rows
from db.queries import reviews
from db.queries.reviews import Waiting
from desktop_app.core.articles import ArticleText
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.screens.articles.compare import CompareDialog, Version
from desktop_app.ui.screens.articles.deciding import TextRead, approve, give_back, print_slip
from desktop_app.ui.screens.articles.paper_decision import PaperDecision
from desktop_app.ui.screens.articles.queue_side import QueueSide
from desktop_app.ui.screens.articles.reading import ReadingSheet
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card

TYPED_IN = ("TEntry", "TCombobox", "TSpinbox", "Text")
NARROW = 860
"""Plain pixels of width below which the side takes less and the way back is an arrow alone."""


class ApprovalQueue(ttk.Frame):
    """Options: ``desk``; ``back()`` to all articles. ``refresh()`` asks anew and stays with its text."""

    def __init__(self, parent: tkinter.Misc, *, desk: Desk, back: Callable[[], object]) -> None:
        super().__init__(parent)
        self._desk = desk
        self.waiting: list[Waiting] = []
        self._at = 0
        self._read: Waiting | None = None
        self._head(back)
        self.stripe = ttk.Label(self, style="soon.Wash.TLabel", padding=(px(BETWEEN), px(INSIDE)))
        self.both = ttk.Frame(self)
        self.side = QueueSide(
            self.both, approve=self.approve, give_back=self.give_back, compare=self.compare, show=desk.show
        )
        self.side.pack(side="right", fill="y", padx=(px(BETWEEN), 0))
        self.sheet = ReadingSheet(self.both, desk.home)
        self.sheet.pack(side="left", fill="both", expand=True)
        self.empty_card = Card(self)
        Empty(
            self.empty_card.body,
            "check2-circle",
            _("Nothing waits for approval."),
            _("What authors send comes here, whoever has waited longest first."),
            act=_("All articles"),
            command=back,
            card=True,
        ).pack(fill="both", expand=True)
        self.bind("<Configure>", lambda event: self._arrange(event.width) if event.widget is self else None)
        self._keys = f"queue{id(self)}"
        self._listen()

    def _head(self, back: Callable[[], object]) -> None:
        head = ttk.Frame(self)
        head.pack(fill="x", pady=(0, px(INSIDE)))
        self.back = ttk.Button(head, icon="arrow-left", command=back, bootstyle="ghost")
        self.back.pack(side="left")
        self.title = ttk.Label(head, font=fonts.SECTION)
        self.title.pack(side="left", padx=px(INSIDE))
        self.turning = ttk.Frame(head)
        self.turning.pack(side="left")
        self.before = self._arrow("chevron-left", lambda: self.turn(-1), _("The text before"))
        self.place_words = ttk.Label(self.turning, width=6, anchor="center")
        self.place_words.pack(side="left")
        self.after_ = self._arrow("chevron-right", lambda: self.turn(1), _("The next text (Space)"))
        self.paper = ttk.Button(head, text=_("Enter a decision on paper…"), icon="pencil-square", command=self.enter)
        self.paper.pack(side="right")
        self.slip = ttk.Button(head, text=_("Print the slip"), icon="printer", command=self.print)
        self.slip.pack(side="right", padx=px(INSIDE))

    def _arrow(self, icon: str, command: Callable[[], object], words: str) -> ttk.Button:
        button = ttk.Button(self.turning, icon=icon, icon_only=True, icon_size=14, command=command, bootstyle="ghost")
        ttk.ToolTip(button, text=words, delay=500)
        button.pack(side="left", padx=px(HALF))
        return button

    def _arrange(self, width: int) -> None:
        narrow = width < px(NARROW)
        self.back.configure(text="" if narrow else _("All articles"))
        self.side.give_room(narrow=narrow)

    # ------------------------------------------------------------ what is shown

    @property
    def shown(self) -> Waiting | None:
        """The text on the sheet, or None where nothing waits."""
        return self.waiting[self._at] if self.waiting else None

    def choose(self, article_id: str) -> None:
        """Show this article's text, if it waits."""
        self.refresh()
        places = [place for place, one in enumerate(self.waiting) if one.article_id == article_id]
        self._at = places[0] if places else self._at
        self._show()

    def refresh(self) -> None:
        """Ask anew; a text that was changed meanwhile is shown as it is now, and that is said."""
        before, self.waiting = self.shown, reviews.waiting()
        places = [place for place, one in enumerate(self.waiting) if before and one.article_id == before.article_id]
        self._at = places[0] if places else min(self._at, max(0, len(self.waiting) - 1))
        self._show()

    def turn(self, step: int) -> None:
        """The next text, or the one before; round and round."""
        if self.waiting:
            self._at = (self._at + step) % len(self.waiting)
            self._show()

    def _show(self) -> None:
        row, count = self.shown, len(self.waiting)
        self.title["text"] = _("Waiting for approval: {count}").format(count=count)
        for arrow in (self.before, self.after_):
            arrow.configure(state="normal" if count > 1 else "disabled")
        self.place_words["text"] = f"{self._at + 1}/{count}" if row else ""
        self.slip.configure(state="normal" if row else "disabled")
        self._pack(self.empty_card, row is None, fill="both", expand=True)
        self._pack(self.both, row is not None, fill="both", expand=True)
        if row is not None and row != self._read:
            self._lay_out(row)
        self._read = row

    def _lay_out(self, row: Waiting) -> None:
        changed = self._read is not None and self._read.article_id == row.article_id
        self.stripe["text"] = _("This text was changed a moment ago; please read it again.") if changed else ""
        self._pack(self.stripe, changed, fill="x", pady=(0, px(INSIDE)), before=self.both)
        self.sheet.show(row.title, row.lead, row.body, rows.photos(row.article_id))
        self.side.show(row)
        self._hear(self)

    def _pack(self, widget: tkinter.Misc, shown: bool, **how: object) -> None:
        if shown and not widget.winfo_manager():
            widget.pack(**how)  # type: ignore[attr-defined]
        elif not shown:
            widget.pack_forget()  # type: ignore[attr-defined]

    # ------------------------------------------------------------ acts

    def approve(self) -> None:
        """D: ask for the PIN; then the next text."""
        self._decide(approve)

    def give_back(self) -> None:
        """T: ask for the reasons; then the next text."""
        self._decide(give_back)

    def _decide(self, ask: Callable[[tkinter.Misc, TextRead, Callable[[], str]], str]) -> None:
        row = self.shown
        if row is None:
            return
        text = TextRead(row.article_id, row.title, row.revision_id, row.revision)
        try:
            said = ask(self, text, self._desk.by_name)
        except UserError as error:
            self._desk.dialogs.show_error(error)
            said = ""
        self.refresh()
        self.focus_first()
        if said:
            self._desk.toast.say(said)

    def compare(self) -> None:
        """The text decided about before beside this one, their differences marked."""
        row = self.shown
        earlier = reviews.decided_before(row.article_id, row.revision_id) if row else None
        if row is None or earlier is None:
            return
        before = Version(
            _("Version {number}").format(number=earlier.revision),
            _("Approved") if earlier.verdict == "approved" else _("Returned (text)"),
            ArticleText(earlier.title, earlier.lead, earlier.body),
        )
        now = Version(
            _("Version {number}").format(number=row.revision),
            _("In review"),
            ArticleText(row.title, row.lead, row.body),
        )
        dialog = CompareDialog(self, _("Different from the text before"), before, now)
        dialog.offer(_("Close"), dialog.close, main=True)
        dialog.run()

    def print(self) -> None:
        """The slip of this text, or of all that wait, as a PDF."""
        desk, row = self._desk, self.shown
        if row is not None:
            near = {"home": desk.home, "runner": desk.runner, "dialogs": desk.dialogs, "toast": desk.toast}
            print_slip(self, row, self.waiting, **near)  # type: ignore[arg-type]  # a dict forgets which is which

    def enter(self) -> None:
        """Write down what was decided on a slip."""
        desk = self._desk
        dialog = PaperDecision(self, home=desk.home, dialogs=desk.dialogs, by_name=desk.by_name)
        said = dialog.run(dialog.code)
        self.refresh()
        self.focus_first()
        if said:
            desk.toast.say(str(said))

    # ------------------------------------------------------------ keys

    def focus_first(self) -> None:
        """The sheet: there every key of the queue is heard."""
        (self.sheet.text if self.shown else self.paper).focus_set()

    def _listen(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "<d>": self.approve,
            "<D>": self.approve,
            "<t>": self.give_back,
            "<T>": self.give_back,
            "<space>": lambda: self.turn(1),
            "<Right>": lambda: self.turn(1),
            "<Left>": lambda: self.turn(-1),
        }
        for key, act in keys.items():
            self.bind_class(self._keys, key, partial(self._press, act))
        self.bind("<Destroy>", lambda event: self._deafen(tuple(keys)) if event.widget is self else None, "+")

    def _deafen(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            self.unbind_class(self._keys, key)

    def _hear(self, widget: tkinter.Misc) -> None:
        """Every widget of the queue hears its keys before its own."""
        tags = widget.bindtags()
        if self._keys not in tags:
            widget.bindtags((self._keys, *tags))
        for child in widget.winfo_children():
            self._hear(child)

    def _press(self, act: Callable[[], object], event: tkinter.Event) -> str | None:
        kind = event.widget.winfo_class()
        typing = kind in TYPED_IN and str(event.widget.cget("state")) == "normal"
        if typing or (kind == "TButton" and event.keysym == "space"):
            return None
        act()
        return "break"
