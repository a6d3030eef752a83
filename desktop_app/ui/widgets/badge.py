"""Badge: a state as a pill with a word and an icon, never a colour alone.

Badge(row, _("Approved"), "good").pack(side="left")
"""

from __future__ import annotations

import tkinter

import ttkbootstrap as ttk

ICONS = {
    "good": "check-circle-fill",
    "late": "exclamation-circle-fill",
    "soon": "clock",
    "info": "arrow-right-circle",
    "primary": "circle-fill",
    "neutral": "circle",
}
"""The kinds of state and the icon each has by itself."""


class Badge(ttk.Label):
    """Options: ``text``, ``kind`` one of ICONS, ``icon`` another icon."""

    def __init__(self, parent: tkinter.Misc, text: str, kind: str = "neutral", icon: str = "") -> None:
        super().__init__(parent, style=f"{kind}.Badge.TLabel", compound="left")
        self.show(text, kind, icon)

    def show(self, text: str, kind: str, icon: str = "") -> None:
        """Another state."""
        self.configure(style=f"{kind}.Badge.TLabel", text=f" {text}", icon=icon or ICONS[kind], icon_size=12)
