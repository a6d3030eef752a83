"""The sheet an article is written on: title, topic, day, authors, lead and body, kept while it is typed."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

import ttkbootstrap as ttk

from db.queries.articles import ArticleWhole
from db.queries.plans import TopicRow
from db.text import nfc
from desktop_app.core.articles import ArticleText
from desktop_app.core.i18n import _
from desktop_app.core.manuscripts.markup import word_count
from desktop_app.ui import fonts
from desktop_app.ui.later import Later
from desktop_app.ui.screens.articles.body import ArticleBody
from desktop_app.ui.screens.articles.words import topic_label
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.text_box import TextBox

KEEP_MS = 2000
"""From the first key that is not on disk until its words go there, however long somebody types on."""
COUNT_PAUSE = 0.4


class Described(NamedTuple):
    """What an article is about, when it happened, who wrote it."""

    topic_id: str | None = None
    event_date: date | None = None
    authors: tuple[str, ...] = ()


class Sheet(Scrolled):
    """A scrolled room that is never lower than the window: the text grows with it."""

    def _fit(self) -> None:
        super()._fit()
        height = max(self.inside.winfo_reqheight(), self.canvas.winfo_height())
        self.canvas.itemconfigure(self._item, height=height)

    def watch(self, widget: tkinter.Misc) -> None:
        """Fit anew when ``widget`` inside grows or shrinks: a room of set height would not hear of it."""
        widget.bind("<Configure>", lambda event: self.after_idle(self._fit), "+")


class ArticleFields(ttk.Frame):
    """Options: ``written()`` every few seconds of writing, ``described()`` after another topic, day or author."""

    def __init__(self, parent: tkinter.Misc, *, written: Callable[[], object], described: Callable[[], object]) -> None:
        super().__init__(parent, bootstyle="@card")
        self._keep = Later(self, written)
        self._described = described
        self._topics: list[tuple[str | None, str]] = []
        self.columnconfigure(0, weight=1)
        self.rowconfigure(6, weight=1)
        self._headline()
        self._about()
        self._text()
        self.arrange(narrow=False)

    def _headline(self) -> None:
        _label(self, _("Headline")).grid(row=0, sticky="w")
        self.title = ttk.Entry(self, font=fonts.STRONG)
        self.title.grid(row=1, sticky="we", pady=(0, px(INSIDE)))
        self._title_seen = ""
        self.title.bind("<KeyRelease>", self._title_typed)
        self.title.bind("<<Paste>>", lambda event: self._written_in(), "+")

    def _about(self) -> None:
        self._row = ttk.Frame(self, bootstyle="@card")
        self._row.grid(row=2, sticky="we")
        self._boxes = [ttk.Frame(self._row, bootstyle="@card") for _place in range(3)]
        for box, words in zip(self._boxes, self._about_words(), strict=True):
            _label(box, words).pack(anchor="w")
        self.topic = ttk.Combobox(self._boxes[0], state="readonly", width=8)
        self.topic.bind("<<ComboboxSelected>>", lambda event: self._described())
        for wheel in ("<MouseWheel>", "<Button-4>", "<Button-5>"):
            self.topic.bind(wheel, lambda event: "break")  # rolling the page must not choose another topic
        self.day = DateEntry(self._boxes[1], changed=self._described)
        self.authors = ttk.Entry(self._boxes[2], width=8)
        self.authors.bind("<FocusOut>", lambda event: self._described())
        for field in (self.topic, self.day, self.authors):
            field.pack(fill="x")
        self._narrow: bool | None = None

    def _about_words(self) -> tuple[str, str, str]:
        return _("Topic of the plan"), _("Day of the event"), _("Authors (separated by commas)")

    def arrange(self, *, narrow: bool) -> None:
        """Topic, day and authors in one row; where there is little room, below each other."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        gap, below = px(BETWEEN), (0, px(INSIDE))
        for place, box in enumerate(self._boxes):
            last = narrow or place == len(self._boxes) - 1
            row, column = (place, 0) if narrow else (0, place)
            box.grid(row=row, column=column, sticky="nwe", padx=(0, 0 if last else gap), pady=below)
        for column, weight in enumerate((1, 0, 0) if narrow else (3, 0, 2)):
            self._row.columnconfigure(column, weight=weight, uniform="" if narrow or not weight else "about")

    def _text(self) -> None:
        _label(self, _("Lead: the news in a sentence or two")).grid(row=3, sticky="w")
        self.lead = TextBox(self, height=2)
        self.lead.grid(row=4, sticky="we", pady=(0, px(INSIDE)))
        head = ttk.Frame(self, bootstyle="@card")
        head.grid(row=5, sticky="we")
        self.words = _label(head, "")
        self.words.pack(side="right")
        _label(head, _("Body of the article")).pack(side="left")
        self.writing = ArticleBody(self, lead=self._take_lead)
        self.writing.grid(row=6, sticky="nsew")
        self.body = self.writing.sheet
        for box in (self.lead, self.body):
            box.on_change(self._written_in)
        for field in (self.title, self.lead.text, self.body.text):
            field.bind("<FocusOut>", lambda event: self._keep.now() if self._keep.waits else None, "+")
        for field in (self.title, self.lead.text):
            self.writing.listen(field)
        self.body.on_pause(COUNT_PAUSE, self.count_words)

    def _take_lead(self, words: str) -> None:
        """The lead of a template, where none is written yet."""
        if not self.lead.get().strip():
            self.lead.set(words)
            self._written_in()

    # ------------------------------------------------------------ what is written

    def fill(self, article: ArticleWhole | None, topics: Sequence[TopicRow], topic_id: str | None = None) -> None:
        """Show an article, or an empty sheet for a new one."""
        self.enable(True)
        text = ArticleText(article.title, article.lead, article.body) if article else ArticleText()
        self.put(text)
        self._offer_topics(topics, article)
        self.describe(
            Described(article.topic_id, article.event_date, article.authors) if article else Described(topic_id)
        )
        for box in (self.lead, self.body):
            box.text.mark_set("insert", "1.0")
            box.text.see("1.0")
        self.writing.begin()

    def put(self, text: ArticleText) -> None:
        """Show other words, the cursor where it was; nothing is told."""
        self._keep.cancel()
        if nfc(self.title.get()) != text.title:
            _put_line(self.title, text.title)
        self._title_seen = self.title.get()
        for box, words in ((self.lead, text.lead), (self.body, text.body)):
            cursor, top = box.text.index("insert"), box.text.yview()[0]
            box.set(words)
            box.text.mark_set("insert", cursor)
            box.text.yview_moveto(top)
        self.count_words()

    def describe(self, described: Described) -> None:
        """Show another topic, day or authors; nothing is told."""
        self._choose(described.topic_id)
        self.day.set(described.event_date)
        _put_line(self.authors, ", ".join(described.authors))

    def text(self) -> ArticleText:
        """The words as they are typed, composed."""
        return ArticleText(self.title.get(), self.lead.get(), self.body.get()).composed()

    @property
    def being_described(self) -> bool:
        """Whether somebody is at the topic, the day or the authors now; half a day is no day yet."""
        focus = str(self.tk.call("focus"))  # the list below a topic is no widget that tkinter knows
        return any(focus == str(one) or focus.startswith(f"{one}.") for one in (self.topic, self.day, self.authors))

    def description(self) -> Described:
        """Topic, day and authors as they are filled in."""
        place = self.topic.current()
        topic_id = self._topics[place][0] if place >= 0 else None
        names = [" ".join(nfc(name).split()) for name in self.authors.get().split(",")]
        return Described(topic_id, self.day.get(), tuple(name for name in names if name))

    def enable(self, on: bool) -> None:
        """Let it be written in, or only read."""
        self.title.configure(state="normal" if on else "readonly")
        self.authors.configure(state="normal" if on else "readonly")
        self.day.entry.configure(state="normal" if on else "readonly")
        self.day.button.configure(state="normal" if on else "disabled")
        self.topic.configure(state="readonly" if on else "disabled")
        self.lead.enable(on)
        self.writing.enable(on)

    def field(self, name: str) -> Any:
        """The widget a line of the checklist is about."""
        return {
            "title": self.title,
            "topic": self.topic,
            "event_date": self.day,
            "authors": self.authors,
            "body": self.body,
        }.get(name)

    def count_words(self) -> None:
        """Say how long the text is."""
        self.words["text"] = _("{count} words").format(count=word_count(self.body.get()))

    # ------------------------------------------------------------ inside

    def _offer_topics(self, topics: Sequence[TopicRow], article: ArticleWhole | None) -> None:
        self._topics = [(None, _("Not chosen yet")), *((topic.id, topic_label(topic)) for topic in topics)]
        if article and article.topic_id and article.topic_id not in dict(self._topics):
            self._topics.append((article.topic_id, article.topic))  # a topic of an earlier plan
        self.topic.configure(values=[label for _id, label in self._topics])

    def _choose(self, topic_id: str | None) -> None:
        ids = [id_ for id_, _label in self._topics]
        self.topic.current(ids.index(topic_id) if topic_id in ids else 0)

    def _title_typed(self, event: tkinter.Event) -> None:
        if self.title.get() != self._title_seen:  # keys alone say nothing: input methods send letters without them
            self._title_seen = self.title.get()
            self._written_in()

    def _written_in(self) -> None:
        if not self._keep.waits:
            self._keep.start(KEEP_MS)


def _label(parent: tkinter.Misc, text: str) -> ttk.Label:
    return ttk.Label(parent, text=text, font=fonts.NOTE, bootstyle="@card secondary")


def _put_line(entry: ttk.Entry, text: str) -> None:
    cursor = entry.index("insert")
    entry.delete(0, "end")
    entry.insert(0, text)
    entry.icursor(cursor)
