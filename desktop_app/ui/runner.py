"""Runs the core's long jobs off the Tk thread: one with a dialog at a time, quiet ones in a second lane.

    runner.run(partial(bundle.export, plan_id, folder), done=self.exported, failed=dialogs.show_error)

A job is ``job(progress)``. It never touches Tk; the Tk side looks every 50 ms at the latest word of its Progress.
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple, TypeVar

from desktop_app.core.jobs import Cancelled, Progress

POLL_MS = 50

T = TypeVar("T")
Job = Callable[[Progress], T]
Session = Callable[[], AbstractContextManager[object]]


class AlreadyBusy(RuntimeError):
    """A second job was started while one runs. The window is modal then, so this is our mistake, not a person's."""


class QuietJob(NamedTuple):
    """A job of the second lane: what the status strip says of it."""

    title: str
    progress: Progress


class Runner:
    """The two lanes. ``session`` opens what a job needs on its own thread (a database connection)."""

    def __init__(self, root: tkinter.Misc, session: Session = nullcontext) -> None:
        self._root = root
        self._session = session
        self._main = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._second = ThreadPoolExecutor(max_workers=1, thread_name_prefix="quiet")
        self._progress: Progress | None = None
        self._quiet: list[QuietJob] = []
        self._watches: dict[int, str] = {}
        self._closed = False

    @property
    def busy(self) -> bool:
        """Whether a job with a dialog runs."""
        return self._progress is not None

    @property
    def quiet_jobs(self) -> tuple[QuietJob, ...]:
        """The running and waiting jobs of the second lane, oldest first."""
        return tuple(self._quiet)

    def run(
        self,
        job: Job[T],
        *,
        done: Callable[[T], object],
        failed: Callable[[BaseException], object],
        cancelled: Callable[[], object] = lambda: None,
        stepped: Callable[[Progress], object] = lambda progress: None,
    ) -> Progress:
        """Run ``job`` in the background; on the Tk thread exactly one of done, cancelled, failed follows.

        Raises AlreadyBusy while another one runs.
        """
        if self.busy:
            raise AlreadyBusy
        self._progress = progress = Progress()

        def over() -> None:
            self._progress = None

        future = self._main.submit(self._work, job, progress)
        self._watch(future, progress, stepped, over, done, failed, cancelled)
        return progress

    def run_quietly(
        self,
        job: Job[T],
        *,
        title: str,
        failed: Callable[[BaseException], object],
        done: Callable[[T], object] = lambda result: None,
    ) -> Progress:
        """Run ``job`` after the other quiet ones; it shows as ``title`` in the status strip only."""
        entry = QuietJob(title, Progress())
        self._quiet.append(entry)
        future = self._second.submit(self._work, job, entry.progress)
        over = lambda: self._quiet.remove(entry)  # noqa: E731  # a name of its own would say no more
        self._watch(future, entry.progress, lambda progress: None, over, done, failed, lambda: None)
        return entry.progress

    def cancel(self) -> None:
        """Ask the job with the dialog to stop at its next step."""
        if self._progress is not None:
            self._progress.cancel()

    def close(self) -> None:
        """Cancel everything and wait for it; nothing is called back afterwards."""
        self._closed = True
        self.cancel()
        for entry in self._quiet:
            entry.progress.cancel()
        for watch in self._watches.values():
            self._root.after_cancel(watch)
        self._watches.clear()
        for pool in (self._main, self._second):
            pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, job: Job[T], progress: Progress) -> T:
        with self._session():
            if progress.cancelled:
                raise Cancelled
            return job(progress)

    def _watch(
        self,
        future: Future[T],
        progress: Progress,
        stepped: Callable[[Progress], object],
        over: Callable[[], object],
        done: Callable[[T], object],
        failed: Callable[[BaseException], object],
        cancelled: Callable[[], object],
    ) -> None:
        def look() -> None:
            self._watches.pop(id(future), None)
            stepped(progress)
            if not future.done():
                later()
                return
            over()
            _tell(future, done, failed, cancelled)

        def later() -> None:
            if not self._closed:
                self._watches[id(future)] = self._root.after(POLL_MS, look)

        later()


def _tell(
    future: Future[T],
    done: Callable[[T], object],
    failed: Callable[[BaseException], object],
    cancelled: Callable[[], object],
) -> None:
    error = future.exception()
    if error is None:
        done(future.result())
    elif isinstance(error, Cancelled):
        cancelled()
    else:
        failed(error)
