"""Long jobs: each ends in exactly one way, on the Tk thread, and closing waits."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from desktop_app.core.jobs import Progress
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.runner import AlreadyBusy, Runner
from desktop_app.ui.window import Window
from tests.ui.conftest import WaitUntil, turn


class Ends:
    """What a job ended in, and on which thread that was said."""

    def __init__(self) -> None:
        self.said: list[tuple[str, Any]] = []
        self.threads: set[str] = set()

    def callbacks(self) -> dict[str, Any]:
        return {
            "done": lambda result: self._say("done", result),
            "failed": lambda error: self._say("failed", error),
            "cancelled": lambda: self._say("cancelled", None),
        }

    def _say(self, end: str, what: Any) -> None:
        self.said.append((end, what))
        self.threads.add(threading.current_thread().name)


def until_cancelled(progress: Progress) -> None:
    while True:
        progress.step(1, 2, "working")
        time.sleep(0.005)


def test_a_finished_job_hands_its_result_to_the_tk_thread(window: Window, wait_until: WaitUntil) -> None:
    ends = Ends()
    window.runner.run(lambda progress: 42, **ends.callbacks())
    wait_until(lambda: ends.said)
    turn(window, 120)
    assert ends.said == [("done", 42)]
    assert ends.threads == {"MainThread"}
    assert not window.runner.busy


def test_a_failed_job_hands_over_its_error(window: Window, wait_until: WaitUntil) -> None:
    ends = Ends()
    error = OSError("the stick is gone")

    def job(progress: Progress) -> None:
        raise error

    window.runner.run(job, **ends.callbacks())
    wait_until(lambda: ends.said)
    assert ends.said == [("failed", error)]


def test_a_cancelled_job_says_so_once(window: Window, wait_until: WaitUntil) -> None:
    ends, texts = Ends(), []
    window.runner.run(until_cancelled, **ends.callbacks(), stepped=lambda progress: texts.append(progress.text))
    wait_until(lambda: "working" in texts)
    window.runner.cancel()
    wait_until(lambda: ends.said)
    assert ends.said == [("cancelled", None)]


def test_a_second_job_is_refused_while_one_runs(window: Window, wait_until: WaitUntil) -> None:
    ends = Ends()
    window.runner.run(until_cancelled, **ends.callbacks())
    with pytest.raises(AlreadyBusy):
        window.runner.run(until_cancelled, **ends.callbacks())
    window.runner.cancel()
    wait_until(lambda: ends.said)


def test_closing_stops_every_job_and_calls_nobody_back(window: Window) -> None:
    ends = Ends()
    runner = Runner(window)
    runner.run(until_cancelled, **ends.callbacks())
    runner.run_quietly(until_cancelled, title="photos", failed=lambda error: ends.said.append(("failed", error)))
    turn(window, 80)
    started = time.monotonic()
    runner.close()
    turn(window, 150)
    assert time.monotonic() - started < 2
    assert ends.said == []
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("job", "quiet"))]


def test_every_job_has_a_session_of_its_own_thread(window: Window, wait_until: WaitUntil) -> None:
    opened: list[str] = []

    @contextmanager
    def session() -> Iterator[None]:
        opened.append(threading.current_thread().name)
        yield
        opened.append("closed")

    ends = Ends()
    runner = Runner(window, session)
    runner.run(lambda progress: None, **ends.callbacks())
    wait_until(lambda: ends.said)
    runner.close()
    assert opened[0].startswith("job")
    assert opened[1] == "closed"


def test_quiet_jobs_follow_each_other_and_show_in_the_status_strip(window: Window, wait_until: WaitUntil) -> None:
    order: list[object] = []
    go_on = threading.Event()

    def first(progress: Progress) -> None:
        progress.step(1, 4)
        go_on.wait(5)
        order.append("first")

    window.runner.run_quietly(first, title="Preparing photos", failed=order.append)
    window.runner.run_quietly(lambda progress: order.append("second"), title="Counting", failed=order.append)
    wait_until(lambda: "Preparing photos 25 %" in window.status._job["text"])
    assert "1 more" in window.status._job["text"]
    go_on.set()
    wait_until(lambda: not window.runner.quiet_jobs)
    assert order == ["first", "second"]


def test_the_dialog_shows_the_job_and_stops_it(window: Window, wait_until: WaitUntil) -> None:
    ends = Ends()
    dialog = run_with_dialog(window, window.runner, until_cancelled, title="Packing", **ends.callbacks())
    wait_until(lambda: dialog.text["text"] == "working")
    assert dialog.share["text"] == "50 %"
    dialog.stop.invoke()
    assert dialog.stop["text"] == "Stopping…"
    assert str(dialog.stop["state"]) == "disabled"
    wait_until(lambda: ends.said)
    assert ends.said == [("cancelled", None)]
    assert not dialog.winfo_exists()
