"""Who is in the picture: three large choices, and for pupils the consent that lets it leave the archive."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from typing import Any

import ttkbootstrap as ttk

from db.queries.consents import ConsentRow, consents_of
from desktop_app.core.channels import KIND_WORDS
from desktop_app.core.i18n import _
from desktop_app.core.media.describing import PEOPLE_WORDS
from desktop_app.core.periods import short_date
from desktop_app.ui import fonts, shapes
from desktop_app.ui.palette import PALETTES
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.wrapped import Wrapped

CHOICE = "People.Toolbutton"


class PeopleChoice(ttk.Frame):
    """Options: ``changed()`` after a choice of the user. ←→ moves, Space chooses."""

    def __init__(self, parent: tkinter.Misc, changed: Callable[[], object]) -> None:
        _dress_once()
        super().__init__(parent, style="Field.TFrame", padding=px(4))
        self._chosen = tkinter.StringVar(self)
        self.buttons = {name: self._button(name, label, changed) for name, label in PEOPLE_WORDS.items()}
        for column in range(len(self.buttons)):
            self.columnconfigure(column, weight=1)
        self._stack(False)
        self.bind("<Configure>", lambda event: self._stack(event.width < self._width()))

    def get(self) -> str:
        """none, adults, children, or "" while nobody has said."""
        return self._chosen.get()

    def set(self, people: str) -> None:
        """Show a choice without telling anyone."""
        self._chosen.set(people)

    def _width(self) -> int:
        return sum(button.winfo_reqwidth() for button in self.buttons.values()) + px(8)

    def _stack(self, on: bool) -> None:
        """Beside each other, or below where they would be cut off."""
        for place, button in enumerate(self.buttons.values()):
            where = {"row": place, "column": 0, "columnspan": 3} if on else {"row": 0, "column": place, "columnspan": 1}
            button.grid(**where, sticky="we")

    def _button(self, name: str, label: str, changed: Callable[[], object]) -> ttk.Radiobutton:
        return ttk.Radiobutton(self, text=_(label), value=name, variable=self._chosen, command=changed, style=CHOICE)


class ConsentLine(ttk.Frame):
    """Whether the pupils in the pictures agreed; ``give()`` writes a consent down, ``choose()`` takes some of those
    written down before, ``withdraw(standing)`` ends one."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        give: Callable[[], object],
        choose: Callable[[], object],
        withdraw: Callable[[list[ConsentRow]], object],
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self.words = Wrapped(self, font=fonts.NOTE, bootstyle="@card danger")
        self.words.pack(fill="x", pady=(px(HALF), 0))
        row = ttk.Frame(self, bootstyle="@card")
        row.pack(fill="x", pady=(px(INSIDE), 0))
        self.choosing = ttk.Button(row, text=_("From the list…"), command=choose, bootstyle="@card")
        self.choosing.pack(side="left", padx=(0, px(INSIDE)))
        self.button = ttk.Button(row, text=_("A new one…"), command=give, bootstyle="@card")
        self.button.pack(side="left")
        self._standing: list[ConsentRow] = []
        words = _("Withdraw a consent…")
        self.withdrawing = ttk.Button(
            self, text=words, command=lambda: withdraw(self._standing), bootstyle="@card ghost"
        )

    def show(self, asset_ids: Sequence[str]) -> None:
        """What is known for these pictures."""
        consents = consents_of(asset_ids)
        self._standing = [one for one in consents if one.withdrawn_on is None]
        if self._standing:
            self.withdrawing.pack(anchor="w")
        else:
            self.withdrawing.pack_forget()
        words, good = consent_words(consents, len(asset_ids))
        self.words.label.configure(bootstyle="@card success" if good else "@card danger")
        self.words.say(words)


def consent_words(consents: Sequence[ConsentRow], pictures: int) -> tuple[str, bool]:
    """Who agreed to what, and whether that is good news. A missing yes never touches the archive."""
    if not consents:
        return _("No consent yet: it stays in the archive and goes to no public channel."), False
    withdrawn = [one for one in consents if one.withdrawn_on]
    if withdrawn:
        return _("{subject} withdrew the consent on {day}.").format(
            subject=withdrawn[0].subject, day=short_date(withdrawn[0].withdrawn_on)
        ), False
    lines = [_one_consent(one) for one in consents]
    covered = max(one.pictures for one in consents)
    if covered < pictures:
        lines.append(_("For {covered} of the {pictures} chosen photos.").format(covered=covered, pictures=pictures))
    return "\n".join(lines), covered == pictures


def _one_consent(one: ConsentRow) -> str:
    kinds = ", ".join(_(KIND_WORDS[kind]) for kind in one.channels if kind in KIND_WORDS)
    return _("{subject} agreed on {day}: {channels}").format(
        subject=one.subject, day=short_date(one.given_on), channels=kinds
    )


def _dress_once() -> None:
    style = ttk.Style.get_instance()
    if not style.layout(CHOICE) or CHOICE not in _dressed:
        _dressed.add(CHOICE)
        ttk.on_theme_change(_build)


_dressed: set[str] = set()


def _build(style: Any) -> None:
    colours = PALETTES[str(style.theme.mode)]
    shapes.build_toggle(style, CHOICE, colours, colours.card)
    style.configure(
        CHOICE,
        background=colours.card,
        foreground=colours.text,
        padding=(px(2), px(6)),
        anchor="center",
        font=fonts.NOTE,
    )
    style.map(CHOICE, foreground=[("selected", colours.primary)], background=[])
    ttk.register_style(style, CHOICE)
