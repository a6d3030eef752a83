"""The mail account of this PC in the settings: tried out before it is kept, its password only with the keyring."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_, _
from desktop_app.core.jobs import Progress
from desktop_app.core.mail.account import PORTS, USUAL_LIMIT_MB, MailAccount, account_of, keep_account, password_of
from desktop_app.core.mail.errors import NoMailAccount
from desktop_app.core.mail.server import try_account
from desktop_app.core.secrets import NoKeyring
from desktop_app.core.settings import Settings
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs, words_of
from desktop_app.ui.runner import Runner
from desktop_app.ui.theme import INSIDE, px
from desktop_app.ui.trial import Trial
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.wrapped import Wrapped

SECURITY_WORDS = {
    "tls": N_("TLS (port 465)"),
    "starttls": N_("STARTTLS (port 587)"),
    "none": N_("None, without a password (port 25)"),
}


class MailAccountCard(Card):
    """Options: ``kept()`` once the account works and is kept."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        settings: Settings,
        runner: Runner,
        dialogs: Dialogs,
        kept: Callable[[], object],
    ) -> None:
        super().__init__(parent, _("E-mail of this PC"))
        self._settings, self._dialogs, self._kept = settings, dialogs, kept
        words = _("Reports can be sent by e-mail when there is a network. The password lies with Windows, not here.")
        line = Wrapped(self.body, words, font=fonts.NOTE, bootstyle="@card secondary")
        line.pack(fill="x", pady=(0, px(INSIDE)))
        self.form = Form(self.body, label_width=130)
        self.form.pack(fill="x")
        self.form.entry("sender", _("Our address"), note=_("Reports come from it"))
        self.form.entry("host", _("Mail server"), note=_("Such as smtp.gmail.com"))
        self.security = self.form.choice("security", _("Safe line"), [_(each) for each in SECURITY_WORDS.values()])
        self.form.entry("user", _("User"), note=_("Mostly the address itself; empty: no login"))
        self.form.entry("password", _("App password"), note=_("Empty: the one known already")).configure(show="•")
        self.form.entry("limit", _("Largest letter (MB)"), width=8)
        self.result = Wrapped(self.body, "", lines=2, bootstyle="@card secondary")
        self.result.pack(fill="x", pady=(0, px(INSIDE)))
        self.button = ttk.Button(self.body, text=_("Try it and keep it"), icon="envelope-check", command=self.try_out)
        self.button.configure(bootstyle="@card")
        self.button.pack(anchor="w")
        self._trial = Trial(self, self.button, say=self._say, runner=runner, dialogs=dialogs)

    def refresh(self) -> None:
        """Show what is set; a trial under way is left alone."""
        if self._trial.under_way:
            return
        settings = self._settings
        try:
            limit = account_of(settings).limit_mb
        except NoMailAccount:
            limit = USUAL_LIMIT_MB
        known = {"sender": settings.mail_sender, "host": settings.mail_host, "user": settings.mail_user}
        for name, value in {**known, "limit": str(limit), "password": ""}.items():
            self.form.fields[name].delete(0, "end")
            self.form.fields[name].insert(0, value)
        ways = list(SECURITY_WORDS)
        self.security.current(ways.index(settings.mail_security) if settings.mail_security in ways else 0)

    def try_out(self) -> None:
        """Log in with what is filled in, off the window's thread; what works is kept."""
        if self._trial.under_way or self._missing():
            return
        account, password = self._filled_in(), self.form.values()["password"]
        words = _("Asking {host} …").format(host=account.host)
        self._trial.start(partial(_trial, account, password), partial(self._works, account, password), words)

    def _missing(self) -> bool:
        values = self.form.values()
        wrong = {"sender": _("The address is missing"), "host": _("The mail server is missing")}
        for name, sentence in wrong.items():
            self.form.wrong(name, "" if values[name] else sentence)
        return not all(values[name] for name in wrong)

    def _filled_in(self) -> MailAccount:
        values = self.form.values()
        security = list(PORTS)[self.security.current()]
        host, _colon, port = values["host"].partition(":")
        limit = values["limit"]
        return MailAccount(
            host,
            int(port) if port.isdecimal() else PORTS[security],
            security,
            values["user"],
            values["sender"],
            int(limit) if limit.isdecimal() and int(limit) > 0 else USUAL_LIMIT_MB,
        )

    def _works(self, account: MailAccount, password: str, _none: None) -> None:
        try:
            keep_account(self._settings, account, password)
        except NoKeyring as error:
            self._dialogs.tell(*words_of(error))
            keep_account(self._settings, account, password, remember=False)
        except UserError as error:
            self._say("\n".join(words_of(error)), "danger")
            return
        self._say(_("{host} lets us in. The account is kept.").format(host=account.host), "success")
        self._kept()

    def _say(self, words: str, colour: str) -> None:
        self.result.say(words)
        self.result.label.configure(bootstyle=f"@card {colour}")


def _trial(account: MailAccount, password: str, progress: Progress) -> None:
    """Log in once with the typed password, or the known one."""
    try_account(account, password or password_of(account), progress)
