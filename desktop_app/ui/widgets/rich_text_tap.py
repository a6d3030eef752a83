"""Every change of a tk.Text, whoever makes it (keys, paste, an input method, Tk itself), passes through here first."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from typing import Any

TAP = """
proc %(name)s {act args} {
    switch -- $act {
        insert - delete - replace { %(told)s $act {*}$args; return }
        mark {
            set answer [uplevel 1 [list %(own)s mark {*}$args]]
            if {[lrange $args 0 1] eq {set insert}} { %(moved)s }
            return $answer
        }
    }
    return [uplevel 1 [list %(own)s $act {*}$args]]
}
"""


def tap(text: tkinter.Text, told: Callable[..., object], moved: Callable[[], object]) -> Callable[..., Any]:
    """Let ``told(act, …)`` do what "insert", "delete" and "replace" ask of ``text``; returns the way past it.

    ``moved()`` follows each move of the cursor by a key or the mouse. The text's own command is put behind a small
    procedure of Tcl: the binding of a key says nothing about paste, drag or an input method.
    """
    name, own = str(text), f"{text}_own"
    text.tk.call("rename", name, own)
    parts = {"name": name, "own": own, "told": text.register(told), "moved": text.register(moved)}
    text.tk.eval(TAP % parts)
    text.bind("<Destroy>", lambda event: text.tk.eval(f"catch {{rename {name} {{}}}}"), "+")

    def past(act: str, *words: Any) -> Any:
        return text.tk.call(own, act, *words)

    return past
