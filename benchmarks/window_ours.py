"""Our window over the home folder named first, until it is painted; "photos" as second word looks through them all.

It says when it was painted (time.monotonic, the same clock for every process), then waits for a line on its input.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from desktop_app.core import i18n
from desktop_app.core.home import Home
from desktop_app.core.settings import load_settings
from desktop_app.ui import start
from desktop_app.ui.screens.media.screen import MediaScreen
from desktop_app.ui.window import Window

STOPS = 8
LOOK_MS = 150


def main(folder: str, act: str = "") -> None:
    home = Home(Path(folder))
    with home.opened():
        settings = load_settings(home.settings_file)
        i18n.set_language(settings.language)
        window = start.furnished(home, settings)
        window.update()
        window.winfo_pointerxy()  # an answer from the screen: all that was sent before it is painted
        print(time.monotonic(), flush=True)
        if act == "photos":
            look_through_photos(window)
            print("looked", flush=True)
        sys.stdin.readline()
        window.runner.close()
        window.destroy()


def look_through_photos(window: Window) -> None:
    """From the first photo to the last, long enough at each stop for its pictures to come."""
    window.show("media")
    screen = window.screen
    assert isinstance(screen, MediaScreen)
    grid = screen.grid_
    for stop in range(STOPS + 1):
        grid.go_to(stop * (grid.count - 1) // STOPS)
        window.after(LOOK_MS, window.quit)
        window.mainloop()


if __name__ == "__main__":
    main(*sys.argv[1:])
