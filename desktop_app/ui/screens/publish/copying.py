"""Copying an article's approved words for a place, and seeing them before."""

from __future__ import annotations

import tkinter
from functools import partial
from typing import Protocol

import ttkbootstrap as ttk

from db.queries import distributions as rows
from desktop_app.core import sharing
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.sharing import SHAPES, ApprovedWords, Copied
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.popup_menu import Item
from desktop_app.ui.widgets.text_box import TextBox
from desktop_app.ui.widgets.toast import Toast


class Remembers(Protocol):
    """The settings of this PC, of which the hashtags are kept."""

    hashtags: str

    def save(self) -> None: ...


def length_words(made: Copied) -> str:
    """How long it is: 812/3.000, or 812 where any length goes."""
    count = _number(made.length)
    return f"{count}/{_number(made.limits.most)}" if made.limits.most else count


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def advice(made: Copied) -> str:
    """What to know before pasting: the end is missing, or only the beginning is seen at once."""
    if made.cut:
        return _("Longer than a message may be: it ends with a sentence and the website's address.")
    if made.limits.seen and made.length > made.limits.seen:
        return _("The first {count} characters are seen before “See more”: say the news there.").format(
            count=made.limits.seen
        )
    return ""


class Copying:
    """Options: ``settings`` keeps the hashtags of this PC."""

    def __init__(self, parent: tkinter.Misc, *, dialogs: Dialogs, toast: Toast, settings: Remembers) -> None:
        self._parent, self._dialogs, self._toast, self._settings = parent, dialogs, toast, settings

    def items(self, article_id: str) -> list[Item]:
        """The lines of the menu: a place each, and the look before."""
        places = [Item(_(text), partial(self.copy, article_id, shape)) for shape, text in SHAPES.items()]
        return [*places, Item(""), Item(_("Look and change…"), partial(self.look, article_id))]

    def copy(self, article_id: str, shape: str) -> None:
        """Put the words for one place into the clipboard and say how long they are."""
        try:
            words = sharing.approved_words(article_id)
        except UserError as error:
            self._dialogs.show_error(error)
            return
        self._put(made_for(shape, words, article_id, self._settings.hashtags), words)

    def _put(self, made: Copied, words: ApprovedWords) -> None:
        put_in_clipboard(self._parent, made.words)
        said = _("Version {number} is copied: {length} characters").format(
            number=words.revision, length=length_words(made)
        )
        newer = _("The newer words are not approved and not in it.") if words.newer else ""
        self._toast.say(". ".join(part for part in (said, newer or advice(made)) if part))

    def look(self, article_id: str) -> None:
        """Show the words of each place before they are copied."""
        try:
            words = sharing.approved_words(article_id)
        except UserError as error:
            self._dialogs.show_error(error)
            return
        dialog = CopyDialog(self._parent, article_id, words, self._settings)
        made = dialog.run(focus=dialog.shape)
        if isinstance(made, Copied):
            self._put(made, words)


def made_for(shape: str, words: ApprovedWords, article_id: str, hashtags: str) -> Copied:
    """The words for a place, with the address where this article can be read on."""
    return sharing.copied(shape, words, address=rows.website_address(article_id), hashtags=hashtags)


def put_in_clipboard(widget: tkinter.Misc, words: str) -> None:
    """Replace what is in the clipboard."""
    widget.clipboard_clear()
    widget.clipboard_append(words)


class CopyDialog(Modal):
    """The words as they will be pasted; they may be changed here. The answer is what was copied."""

    def __init__(self, parent: tkinter.Misc, article_id: str, words: ApprovedWords, settings: Remembers) -> None:
        super().__init__(parent, _("Copy the text"), minsize=(680, 420))
        self._article_id, self._words, self._settings = article_id, words, settings
        head = ttk.Frame(self.body, bootstyle="@card")
        head.pack(fill="x", pady=(0, px(INSIDE)))
        ttk.Label(head, text=_("Copy the text"), font=fonts.SECTION, bootstyle="@card").pack(side="left")
        self.shape = ttk.Combobox(head, values=[_(text) for text in SHAPES.values()], state="readonly", width=32)
        self.shape.current(list(SHAPES).index("facebook"))
        self.shape.bind("<<ComboboxSelected>>", lambda event: self.show())
        self.shape.pack(side="right")
        self._tag_row()
        self.text = TextBox(self.body, height=14)
        self.text.pack(fill="both", expand=True)
        self.text.on_pause(0.3, self.count)
        self.length = ttk.Label(self.body, font=fonts.STRONG, bootstyle="@card")
        self.length.pack(anchor="w", pady=(px(HALF), 0))
        self.advice = ttk.Label(self.body, text=" ", wraplength=px(620), bootstyle="@card secondary")
        self.advice.pack(anchor="w", pady=(0, px(BETWEEN)))
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x")
        self.ok = self.button(foot, _("Copy"), self.copy, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.show()

    def _tag_row(self) -> None:
        self.tag_row = ttk.Frame(self.body, bootstyle="@card")
        ttk.Label(self.tag_row, text=_("Hashtags of the school"), bootstyle="@card").pack(side="left")
        self.tags = ttk.Entry(self.tag_row, width=40)
        self.tags.insert(0, self._settings.hashtags)
        self.tags.pack(side="left", fill="x", expand=True, padx=(px(INSIDE), 0))
        self.tags.bind("<FocusOut>", lambda event: self.keep_tags(), "+")
        self.tags.bind("<Return>", lambda event: self.keep_tags(), "+")

    @property
    def chosen(self) -> str:
        """The place that is chosen, one of SHAPES."""
        return list(SHAPES)[self.shape.current()]

    def keep_tags(self) -> None:
        """Remember the hashtags and write them below the text."""
        if self.tags.get().strip() != self._settings.hashtags:
            self._settings.hashtags = self.tags.get().strip()
            self._settings.save()
            self.show()

    def show(self) -> None:
        """The words for the chosen place."""
        if self.chosen == "facebook":
            self.tag_row.pack(fill="x", pady=(0, px(INSIDE)), before=self.text)
        else:
            self.tag_row.pack_forget()
        self._made = made_for(self.chosen, self._words, self._article_id, self._settings.hashtags)
        self.text.set(self._made.words)
        self._tell(self._made)

    def count(self) -> None:
        """Say how long it is after a change by hand."""
        self._tell(self._changed())

    def _changed(self) -> Copied:
        words = self.text.get().strip()
        cut = self._made.cut and words == self._made.words.strip()
        return Copied(words, sharing.length(words), sharing.limits(self.chosen), cut)

    def _tell(self, made: Copied) -> None:
        too_long = made.limits.most and made.length > made.limits.most
        self.length.configure(
            text=_("{length} characters").format(length=length_words(made)),
            bootstyle="@card danger" if too_long else "@card",
        )
        newer = _("The newer words are not approved and not in it.") if self._words.newer else ""
        self.advice["text"] = " ".join(part for part in (newer, advice(made)) if part) or " "

    def copy(self) -> None:
        """Answer what stands there now."""
        self.close(self._changed())
