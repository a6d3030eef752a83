"""Exporting an article's photos to post: for which channel, into which folder, and which stay here."""

from __future__ import annotations

import tkinter
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries.distributions import ArticleOut, ChannelRow
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.shared_photos import SharedPhotos, left_out_of, share_photos, usual_folder
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs, open_folder
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.wrapped import Wrapped

SHOWN = 4
"""Photos left out that are named one by one; the rest are counted."""


class Wanted(NamedTuple):
    """For which kind of channel, into which folder."""

    kind: str
    folder: Path


class PhotosDialog(Modal):
    """Says which photos go and which stay before anything is written. The answer is a Wanted."""

    def __init__(
        self, parent: tkinter.Misc, article: ArticleOut, channels: Sequence[ChannelRow], *, dialogs: Dialogs
    ) -> None:
        super().__init__(parent, _("Export photos"), minsize=(560, 240))
        self._article, self._channels, self._dialogs = article, list(channels), dialogs
        self.folder = usual_folder()
        ttk.Label(self.body, text=_("Export photos"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        about = _("Copies of 1600 pixels, upright, without the place they were taken. The originals stay here.")
        Wrapped(self.body, about, bootstyle="@card secondary").pack(fill="x", pady=(0, px(BETWEEN)))
        form = Form(self.body, label_width=130)
        form.pack(fill="x")
        names = [channel.name for channel in self._channels]
        self.channel = form.choice("channel", _("For the channel"), names, value=names[0])
        self.channel.bind("<<ComboboxSelected>>", lambda event: self.tell())
        row = ttk.Frame(form, bootstyle="@card")
        self.place = ttk.Label(row, text=str(self.folder), wraplength=px(280), bootstyle="@card")
        self.place.pack(side="left")
        other = ttk.Button(row, text=_("Another folder…"), command=self.choose, bootstyle="@card ghost")
        other.pack(side="right", padx=(px(INSIDE), 0))
        form.row("folder", _("Into the folder"), row)
        self.words = Wrapped(self.body, lines=2, bootstyle="@card")
        self.words.pack(fill="x")
        self.left = Wrapped(self.body, font=fonts.NOTE, bootstyle="@card danger")
        self.left.pack(fill="x", pady=(0, px(INSIDE)))
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(HALF), 0))
        self.ok = self.button(foot, _("Export"), self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.tell()

    @property
    def kind(self) -> str:
        """The kind of the chosen channel."""
        return self._channels[max(0, self.channel.current())].kind

    def tell(self) -> None:
        """Say how many go and which stay, for the chosen channel."""
        left = left_out_of(self._article.id, self.kind, date.today())
        going = self._article.photos - len(left)
        self.words.say(_("{count} photos go along.").format(count=going))
        named = [f"{one.name}: {_(one.why).lower()}" for one in left[:SHOWN]]
        more = [_("and {count} more").format(count=len(left) - SHOWN)] if len(left) > SHOWN else []
        stays = _("These stay here:") + "\n" + "\n".join([*named, *more])
        self.left.say(stays if left else "")
        self.ok.configure(state="normal" if going else "disabled")

    def choose(self) -> None:
        """Another folder for the copies."""
        self.folder = self._dialogs.choose_folder(_("Folder for the photos")) or self.folder
        self.place["text"] = str(self.folder)

    def keep(self) -> None:
        """Answer what is chosen."""
        self.close(Wanted(self.kind, self.folder))


def export_photos(
    parent: tkinter.Misc,
    article: ArticleOut,
    channels: Sequence[ChannelRow],
    *,
    desk: Desk,
) -> None:
    """Ask, copy with a bar that can be stopped, say where the copies lie and what stayed."""
    wanted = PhotosDialog(parent, article, channels, dialogs=desk.dialogs).run()
    if not isinstance(wanted, Wanted):
        return

    def done(made: SharedPhotos) -> None:
        said = _("{count} photos are in {folder}").format(count=len(made.files), folder=made.folder.name)
        left = _("{count} stay here").format(count=len(made.left_out)) if made.left_out else ""
        words = ", ".join(part for part in (said, left) if part)
        desk.toast.say(words, undo=lambda: open_folder(made.folder), button=_("Open the folder"))

    run_with_dialog(
        parent,
        desk.runner,
        partial(_share, desk, article.id, wanted),
        title=_("Exporting photos"),
        done=done,
        failed=desk.dialogs.show_error,
        cancelled=lambda: desk.toast.say(_("Stopped; no photo was written")),
    )


def _share(desk: Desk, article_id: str, wanted: Wanted, progress: Progress) -> SharedPhotos:
    return share_photos(desk.home, article_id, wanted.kind, wanted.folder, progress, by_name=desk.by_name())
