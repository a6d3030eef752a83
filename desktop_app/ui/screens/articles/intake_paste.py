"""A text copied from Zalo: pasted, looked at, taken in as an article without the marks of the chat."""

from __future__ import annotations

import tkinter
from contextlib import suppress

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, HALF, px
from desktop_app.ui.widgets.text_box import TextBox

PAGE = (620, 320)


class PasteDialog(Modal):
    """Answers the pasted text, or None. What was copied stands there already."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, _("Paste from Zalo"))
        ttk.Label(self.body, text=_("An article out of a copied message"), font=fonts.SECTION, bootstyle="@card").pack(
            anchor="w"
        )
        line = _(
            "Copy the message in Zalo and paste it here; names, hours and [Photo] marks of the chat are taken out."
        )
        ttk.Label(self.body, text=line, bootstyle="@card secondary", wraplength=px(PAGE[0])).pack(
            anchor="w", pady=(px(HALF), px(BETWEEN))
        )
        self.page = self._page()
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(BETWEEN), 0))
        self.take = self.button(foot, _("Make it an article"), self._take, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.page.on_change(self._look)
        self._look()

    def _page(self) -> TextBox:
        room = ttk.Frame(self.body, width=px(PAGE[0]), height=min(px(PAGE[1]), self.winfo_screenheight() // 2))
        room.pack_propagate(False)
        room.pack()
        page = TextBox(room)
        page.pack(fill="both", expand=True)
        with suppress(tkinter.TclError):  # nothing was copied, or a picture
            page.set(self.clipboard_get())
        return page

    def _look(self) -> None:
        self.take.configure(state="normal" if self.page.get().strip() else "disabled")

    def _take(self) -> None:
        self.close(self.page.get())
