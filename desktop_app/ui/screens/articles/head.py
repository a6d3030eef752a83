"""The line above an open article: the way back, its state and version, saving it, putting it away."""

from __future__ import annotations

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from db.queries.articles import ArticleWhole
from desktop_app.core.article_rules import STATE_WORDS
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.screens.articles import words as article_words
from desktop_app.ui.theme import INSIDE, px
from desktop_app.ui.widgets.badge import Badge

Act = Callable[[], object]


class ArticleHead(ttk.Frame):
    """Options: ``back()`` to the list, ``save()``, ``cancel()``."""

    def __init__(self, parent: tkinter.Misc, *, back: Act, save: Act, cancel: Act) -> None:
        super().__init__(parent)
        self.to_list = ttk.Button(self, text=_("All articles"), icon="arrow-left", command=back, bootstyle="ghost")
        self.to_list.pack(side="left", padx=(0, px(INSIDE)))
        self.badge = Badge(self, "")
        self.badge.pack(side="left")
        self.version = ttk.Label(self, font=fonts.NOTE, bootstyle="secondary")
        self.version.pack(side="left", padx=px(INSIDE))
        self.save = ttk.Button(self, text=_("Save"), icon="check2", command=save)
        self.save.pack(side="right")
        self.cancel = ttk.Button(self, text=_("Cancel the article…"), command=cancel, bootstyle="ghost")

    def show(self, article: ArticleWhole | None) -> None:
        """The article as it is now; None is a sheet with no word on it."""
        state = article.state if article else "writing"
        self.badge.show(_(STATE_WORDS[state]), article_words.STATE_KINDS[state])
        self.version["text"] = article_words.version_words(article)
        self.save.configure(state="normal" if article_words.may_write(state) else "disabled")
        if article is not None and "cancel" in article_words.offers(state, 0):
            self.cancel.pack(side="right", padx=px(INSIDE))
        else:
            self.cancel.pack_forget()
