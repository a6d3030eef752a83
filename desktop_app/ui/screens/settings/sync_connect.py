"""Connecting a store: its address and password, tried out step by step; or a code from another PC of the school."""

from __future__ import annotations

import tkinter
from contextlib import closing
from functools import partial

import ttkbootstrap as ttk

from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.secrets import NoKeyring, keep_for_this_session
from desktop_app.core.settings import Settings
from desktop_app.core.sync import pairing
from desktop_app.core.sync.errors import AddressUnclear
from desktop_app.core.sync.probe import Probed, probe
from desktop_app.core.sync.stores.opening import (
    keep_password,
    known_password,
    open_store,
    user_of,
    without_password,
)
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs, words_of
from desktop_app.ui.modal import Modal
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.settings.store_owner import StoreOwner
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.trial import Trial
from desktop_app.ui.widgets.form import Form

WIDTH, LINES = 600, 5


class ConnectStore(Modal):
    """Answers True once this PC is connected."""

    def __init__(
        self, parent: tkinter.Misc, *, home: Home, settings: Settings, runner: Runner, dialogs: Dialogs
    ) -> None:
        super().__init__(parent, _("Connect a store"), minsize=(WIDTH, 360))
        self._home, self._settings, self._dialogs = home, settings, dialogs
        ttk.Label(self.body, text=_("Connect a store"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        words = _(
            "Everything the school does goes there by itself and comes to its other PCs: a shared folder, Nextcloud, "
            "an SFTP server or an S3 store. On a further PC paste the code that the first one shows."
        )
        note = ttk.Label(self.body, text=words, font=fonts.NOTE, wraplength=px(WIDTH), bootstyle="@card secondary")
        note.pack(anchor="w", pady=(px(HALF), px(INSIDE)))
        self.form = Form(self.body, label_width=150)
        self.form.pack(fill="x")
        self.form.entry(
            "address", _("Address or code"), note=_("folder:///D:/loa, webdavs://…, sftp://…, s3://… or LOA1-…")
        )
        self.form.entry("password", _("Password"), note=_("Kept by Windows, not by the program")).configure(show="•")
        self.form.entry("pc", _("This PC is called"), note=_("Such as “Máy văn thư”"))
        self.owner = self.form.row("owner", _("Whose store is it?"), StoreOwner(self.form))
        self.result = ttk.Label(self.body, text="\n" * (LINES - 1), wraplength=px(WIDTH), bootstyle="@card")
        self.result.pack(anchor="w")
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(px(BETWEEN), 0))
        self.main = self.button(row, _("Check and connect"), self.go_on, "@card primary")
        self.button(row, _("Cancel"), self.give_up)
        self._trial = Trial(self, self.main, say=self._say, runner=runner, dialogs=dialogs)
        self.bind("<Return>", lambda event: self.go_on())

    def go_on(self) -> None:
        """Check the place, off the window's thread; connect where it can be a store."""
        values = self.form.values()
        missing = "" if values["address"] else _("The address is missing")
        self.form.wrong("address", missing)
        if missing or self._trial.under_way:
            return
        job = partial(_connect, self._home, values["address"], values["password"], values["pc"], self._who())
        self._trial.start(job, self._connected, _("Checking …"))

    def _who(self) -> str:
        return self._settings.user_name

    def _connected(self, result: tuple[str, Probed]) -> None:
        address, probed = result
        if not probed.fit:
            self._say(_findings(probed), "danger")
            return
        self._keep(address, self.form.values()["password"])
        self._settings.sync_address, self._settings.sync_archive = address, self.owner.get()
        self._settings.save()
        self.close(True)

    def _keep(self, address: str, password: str) -> None:
        if not password:
            return
        try:
            keep_password(address, password)
        except NoKeyring as error:
            self._dialogs.tell(*words_of(error))
            keep_for_this_session(without_password(address), user_of(address), password)

    def _say(self, words: str, colour: str) -> None:
        # Room for the longest outcome is kept free, so that the buttons stay where they are.
        missing = LINES - 1 - words.count("\n")
        self.result.configure(text=words + "\n" * max(missing, 0), bootstyle=f"@card {colour}")

    def give_up(self) -> None:
        self._trial.cancel()
        super().give_up()


def _connect(
    home: Home, typed: str, password: str, pc_name: str, by_name: str, progress: Progress
) -> tuple[str, Probed]:
    """Try the place and, where it is fit, let this PC sync with it; returns its address and what was tried."""
    invitation = pairing.read_invitation(typed) if typed.startswith(pairing.BEGINS) else None
    address = invitation.address if invitation else typed
    if "://" not in address:
        raise AddressUnclear(typed=address)
    with closing(open_store(address, password or known_password(address))) as store:
        probed = probe(store, progress)
        if probed.fit and invitation:
            pairing.join(home, store, invitation, pc_name=pc_name, by_name=by_name)
        elif probed.fit:
            pairing.connect(home, store, pc_name=pc_name, by_name=by_name)
        return store.address, probed


def _findings(probed: Probed) -> str:
    """What worked and what did not, a line each, the trouble with its hint last."""
    lines = [f"{'✗' if one.trouble else '✓'} {_(one.step)}" for one in probed.findings]
    trouble = next((one.trouble for one in reversed(probed.findings) if one.trouble), None)
    return "\n".join([*lines[-2:], *(words_of(trouble) if trouble else ())])
