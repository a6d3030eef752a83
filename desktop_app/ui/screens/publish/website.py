"""The school's website in the room of publications: connecting it, and how one article stands with it."""

from __future__ import annotations

import tkinter
import webbrowser
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries import web_posts
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.secrets import NoKeyring
from desktop_app.core.website import queue
from desktop_app.core.website.address import host_of
from desktop_app.core.website.site import Found, connect, disconnect, probe
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs, words_of
from desktop_app.ui.modal import Modal
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.publish.website_words import act_words, standing
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.trial import Trial
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.wrapped import Wrapped

WAITS = "<<WebsiteWaits>>"
"""Sent to the window when something was given to the website; the rounds hear it (website_rounds)."""
WIDTH = 560
QUIET = ("take_back", "open", "send_again")


class Given(NamedTuple):
    """What is filled in."""

    address: str
    user: str
    password: str


class ConnectWebsite(Modal):
    """Address, user and application password; tried out first, kept after. Answers True when something changed."""

    def __init__(
        self, parent: tkinter.Misc, channel_id: str, *, runner: Runner, dialogs: Dialogs, by_name: Callable[[], str]
    ) -> None:
        super().__init__(parent, _("Connect the school's website"), minsize=(WIDTH, 300))
        self._channel, self._dialogs, self._by_name = channel_id, dialogs, by_name
        self._found: Found | None = None
        self._tried = Given("", "", "")
        known = web_posts.web_site(channel_id)
        title = ttk.Label(self.body, text=_("Connect the school's website"), font=fonts.SECTION, bootstyle="@card")
        title.pack(anchor="w", pady=(0, px(INSIDE)))
        self.form = Form(self.body, label_width=170)
        self.form.pack(fill="x")
        address = host_of(known.address) if known else ""
        self.form.entry(
            "address", _("Address"), value=address, note=_("As in a browser, such as https://school.edu.vn")
        )
        self.form.entry("user", _("User in WordPress"), value=known.user_name if known else "")
        self.form.entry("password", _("Application password")).configure(show="•")
        hint = _("In WordPress: Users → Profile → Application Passwords: write “Loa Trường”, press Add, copy it here.")
        self._line(hint, font=fonts.NOTE, bootstyle="@card secondary")
        self.result = self._line("\n")
        self._buttons(known is not None)
        self._trial = Trial(self, self.main, say=self._say, runner=runner, dialogs=dialogs)
        self.bind("<Return>", lambda event: self.go_on())

    def _line(self, text: str, font: str = fonts.BODY, bootstyle: str = "@card") -> ttk.Label:
        line = ttk.Label(self.body, text=text, wraplength=px(WIDTH), font=font, bootstyle=bootstyle)
        line.pack(anchor="w", pady=(0, px(INSIDE)))
        return line

    def _buttons(self, known: bool) -> None:
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(px(BETWEEN), 0))
        self.main = self.button(row, _("Try the connection"), self.go_on, "@card primary")
        self.button(row, _("Cancel"), self.give_up)
        if known:
            self.off = ttk.Button(row, text=_("Disconnect"), command=self.disconnect, bootstyle="@card danger ghost")
            self.off.pack(side="left")

    def go_on(self) -> None:
        """Try it out; once that went well and nothing was changed since, keep it."""
        if self._trial.under_way or self._missing():
            return
        if self._found is not None and self._tried == self._given():
            self.keep()
        else:
            self.try_out()

    def _given(self) -> Given:
        return Given(**self.form.values())

    def _missing(self) -> bool:
        wrong = {"address": _("The address is missing"), "user": _("The user is missing")}
        wrong["password"] = _("The application password is missing")
        for name, value in self._given()._asdict().items():
            self.form.wrong(name, "" if value else wrong[name])
        return not all(self._given())

    def try_out(self) -> None:
        """Ask the website, off the window's thread."""
        self._found, self._tried = None, self._given()
        self.main.configure(text=_("Try the connection"))
        job = partial(probe, self._tried.address, self._tried.user, self._tried.password)
        self._trial.start(job, self._went_well, _("Asking the website …"))

    def _went_well(self, found: Found) -> None:
        self._found = found
        words = _("Found: {title}. {user} may publish there.").format(title=found.title, user=found.user)
        self._say(f"✓ {words}", "success")
        self.main.configure(text=_("Keep the connection"))

    def _say(self, words: str, colour: str) -> None:
        # Two lines are kept free, so that the buttons stay where they are.
        lines = words if "\n" in words else f"{words}\n"
        self.result.configure(text=lines, bootstyle=f"@card {colour}")

    def keep(self) -> None:
        """Keep the website; where no keyring works, ask whether to keep the password until the program closes."""
        assert self._found is not None
        _address, user, password = self._tried
        kept = partial(connect, self._channel, self._found, user, password, by_name=self._by_name())
        try:
            kept()
        except NoKeyring as error:
            if not self._dialogs.confirm(*words_of(error), yes=_("Keep it until closing")):
                return
            kept(remember=False)
        self.close(True)

    def disconnect(self) -> None:
        """Let the website go, after a question."""
        hint = _("What is on the website stays there; what waits for it is taken out of the queue.")
        if self._dialogs.confirm(_("Disconnect the website?"), hint, yes=_("Disconnect"), danger=True):
            disconnect(self._channel, by_name=self._by_name())
            self.close(True)

    def give_up(self) -> None:
        self._trial.cancel()
        super().give_up()


