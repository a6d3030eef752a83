"""Every act that the program writes into the log has words of its own there."""

from __future__ import annotations

import re
from pathlib import Path

from desktop_app.ui.screens.log import ACT_WORDS

CORE = Path(__file__).resolve().parents[3] / "desktop_app" / "core"
_RECORDED = re.compile(r"audit\.record\(\s*\"([a-z ]+)\"")


def test_every_act_of_the_log_is_said_in_words() -> None:
    recorded = {act for file in CORE.rglob("*.py") for act in _RECORDED.findall(file.read_text(encoding="utf-8"))}
    assert len(recorded) > 50
    assert sorted(recorded - set(ACT_WORDS)) == []
