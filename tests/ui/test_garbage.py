"""Pictures and variables of Tk end on the window's thread, never on a worker's."""

from __future__ import annotations

import gc
import threading
import tkinter
from collections.abc import Callable

from desktop_app.core.jobs import Progress
from desktop_app.ui.runner import Runner
from desktop_app.ui.window import Window


class Circle:
    """Garbage that only the cyclic collector finds, with a picture of Tk in it."""

    def __init__(self, window: Window, ended_on: list[str]) -> None:
        self.itself = self
        self.picture = tkinter.PhotoImage(master=window, width=1, height=1)
        self._ended_on = ended_on

    def __del__(self) -> None:
        self._ended_on.append(threading.current_thread().name)


def test_garbage_of_the_window_is_never_swept_by_a_worker(
    window: Window, wait_until: Callable[[Callable[[], object]], None]
) -> None:
    ended_on: list[str] = []
    for _ in range(20):
        Circle(window, ended_on)

    def busy(progress: Progress) -> int:
        return len([[number] for number in range(200_000)])

    answers: list[int] = []
    runner = Runner(window)
    runner.run(busy, done=answers.append, failed=lambda error: None)
    wait_until(lambda: answers)
    runner.close()
    gc.collect()
    assert set(ended_on) == {threading.main_thread().name}
