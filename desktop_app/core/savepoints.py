"""Unsaved words on their way to the disk: written on a thread of their own, so that a slow disk never stalls typing."""

from __future__ import annotations

import threading

from db import database
from desktop_app.core.articles import ArticleText, keep_savepoint


class Savepoints:
    """One writer for one sheet: in order, the newest words win, ``wait`` before anything else is written."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._waiting: tuple[str, ArticleText] | None = None
        self._writing = self._ended = False
        self._problem: Exception | None = None
        self._thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether words are still on their way."""
        return self._waiting is not None or self._writing

    def keep(self, article_id: str, text: ArticleText) -> None:
        """Put ``text`` on disk soon; words that still wait for the disk are forgotten for these."""
        with self._turn:
            self._waiting, self._ended = (article_id, text), False
            if self._thread is None:
                self._thread = threading.Thread(target=self._write_on, name="savepoints", daemon=True)
                self._thread.start()
            self._turn.notify_all()

    def wait(self) -> None:
        """Until everything is on disk. Raises what went wrong since the last time somebody asked."""
        with self._turn:
            self._turn.wait_for(lambda: not self.busy)
            problem, self._problem = self._problem, None
        if problem is not None:
            raise problem

    def close(self) -> None:
        """Write what waits and end the thread."""
        with self._turn:
            self._ended = True
            self._turn.notify_all()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

    def _write_on(self) -> None:
        while (words := self._next()) is not None:
            problem = _written(*words)
            with self._turn:
                self._writing, self._problem = False, problem
                self._turn.notify_all()

    def _next(self) -> tuple[str, ArticleText] | None:
        with self._turn:
            self._turn.wait_for(lambda: self._waiting is not None or self._ended)
            words, self._waiting = self._waiting, None
            self._writing = words is not None
            return words


def _written(article_id: str, text: ArticleText) -> Exception | None:
    """Put words on disk by a connection of this thread's own; says what stopped it."""
    try:
        with database.connection_context():
            keep_savepoint(article_id, text)
    except Exception as problem:  # whatever it is, the person at the keyboard must hear of it
        return problem
    return None
