"""Where shipped assets lie, from source and in a built program, and where a school's home lies by default."""

from __future__ import annotations

import sys
from pathlib import Path


def _program_folder() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[2]


PROGRAM = _program_folder()
ASSETS = PROGRAM / "assets"
MIGRATIONS = PROGRAM / "db" / "migrations"
PORTABLE_MARK = "portable.txt"


def default_home() -> Path:
    """The home folder when nobody named one: beside a portable program, else the user's data folder."""
    import platformdirs  # 10 ms that a program told its home does not have

    beside = Path(sys.executable).parent if getattr(sys, "frozen", False) else PROGRAM
    if (beside / PORTABLE_MARK).exists():
        return beside / "home"
    return Path(platformdirs.user_data_dir("LoaTruong", appauthor=False))
