"""The strip along the bottom: what was kept, whether there is a network, which stick is in, what still runs quietly."""

from __future__ import annotations

import tkinter

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.later import Later
from desktop_app.ui.runner import QuietJob, Runner
from desktop_app.ui.theme import BETWEEN, HALF, px
from desktop_app.ui.words import percent

LOOK_MS = 400


class Status(ttk.Frame):
    """Three words that others set (``saved``, ``network``, ``usb``) and the quiet jobs, which it looks at itself.

    Each errand outside (website, mail, store) has a word of its own about the network; they stand beside each other.
    """

    def __init__(self, parent: tkinter.Misc, runner: Runner) -> None:
        super().__init__(parent, padding=(px(BETWEEN), px(HALF)), bootstyle="@chrome")
        self._runner = runner
        self._errands: dict[str, tuple[str, bool]] = {}
        self._saved, self._network, self._usb = (self._part() for _each in range(3))
        self._job = ttk.Label(self, font=fonts.NOTE, bootstyle="@chrome secondary")
        self._bar: ttk.Progressbar | None = None  # drawn with the first quiet job: the start has no time for it
        self._later = Later(self, self._look)
        self._look()

    def saved(self, words: str) -> None:
        """What was kept last, such as "Saved 10:32"."""
        self._say(self._saved, words, "check2")

    def network(self, errand: str, words: str, *, online: bool = False) -> None:
        """What an errand has to say of the network and of what waits for it; nothing to say: it is left out."""
        self._errands[errand] = (words, online)
        said = [each for each in self._errands.values() if each[0]]
        all_online = all(online for _words, online in said)
        self._say(self._network, " · ".join(words for words, _online in said), "wifi" if all_online else "wifi-off")

    def usb(self, words: str) -> None:
        """The stick that is in, or that none is."""
        self._say(self._usb, words, "usb-drive")

    def _part(self) -> ttk.Label:
        return ttk.Label(self, compound="left", font=fonts.NOTE, bootstyle="@chrome secondary")

    def _say(self, part: ttk.Label, words: str, icon: str) -> None:
        part.configure(text=f" {words}", icon=icon, icon_size=12)
        for each in (self._saved, self._network, self._usb):
            each.pack_forget()
            if str(each["text"]).strip():
                each.pack(side="left", padx=(0, px(BETWEEN)))

    def _look(self) -> None:
        jobs = self._runner.quiet_jobs
        if jobs:
            self._show_job(jobs[0], len(jobs))
        elif self._bar is not None:
            self._job.pack_forget()
            self._bar.pack_forget()
        self._later.start(LOOK_MS)

    def _show_job(self, job: QuietJob, count: int) -> None:
        more = _("and {count} more").format(count=count - 1) if count > 1 else ""
        self._job["text"] = " ".join(part for part in (job.title, percent(job.progress.fraction()), more) if part)
        if self._bar is None:
            self._bar = ttk.Progressbar(self, length=px(90), maximum=1.0, bootstyle="@chrome primary")
        self._bar["value"] = job.progress.fraction()
        if not self._job.winfo_ismapped():
            self._bar.pack(side="right", padx=(px(HALF), 0))
            self._job.pack(side="right")
