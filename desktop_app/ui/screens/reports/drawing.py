"""The pages of the paper one works on: drawn in the background, shown once they are ready, let go of in time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.showing import Chosen, Shown, show_paper
from desktop_app.ui.runner import Runner
from desktop_app.ui.widgets.paper import Paper

Act = Callable[[], object]


class Drawing:
    """Options: the ``paper`` to show pages on; ``drawn(shown)`` is told, or ``failed(error)``."""

    def __init__(
        self,
        paper: Paper,
        *,
        home: Home,
        runner: Runner,
        drawn: Callable[[Shown], object],
        failed: Callable[[BaseException], object],
    ) -> None:
        self._paper, self._home, self._runner = paper, home, runner
        self._drawn, self._failed = drawn, failed
        self._of: Chosen | None = None
        self._progress: Progress | None = None
        self._then: list[Act] = []
        self.shown: Shown | None = None
        paper.bind("<Destroy>", lambda event: self.forget(), "+")

    def draw(self, chosen: Chosen) -> None:
        """Draw a paper anew; while it is the same paper with newer facts its old pages can be read on."""
        if self._progress is not None:
            self._progress.cancel()  # nobody waits for those pages any more
        if self._of is None or not _same(self._of, chosen):
            self.forget()
            self._paper.say(_("The pages are being drawn…"))
        self._of = chosen
        self._progress = self._runner.run_quietly(
            partial(show_paper, self._home, chosen),
            title=_("Drawing the report"),
            done=partial(self._ready, chosen),
            failed=partial(self._not_ready, chosen),
        )

    def when_ready(self, act: Act) -> None:
        """Do it with the pages of now, at once or as soon as they are drawn."""
        if self._progress is None and self.shown is not None:
            act()
        elif self._progress is not None:
            self._then = [act]

    def forget(self) -> None:
        """Let go of the pages and of what was to be done with them."""
        self._then = []
        shown, self.shown = self.shown, None
        if shown is not None:
            shown.pages.close()

    def _ready(self, chosen: Chosen, shown: Shown) -> None:
        if chosen != self._of or not self._paper.winfo_exists():
            shown.pages.close()
            return
        before, self.shown, self._progress = self.shown, shown, None
        self._paper.show(shown.pages)
        if before is not None:
            before.pages.close()
        self._drawn(shown)
        then, self._then = self._then, []
        for act in then:
            act()

    def _not_ready(self, chosen: Chosen, error: BaseException) -> None:
        if chosen == self._of:
            self._progress, self._then = None, []
            self.forget()
            self._paper.say("")
            self._failed(error)


def _same(one: Chosen, other: Chosen) -> bool:
    """Whether both are one paper; it has no id before anything of it was kept."""
    return one[:3] == other[:3] and (one.report_id == other.report_id or not one.report_id)
