"""HidingBar: a scrollbar beside a widget that is there only while there is more than fits.

bar = HidingBar(self, text)
text.configure(yscrollcommand=bar.set)
"""

from __future__ import annotations

import tkinter
from typing import Any

import ttkbootstrap as ttk


class HidingBar(ttk.Scrollbar):
    """Options: ``beside`` the text or canvas it scrolls, ``bootstyle`` of the ground it lies on."""

    def __init__(self, parent: tkinter.Misc, beside: Any, *, bootstyle: str = "@card") -> None:
        super().__init__(parent, command=beside.yview, bootstyle=bootstyle)
        self._beside = beside

    def set(self, first: Any, last: Any) -> None:
        """Take the place the widget tells, and come or go with it."""
        super().set(first, last)
        if float(first) <= 0 and float(last) >= 1:
            self.pack_forget()
        else:
            self.pack(side="right", fill="y", before=self._beside)