class WebsiteActs:
    """What can be done about an article and the website of a channel. Options: ``changed()`` after each act."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        runner: Runner,
        dialogs: Dialogs,
        by_name: Callable[[], str],
        changed: Callable[[], object],
    ) -> None:
        self._parent, self._runner, self._dialogs, self._by_name = parent, runner, dialogs, by_name
        self._changed = changed

    def connect(self, channel_id: str) -> None:
        """Connect the channel's website, or change how it is connected."""
        box = ConnectWebsite(
            self._parent, channel_id, runner=self._runner, dialogs=self._dialogs, by_name=self._by_name
        )
        if box.run(focus=box.form.fields["address"]):
            self._begin()

    def publish(self, article_id: str, channel_id: str) -> None:
        """Give the approved text to the website; what stands there of the article is replaced."""
        try:
            queue.offer(article_id, channel_id, by_name=self._by_name())
        except UserError as error:
            self._dialogs.show_error(error)
            return
        self._begin()

    def again(self, distribution_id: str) -> None:
        """Try now what waits or was refused."""
        queue.try_again(distribution_id)
        self._begin()

    def take_back(self, distribution_id: str) -> None:
        """Let it not go after all."""
        queue.take_back(distribution_id, by_name=self._by_name())
        self._changed()

    def _begin(self) -> None:
        self._parent.winfo_toplevel().event_generate(WAITS)
        self._changed()


class WebsiteRow(ttk.Frame):
    """How an approved article stands with the website of a channel, and the buttons that make sense now.

    ``without`` names acts that have their button elsewhere.
    """

    def __init__(self, parent: tkinter.Misc, acts: WebsiteActs, *, without: Sequence[str] = ()) -> None:
        super().__init__(parent, bootstyle="@card")
        self._acts, self._without = acts, without
        self._article = self._channel = self._place = self._link = ""
        line = ttk.Frame(self, bootstyle="@card")
        line.pack(fill="x")
        self.badge = Badge(line, "", "neutral")
        self.buttons = {name: self._button(line, name) for name in act_words()}
        self.note = Wrapped(self, font=fonts.NOTE, bootstyle="@card secondary")

    def _button(self, line: ttk.Frame, name: str) -> ttk.Button:
        does: dict[str, Callable[[], object]] = {
            "connect": lambda: self._acts.connect(self._channel),
            "connect_anew": lambda: self._acts.connect(self._channel),
            "publish": lambda: self._acts.publish(self._article, self._channel),
            "renew": lambda: self._acts.publish(self._article, self._channel),
            "send_again": lambda: self._acts.publish(self._article, self._channel),
            "again": lambda: self._acts.again(self._place),
            "take_back": lambda: self._acts.take_back(self._place),
            "open": lambda: webbrowser.open(self._link),
        }
        look = "@card ghost" if name in QUIET else "@card"
        return ttk.Button(line, text=act_words()[name], command=does[name], bootstyle=look)

    def show(self, article_id: str, channel_id: str) -> None:
        """Another article or channel, or the same after something happened."""
        post = web_posts.on_channel(article_id, channel_id)
        self._article, self._channel = article_id, channel_id
        self._place, self._link = (post.distribution_id, post.link) if post else ("", "")
        now = standing(web_posts.web_site(channel_id) is not None, post)
        for widget in (self.badge, *self.buttons.values(), self.note):
            widget.pack_forget()
        if now.words:
            self.badge.show(now.words, now.kind)
            self.badge.pack(side="left", padx=(0, px(INSIDE)))
        for name in now.acts:
            if name not in self._without:
                self.buttons[name].pack(side="left", padx=(0, px(HALF)))
        if now.note:
            self.note.say(now.note)
            self.note.pack(fill="x", pady=(px(HALF), 0))
