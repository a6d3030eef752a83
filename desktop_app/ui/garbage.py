"""Keeps Python's cyclic garbage collector on the window's thread.

The collector runs wherever memory is asked for. On a worker's thread it may find a picture or a variable of Tk, whose
end is a call into Tk: that call waits for the window, and when the window just waits for the worker (on closing),
both wait for ever. So it is switched off while a window lives and run by the window's own clock.
"""

from __future__ import annotations

import gc
import tkinter

SWEEP_MS = 1_000
WHOLE_EVERY = 30
"""Every half minute all generations are swept; in between only the young ones, which takes about a millisecond."""


def keep_on_this_thread(window: tkinter.Misc) -> None:
    """Sweep from ``window``'s clock until it is destroyed."""
    gc.disable()
    window.bind("<Destroy>", lambda event: _give_back(event, window), add="+")
    window.after(SWEEP_MS, _sweep, window, 1)


def _sweep(window: tkinter.Misc, times: int) -> None:
    gc.collect(2 if times % WHOLE_EVERY == 0 else 1)
    window.after(SWEEP_MS, _sweep, window, times + 1)


def _give_back(event: tkinter.Event[tkinter.Misc], window: tkinter.Misc) -> None:
    if event.widget is window:
        gc.enable()
