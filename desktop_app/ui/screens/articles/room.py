"""The room of articles: the list, one article, or the principal's queue in its place. Esc goes back to the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import ttkbootstrap as ttk

from desktop_app.core.articles import ChangedElsewhere
from desktop_app.core.home import Home
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.articles.editor import ArticleEditor
from desktop_app.ui.screens.articles.list import ArticleList
from desktop_app.ui.screens.articles.queue import ApprovalQueue
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.screen import Act, ByName, Screen, Show
from desktop_app.ui.theme import BETWEEN, INSIDE, ROUND, px
from desktop_app.ui.widgets.toast import Toast


class ArticlesScreen(Screen):
    """Wishes of ``show``: ``article_id`` opens one, ``new`` begins one (on ``topic_id``), ``tab`` shows a tab,
    ``queue`` shows what waits for approval (with ``article_id`` that one first), ``find`` marks words in the text."""

    follows_month = False

    def __init__(
        self,
        parent: ttk.Frame,
        *,
        home: Home,
        show: Show,
        runner: Runner,
        dialogs: Dialogs,
        toast: Toast,
        by_name: ByName,
        saved: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self.configure(padding=(px(ROUND), px(INSIDE), px(ROUND), px(BETWEEN)))
        desk = Desk(home, runner, dialogs, toast, by_name, show, saved)
        self.list = ArticleList(self, desk=desk, opened=self.open_article, started=self.start, to_queue=self.to_queue)
        self.editor = ArticleEditor(self, desk=desk, back=self.to_list)
        self.queue = ApprovalQueue(self, desk=desk, back=self.to_list)
        self.list.pack(fill="both", expand=True)

    @property
    def deciding(self) -> bool:
        """Whether the principal's queue is open, in place of the list."""
        return bool(self.queue.winfo_manager())

    @property
    def writing(self) -> bool:
        """Whether one article is open, in place of the list."""
        return bool(self.editor.winfo_manager())

    def open(self, **wishes: Any) -> None:
        article_id, topic_id = wishes.get("article_id"), wishes.get("topic_id")
        if wishes.get("queue"):
            self.to_queue(article_id or "")
            return
        if article_id or wishes.get("new"):
            self._write(article_id or None, topic_id)
            if wishes.get("find"):
                self.editor.fields.writing.find(wishes["find"])
            return
        self._show(self.list)
        if wishes.get("tab"):
            self.list.choose(wishes["tab"])
        elif wishes.get("only"):
            self.list.see_only(wishes["only"])

    def open_article(self, article_id: str) -> None:
        """Open one article of the list."""
        self._write(article_id, None)
        self.focus_first()

    def start(self) -> None:
        """An empty sheet; what was open is kept first."""
        if self.leave():
            self._write(None, None)
            self.focus_first()

    def to_queue(self, article_id: str = "") -> None:
        """What waits for approval, in place of the list."""
        if self.leave():
            self._show(self.queue)
            self.queue.choose(article_id)
            self.focus_first()

    def to_list(self) -> None:
        """Keep what is typed and go back to the list."""
        if self.leave():
            self._show(self.list)
            self.list.refresh()
            self.focus_first()

    def refresh(self) -> None:
        self._face.refresh()

    def news(self) -> None:
        if self.writing:
            self.editor.news()

    def leave(self) -> bool:
        if self.writing:
            with suppress(ChangedElsewhere):  # nothing was chosen: the words are a draft that is offered again
                self.editor.keep()
        return True

    def acts(self) -> Mapping[str, Act]:
        if self.deciding:
            return {"new": self.start, "print": self.queue.print, "back": self.to_list}
        if not self.writing:
            return {"new": self.start, "export": self.list.intake.import_files, **self.list.acts()}
        return {"new": self.start, "save": self.editor.save, "submit": self.editor.submit, "back": self.to_list}

    def focus_first(self) -> None:
        if self.writing:
            self.editor.fields.title.focus_set()
        else:
            (self.queue if self.deciding else self.list).focus_first()

    @property
    def _face(self) -> ArticleList | ArticleEditor | ApprovalQueue:
        return self.editor if self.writing else self.queue if self.deciding else self.list

    def _write(self, article_id: str | None, topic_id: str | None) -> None:
        self.editor.open(article_id, topic_id)
        self._show(self.editor)

    def _show(self, face: ttk.Frame) -> None:
        for other in (self.list, self.editor, self.queue):
            if other is not face:
                other.pack_forget()
        face.pack(fill="both", expand=True)
