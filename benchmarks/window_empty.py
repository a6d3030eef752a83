"""The peer of our window: an empty one of ttkbootstrap, until it is painted; a line on the input ends it."""

from __future__ import annotations

import sys
import time

import ttkbootstrap as ttk

if __name__ == "__main__":
    window = ttk.App(title="Empty", size=(1366, 768))
    window.update()
    window.winfo_pointerxy()  # an answer from the screen: all that was sent before it is painted
    print(time.monotonic(), flush=True)
    sys.stdin.readline()
