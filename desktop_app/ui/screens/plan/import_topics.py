"""The third page of the plan's wizard: topics and their lines as a tree, corrected below it, taken back at will."""

from __future__ import annotations

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from db.text import nfc
from desktop_app.core.i18n import _
from desktop_app.core.plans import editing
from desktop_app.core.plans.editing import Topics
from desktop_app.ui import fonts
from desktop_app.ui.screens.plan import words as plan_words
from desktop_app.ui.screens.plan.in_hand import PlanInHand
from desktop_app.ui.theme import HALF, INSIDE, QUIET_TABLE, px
from desktop_app.ui.widgets.ellipsis import shortened
from desktop_app.ui.widgets.text_box import TextBox
from desktop_app.ui.wizard import WizardPage

Place = tuple[int, int | None]
"""A topic, or one of its lines: both counted from 0."""
TREE_WIDTH = 560


class TopicsPage(WizardPage):
    """The tree; the chosen row's words in the fields below; acts in a row."""

    def __init__(self, parent: tkinter.Misc, *, hand: PlanInHand) -> None:
        super().__init__(parent)
        self._hand = hand
        self._at: Place | None = None
        self._acts()
        self._fields()
        self.note = ttk.Label(self, font=fonts.NOTE, bootstyle="@card secondary")
        self.note.pack(side="bottom", anchor="w", pady=(px(HALF), 0))
        self._tree()

    def _tree(self) -> None:
        place = ttk.Frame(self, bootstyle="@card")
        place.pack(fill="both", expand=True)
        self.tree = ttk.Treeview(place, show="tree", selectmode="browse", style=QUIET_TABLE, height=5)
        bar = ttk.Scrollbar(place, command=self.tree.yview, bootstyle="@card")
        self.tree.configure(yscrollcommand=bar.set)
        bar.pack(side="right", fill="y")
        self.tree.pack(side="left", fill="both", expand=True)
        self.tree.bind("<<TreeviewSelect>>", lambda event: self._chosen())
        self.tree.bind("<Delete>", lambda event: self.remove())

    def _fields(self) -> None:
        row = ttk.Frame(self, bootstyle="@card")
        row.pack(side="bottom", fill="x", pady=(px(INSIDE), 0))
        left = ttk.Frame(row, bootstyle="@card")
        left.pack(side="left", anchor="n", padx=(0, px(INSIDE)))
        self.number_label = ttk.Label(left, text=_("No."), font=fonts.NOTE, bootstyle="@card secondary")
        self.number_label.pack(anchor="w")
        self.number = ttk.Entry(left, width=5)
        self.number.pack()
        right = ttk.Frame(row, bootstyle="@card")
        right.pack(side="left", fill="x", expand=True)
        self.words_label = ttk.Label(right, font=fonts.NOTE, bootstyle="@card secondary")
        self.words_label.pack(anchor="w")
        self.box = TextBox(right, height=3)
        self.box.pack(fill="x")
        for field in (self.number, self.box.text):
            field.bind("<FocusOut>", lambda event: self.keep(), "+")

    def _acts(self) -> None:
        row = ttk.Frame(self, bootstyle="@card")
        row.pack(side="bottom", fill="x", pady=(px(INSIDE), 0))
        self.buttons = {
            "topic": self._act(row, _("Add a topic"), self.add_topic),
            "item": self._act(row, _("Add a line"), self.add_item),
            "split": self._act(row, _("Split at the cursor"), self.split),
            "remove": self._act(row, _("Take out"), self.remove),
        }
        self.reset = ttk.Button(row, text=_("As it was read"), command=self.take_back, bootstyle="@card ghost")
        self.reset.pack(side="right")

    def _act(self, row: ttk.Frame, text: str, command: Callable[[], object]) -> ttk.Button:
        button = ttk.Button(row, text=text, command=command, bootstyle="@card", takefocus=True)
        button.pack(side="left", padx=(0, px(HALF)))
        return button

    # ------------------------------------------------------------ the page

    def enter(self) -> None:
        self._at = None
        self._build((0, None))

    def leave(self) -> bool:
        self.keep()
        return True

    def problem(self) -> str | None:
        nameless = any(not topic.title for topic in self._hand.draft.topics)
        return _("A topic has no title.") if nameless else None

    def keep(self) -> None:
        """Take over what stands in the fields."""
        if self._at is None:
            return
        topic, item = self._at
        words, topics = nfc(self.box.get()), self._hand.draft.topics
        if item is None:
            changed = editing.with_topic(topics, topic, printed_no=self.number.get(), title=words)
        else:
            changed = editing.with_item(topics, topic, item, words)
        if changed != topics:
            self._hand.change(topics=changed)
            self.tree.item(_iid(self._at), text=self._words_of(self._at))
            self._say_note()

    # ------------------------------------------------------------ acts

    def add_topic(self) -> None:
        """A topic below the chosen one, ready to be named."""
        after = self._at[0] if self._at else -1
        self._change(lambda topics: editing.with_new_topic(topics, after, _("New topic")), (after + 1, None))
        self._edit()

    def add_item(self) -> None:
        """A line of content below the chosen one, ready to be written."""
        if self._at is not None:
            topic, item = self._at
            after = -1 if item is None else item
            self._change(lambda topics: editing.with_new_item(topics, topic, after, _("New line")), (topic, after + 1))
            self._edit()

    def split(self) -> None:
        """Cut the chosen line in two where the cursor stands in its words."""
        if self._at is not None and self._at[1] is not None:
            topic, item = self._at[0], self._at[1]
            at = len(self.box.text.get("1.0", "insert"))
            self._change(lambda topics: editing.with_item_split(topics, topic, item, at), (topic, item + 1))

    def remove(self) -> None:
        """Take the chosen topic or line out."""
        if self._at is None:
            return
        topic, item = self._at
        if item is None:
            self._change(lambda topics: editing.without_topic(topics, topic), (max(0, topic - 1), None))
        else:
            self._change(lambda topics: editing.without_item(topics, topic, item), (topic, item - 1 if item else None))

    def take_back(self) -> None:
        """All topics as they were read."""
        self._at = None
        self._hand.change(topics=self._hand.read.topics)
        self._build((0, None))

    def _change(self, change: Callable[[Topics], Topics], choose: Place) -> None:
        self.keep()
        before = self._hand.draft.topics
        after = change(before)
        if after != before:
            self._at = None
            self._hand.change(topics=after)
            self._build(choose)

    # ------------------------------------------------------------ the tree

    def _build(self, choose: Place) -> None:
        self.tree.delete(*self.tree.get_children())
        for number, topic in enumerate(self._hand.draft.topics):
            self.tree.insert("", "end", iid=_iid((number, None)), text=self._words_of((number, None)), open=False)
            for order, _item in enumerate(topic.items):
                place = (number, order)
                self.tree.insert(_iid((number, None)), "end", iid=_iid(place), text=self._words_of(place))
        self._say_note()
        if self.tree.exists(_iid(choose)):
            self.tree.see(_iid(choose))
            self.tree.selection_set(_iid(choose))
            self.tree.focus(_iid(choose))
        self._show(choose if self.tree.exists(_iid(choose)) else None)  # the tree tells of its choice only later

    def _words_of(self, place: Place) -> str:
        topic = self._hand.draft.topics[place[0]]
        if place[1] is None:
            return shortened(f"{topic.printed_no or plan_words.NO_NUMBER}   {topic.title}", px(TREE_WIDTH - 40))
        item = topic.items[place[1]]
        return shortened(("– " if item.had_dash else "") + item.text, px(TREE_WIDTH - 60))

    def _chosen(self) -> None:
        chosen = self.tree.selection()
        place = _place(chosen[0]) if chosen else None
        if place != self._at:
            self.keep()
            self._show(place)

    def _show(self, place: Place | None) -> None:
        self._at = place
        is_topic = place is not None and place[1] is None
        self.number.configure(state="normal")
        self.number.delete(0, "end")
        self.box.set(self._text_of(place))
        self.words_label["text"] = _("Title") if is_topic else _("Content")
        if is_topic and place is not None:
            self.number.insert(0, self._hand.draft.topics[place[0]].printed_no or "")
        self.number.configure(state="normal" if is_topic else "disabled")
        self.buttons["split"].configure(state="disabled" if is_topic or place is None else "normal")

    def _text_of(self, place: Place | None) -> str:
        if place is None:
            return ""
        topic = self._hand.draft.topics[place[0]]
        return topic.title if place[1] is None else topic.items[place[1]].text

    def _edit(self) -> None:
        self.update_idletasks()
        self.box.focus_set()
        self.box.text.tag_add("sel", "1.0", "end-1c")

    def _say_note(self) -> None:
        self.note["text"] = plan_words.gap_note([topic.printed_no for topic in self._hand.draft.topics])


def _iid(place: Place) -> str:
    topic, item = place
    return f"{topic}" if item is None else f"{topic}.{item}"


def _place(iid: str) -> Place:
    topic, _dot, item = iid.partition(".")
    return int(topic), int(item) if item else None
