"""Sending a paper by e-mail: to whom, in which words, with its pictures or without; it waits for a line."""

from __future__ import annotations

import tkinter
from functools import partial

import ttkbootstrap as ttk

from db.queries import letters as rows
from db.queries import people
from db.queries.letters import LetterRow
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.mail.account import MailAccount, account_of
from desktop_app.core.mail.address import addresses_of
from desktop_app.core.mail.letters import Words
from desktop_app.core.mail.papers import Posting, queue_paper, usual_words
from desktop_app.core.mail.queue import Queued
from desktop_app.core.reports.kinds import MONTH
from desktop_app.core.reports.showing import Chosen
from desktop_app.core.settings import Settings, load_settings
from desktop_app.core.told import told
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs, words_of
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.modal import Modal
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.reports.mail_errand import MAIL_WAITS
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.text_box import TextBox
from desktop_app.ui.widgets.toast import Toast

WIDTH = 620
SHOWN = 4
"""Earlier letters of the paper that are listed."""


class SendMail(Modal):
    """Answers the posting that is wished for, or None."""

    def __init__(self, parent: tkinter.Misc, chosen: Chosen, title: str) -> None:
        super().__init__(parent, _("Send by e-mail"), minsize=(WIDTH, 420))
        self._chosen = chosen
        ttk.Label(self.body, text=_("Send by e-mail"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        usual = usual_words(title)
        self.form = Form(self.body, label_width=120)
        self.form.pack(fill="x", pady=(px(INSIDE), 0))
        known = "; ".join(row.email for row in people.authorities() if row.email and not row.valid_to)
        self.form.entry("to", _("To (mail)"), value=known, note=_("Several addresses are parted by a semicolon"))
        self.form.entry("subject", _("Subject"), value=usual.subject)
        self.words = TextBox(self.body, height=6)
        self.words.set(usual.text)
        self.words.pack(fill="both", expand=True)
        if chosen.kind == MONTH:
            self.form.tick("contents", _("With it"), _("Articles, photos and videos, in several letters if need be"))
        self._earlier(rows.letters(chosen.report_id) if chosen.report_id else [])
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(px(BETWEEN), 0))
        self.main = self.button(row, _("Send when there is a network"), self.go_on, "@card primary")
        self.button(row, _("Cancel"), self.give_up)

    def _earlier(self, letters: list[LetterRow]) -> None:
        """What became of the paper's letters so far."""
        for letter in letters[:SHOWN]:
            line = ttk.Frame(self.body, bootstyle="@card")
            line.pack(fill="x", pady=(px(INSIDE), 0))
            Badge(line, *letter_state(letter)).pack(side="left", padx=(0, px(INSIDE)))
            ttk.Label(line, text=letter_words(letter), font=fonts.NOTE, bootstyle="@card secondary").pack(side="left")

    def go_on(self) -> None:
        """Answer what is filled in, once the addresses are right."""
        values = self.form.values()
        try:
            to = addresses_of(values["to"])
        except UserError as error:
            self.form.wrong("to", " ".join(words_of(error)))
            return
        words = Words(values["subject"], self.words.get())
        contents = bool(values.get("contents"))
        self.close(Posting(self._chosen.kind, self._chosen.period, to, words, contents))


class PaperMail:
    """The act behind “Send by e-mail…”. Options as those of the report room."""

    def __init__(self, parent: tkinter.Misc, *, home: Home, runner: Runner, dialogs: Dialogs, toast: Toast) -> None:
        self._parent, self._home, self._runner = parent, home, runner
        self._dialogs, self._toast = dialogs, toast

    def send(self, chosen: Chosen, title: str, by_name: str) -> None:
        """Ask to whom, then put the paper into the queue; without an account say where to set one up."""
        try:
            account = account_of(self._settings())
        except UserError as error:
            self._dialogs.show_error(error)
            return
        dialog = SendMail(self._parent, chosen, title)
        posting = dialog.run(focus=dialog.form.fields["to"])
        if isinstance(posting, Posting):
            self._queue(account, posting, by_name)

    def _settings(self) -> Settings:
        return load_settings(self._home.settings_file)

    def _queue(self, account: MailAccount, posting: Posting, by_name: str) -> None:
        run_with_dialog(
            self._parent,
            self._runner,
            partial(queue_paper, self._home, account, posting, by_name=by_name),
            title=_("Making the letters"),
            done=self._queued,
            failed=self._dialogs.show_error,
        )

    def _queued(self, queued: Queued) -> None:
        self._parent.winfo_toplevel().event_generate(MAIL_WAITS)
        self._toast.say(_("{count} letters go as soon as there is a network").format(count=queued.letters))
        if queued.left_out:
            self._dialogs.tell(_("Too large for a letter, so not sent:"), ", ".join(queued.left_out))


def letter_state(letter: LetterRow) -> tuple[str, str]:
    """A badge for a letter: its word and kind."""
    if letter.state == "sent":
        return _("Sent"), "good"
    return (_("Waits"), "soon") if letter.state == "waiting" else (_("Not sent"), "late")


def letter_words(letter: LetterRow) -> str:
    """To whom, which part, and what stands in the way."""
    trouble = told(letter.problem)
    parts = [", ".join(letter.recipients)]
    if letter.parts > 1:
        parts.append(_("letter {part} of {parts}").format(part=letter.part, parts=letter.parts))
    if trouble is not None:
        parts.append(words_of(trouble)[0])
    return " · ".join(parts)
