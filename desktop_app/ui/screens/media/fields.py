"""The words of the chosen pictures: caption, activity, people, day, topic, credit, kept or not."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from db.text import nfc
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.screens.media.people import PeopleChoice
from desktop_app.ui.screens.media.words import Said, topic_choices
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.text_box import TextBox

LABEL_WIDTH = 92
PAUSE = 2.0
"""Seconds without a key after which the caption is kept."""


class MediaFields(ttk.Frame):
    """Options: ``left()`` when a field is left or a choice made, ``entered()`` for Enter in the caption."""

    def __init__(self, parent: tkinter.Misc, *, left: Callable[[], object], entered: Callable[[], object]) -> None:
        super().__init__(parent, bootstyle="@card")
        self._left, self._topics = left, {"": ""}
        self.columnconfigure(0, minsize=px(LABEL_WIDTH))
        self.columnconfigure(1, weight=1)
        self.caption = TextBox(self, height=2)
        self.caption.on_pause(PAUSE, left)
        self.caption.text.bind("<Return>", lambda event: self._entered(entered))
        self.activity, self.credit = self._suggesting(), self._suggesting()
        self.people = PeopleChoice(self, left)
        self.day = DateEntry(self, changed=left)
        self.source = ttk.Label(self, font=fonts.NOTE, bootstyle="@card secondary")
        self.topic = ttk.Combobox(self, state="readonly", width=10)
        self.topic.bind("<<ComboboxSelected>>", lambda event: left())
        self._kept = tkinter.BooleanVar(self)
        self.archive = ttk.Checkbutton(
            self, text=_("Keep as material"), variable=self._kept, command=left, bootstyle="@card primary"
        )
        self._place()

    def _place(self) -> None:
        self._above(0, _("Caption (Enter: next photo)"), self.caption)
        self._beside(2, _("Activity"), self.activity)
        self._above(3, _("Who is in it?"), self.people)
        self.consent_place = ttk.Frame(self, bootstyle="@card")
        self.consent_place.grid(row=5, column=0, columnspan=2, sticky="we")
        self._beside(6, _("Taken on"), self.day)
        self.source.grid(row=7, column=1, sticky="w")
        self._beside(8, _("Topic (heading)"), self.topic)
        self._beside(9, _("Credit"), self.credit)
        self.archive.grid(row=10, column=1, sticky="w", pady=(px(INSIDE), 0))

    def _above(self, row: int, label: str, field: ttk.Frame) -> None:
        words = ttk.Label(self, text=label, font=fonts.NOTE, bootstyle="@card secondary")
        words.grid(row=row, column=0, columnspan=2, sticky="w", pady=(px(INSIDE), px(HALF) // 2))
        field.grid(row=row + 1, column=0, columnspan=2, sticky="we")

    def _beside(self, row: int, label: str, field: tkinter.Widget) -> None:
        words = ttk.Label(self, text=label, font=fonts.NOTE, bootstyle="@card secondary")
        words.grid(row=row, column=0, sticky="nw", pady=(px(INSIDE + HALF + 2), 0), padx=(0, px(INSIDE)))
        field.grid(row=row, column=1, sticky="we", pady=(px(INSIDE), 0))

    def _suggesting(self) -> ttk.Combobox:
        box = ttk.Combobox(self, width=10)
        box.bind("<FocusOut>", lambda event: self._left())
        box.bind("<<ComboboxSelected>>", lambda event: self._left())
        box.bind("<Return>", lambda event: self._left())
        return box

    def _entered(self, entered: Callable[[], object]) -> str:
        entered()
        return "break"

    def offer(self, topics: Sequence[tuple[str, str]], activities: Sequence[str], credits: Sequence[str]) -> None:
        """What can be chosen instead of typed."""
        topic_id = self._topics.get(self.topic.get(), "")
        self._topics = topic_choices(topics, _("No topic"))
        self.topic.configure(values=list(self._topics))
        self._choose_topic(topic_id)
        self.activity.configure(values=list(activities))
        self.credit.configure(values=list(credits))

    def get(self) -> Said:
        """What the fields say now."""
        return Said(
            caption=" ".join(self.caption.get().split()),
            activity=nfc(self.activity.get()).strip(),
            people=self.people.get(),
            taken_on=self.day.get(),
            topic_id=self._topics.get(self.topic.get(), ""),
            credit=nfc(self.credit.get()).strip(),
            purpose_archive=None if self.archive.instate(["alternate"]) else bool(self._kept.get()),
        )

    def set(self, said: Said, source: str = "", *, several: bool = False) -> None:
        """Show other words; ``source`` says where the day comes from. Of ``several`` no topic is said to be none."""
        self.caption.set(said.caption)
        self.caption.kept()
        for box, text in ((self.activity, said.activity), (self.credit, said.credit)):
            box.set(text)
        self.people.set(said.people)
        self.day.set(said.taken_on)
        self.source["text"] = source
        self._choose_topic(said.topic_id)
        if several and not said.topic_id:
            self.topic.set("")
        self._kept.set(bool(said.purpose_archive))
        self.archive.state(["alternate" if said.purpose_archive is None else "!alternate"])

    def enable(self, on: bool) -> None:
        """Let them be filled in, or not."""
        self.caption.enable(on)
        for field in (
            self.activity,
            self.credit,
            self.topic,
            self.archive,
            self.day.entry,
            *self.people.buttons.values(),
        ):
            field.state(["!disabled" if on else "disabled"])

    def _choose_topic(self, topic_id: str) -> None:
        title = next((title for title, id_ in self._topics.items() if id_ == topic_id), "")
        self.topic.set(title)
