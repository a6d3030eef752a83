"""What an act on many articles asks first, and what it tells afterwards: those it skipped, reason by reason."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from db.queries import article_list
from desktop_app.core.batches import AUTHORS, CANCEL, SUBMIT, TOPIC, TRASH, WITHDRAW, BatchResult
from desktop_app.core.i18n import N_, _
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.checklist import Checklist, Line

WIDTH = 460
DONE_WORDS = {
    SUBMIT: N_("{count} sent for approval"),
    WITHDRAW: N_("{count} taken back"),
    CANCEL: N_("{count} cancelled"),
    TOPIC: N_("{count} put under another topic"),
    AUTHORS: N_("{count} given to their author"),
    TRASH: N_("{count} moved to the trash"),
}


def result_words(result: BatchResult) -> str:
    """“12 sent for approval, 3 skipped”, and how many were left when someone stopped."""
    parts = [_(DONE_WORDS[result.act]).format(count=len(result.done))]
    if result.skipped:
        parts.append(_("{count} skipped").format(count=len(result.skipped)))
    if result.left:
        parts.append(_("{count} not begun").format(count=result.left))
    return ", ".join(parts)


def undone_words(result: BatchResult) -> str:
    """“12 as before, 1 left: it was changed since”."""
    words = _("{count} as before").format(count=len(result.done))
    return words if not result.skipped else f"{words}, {_('{count} skipped').format(count=len(result.skipped))}"


class Asking(Modal):
    """One question with one field; the answer is what ``read`` makes of it, nothing while it is empty."""

    def __init__(self, parent: tkinter.Misc, title: str, hint: str, yes: str) -> None:
        super().__init__(parent, title)
        ttk.Label(self.body, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        ttk.Label(self.body, text=hint, bootstyle="@card secondary", wraplength=px(WIDTH)).pack(
            anchor="w", pady=(0, px(INSIDE))
        )
        self.box = ttk.Combobox(self.body, width=52)
        self.box.pack(fill="x", pady=(0, px(BETWEEN)))
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x")
        self.yes = self.button(foot, yes, self.take, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.box.bind("<Return>", lambda event: self.take())

    def read(self) -> object:
        """The answer, or nothing."""
        raise NotImplementedError

    def take(self) -> None:
        """Close with the answer, if there is one."""
        answer = self.read()
        if answer:
            self.close(answer)


class TopicDialog(Asking):
    """Which topic: the answer is its id."""

    def __init__(self, parent: tkinter.Misc, count: int, topics: Sequence[tuple[str, str]]) -> None:
        hint = _("{count} articles; each keeps its text and its state.").format(count=count)
        super().__init__(parent, _("Under which topic?"), hint, _("Change the topic"))
        self._topics = {words: id_ for id_, words in topics}
        self.box.configure(values=list(self._topics), state="readonly")

    def read(self) -> object:
        return self._topics.get(self.box.get())


class AuthorsDialog(Asking):
    """Who writes them: the answer is a tuple of names."""

    def __init__(self, parent: tkinter.Misc, count: int) -> None:
        hint = _("{count} articles. Several names are parted by a comma.").format(count=count)
        super().__init__(parent, _("Who writes them?"), hint, _("Give to this author"))
        self.box.configure(values=article_list.authors())

    def read(self) -> object:
        return tuple(name.strip() for name in self.box.get().split(",") if name.strip())


class ResultDialog(Modal):
    """What was skipped and why; each reason leads to the list of its articles."""

    def __init__(
        self, parent: tkinter.Misc, result: BatchResult, words: str, see: Callable[[list[str]], object]
    ) -> None:
        super().__init__(parent, words)
        self._see = see
        ttk.Label(self.body, text=words, font=fonts.SECTION, bootstyle="@card", wraplength=px(WIDTH)).pack(anchor="w")
        self.lines = Checklist(self.body, go=self._go)
        self.lines.show([self._line(why, ids) for why, ids in result.reasons().items()])
        self.lines.pack(fill="x", pady=px(BETWEEN))
        ttk.Frame(self.body, width=px(WIDTH), height=1, bootstyle="@card").pack()
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x")
        self.shut = self.button(foot, _("Close"), self.close, "@card primary")

    def _line(self, why: str, ids: list[str]) -> Line:
        return Line(_("{count} skipped: {why}").format(count=len(ids), why=why), "late", ids, link=_("See them"))

    def _go(self, ids: list[str]) -> None:
        self.close()
        self._see(ids)
