"""Our table over 100,000 articles against a Treeview that takes in 10,000 of them.

Both ask the same records with the same question; opening ends when all is painted, so does the jump to the last row.
"""

from __future__ import annotations

import time
import tkinter.ttk
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

from benchmarks.archive import write_articles
from benchmarks.measuring import ROUNDS, Row, show, workplace
from db.queries import article_list
from desktop_app.core.home import Home
from desktop_app.core.settings import Settings
from desktop_app.ui.widgets.table import Column, DataTable
from desktop_app.ui.window import Window

Made = TypeVar("Made")

ROWS, PEER_ROWS = 100_000, 10_000
FRAME = 0.016
COLUMNS = (
    Column("title", "Headline", 300, stretch=True),
    Column("topic", "Topic", 120),
    Column("authors", "Authors", 120),
    Column("state", "State", 110),
    Column("event_date", "Day", 120, "date"),
    Column("photos", "Photos", 60, "number"),
)


def main() -> None:
    with workplace() as work, Home(work / "home").opened():
        write_articles(ROWS, with_words=False)
        window = opened_window(work)
        taken = [(*open_ours(window), *open_treeview(window)) for _ in range(ROUNDS + 1)][1:]
        opened, jumped, their_opened, their_jumped = (median(side) for side in zip(*taken, strict=True))
        window.destroy()
        against = f"Treeview of {PEER_ROWS:,} rows"
        show(
            Row(f"open a table of {ROWS:,} rows", against, opened, their_opened, most=0.5),
            Row("jump to its last row", against, jumped, their_jumped, limit=FRAME),
        )


def opened_window(work: Path) -> Window:
    window = Window(Settings(work / "settings.json"))
    window.deiconify()
    window.update()
    return window


def open_ours(window: Window) -> tuple[float, float]:
    """Seconds to open our table, seconds to jump to its end."""
    frame = covering(window)

    def build() -> DataTable:
        table = DataTable(frame, COLUMNS, page=page, count=count)
        tkinter.Pack.pack_configure(table, fill="both", expand=True)
        table.refresh()
        return table

    table, opened = painted(window, build)
    jumped = painted(window, lambda: table.go_to(ROWS - 1))[1]
    assert table.rows[-1] == page(ROWS - 1, 1)[0]
    frame.destroy()
    return opened, jumped


def count() -> int:
    return sum(article_list.article_counts().values())


def page(offset: int, limit: int) -> list[article_list.ArticleRow]:
    return article_list.articles("writing", offset=offset, limit=limit, of=ROWS)


def open_treeview(window: Window) -> tuple[float, float]:
    """The same of a plain Treeview that is given all its rows at once."""
    frame = covering(window)

    def build() -> tkinter.ttk.Treeview:
        tree = tkinter.ttk.Treeview(frame, columns=[column.name for column in COLUMNS], show="headings")
        for row in page(0, PEER_ROWS):
            tree.insert("", "end", values=[column.words(row) for column in COLUMNS])
        tree.pack(fill="both", expand=True)
        return tree

    tree, opened = painted(window, build)
    jumped = painted(window, lambda: tree.see(tree.get_children()[-1]))[1]
    frame.destroy()
    return opened, jumped


def covering(window: Window) -> tkinter.Frame:
    """An empty place as large as the window."""
    frame = tkinter.Frame(window)
    frame.place(x=0, y=0, relwidth=1, relheight=1)
    return frame


def painted(window: Window, act: Callable[[], Made]) -> tuple[Made, float]:
    """What ``act`` makes, and the seconds until all of it is on the screen."""
    began = time.perf_counter()
    made = act()
    window.update()
    return made, time.perf_counter() - began


if __name__ == "__main__":
    main()
