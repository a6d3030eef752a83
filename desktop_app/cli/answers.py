"""What a command answers: lines for a person, one object for a program, a number for the shell."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress

DONE, NO, WRONG_USE, USER_ERROR = 0, 1, 2, 3


class Answer(NamedTuple):
    """The result of one command."""

    json: object
    lines: Sequence[str] = ()
    code: int = DONE


def give(answer: Answer, as_json: bool) -> int:
    """Print the answer and return its exit code."""
    if as_json:
        print(json.dumps(answer.json, ensure_ascii=False))
    else:
        print("\n".join(answer.lines))
    return answer.code


def explain(error: UserError, as_json: bool) -> int:
    """One sentence and one hint on stderr (and as an object for a program); exit code 3."""
    sentence, hint = sentence_of(error), _(error.hint).format(**error.facts) if error.hint else ""
    if as_json:
        print(json.dumps({"error": sentence, "hint": hint}, ensure_ascii=False))
    print(sentence, hint, sep="\n", file=sys.stderr)
    return USER_ERROR


def sentence_of(error: UserError) -> str:
    """A person's error in the language spoken now."""
    return _(error.message).format(**error.facts)


class Told(Progress):
    """Progress that is told on the terminal, on one line that rewrites itself; silent into a file or a program."""

    def step(self, done: int, total: int, text: str = "") -> None:
        super().step(done, total, text)
        if sys.stderr.isatty():
            print(f"\r\x1b[K{self.fraction():4.0%} {text[:60]}", end="", file=sys.stderr, flush=True)
            if done >= total:
                print("\r\x1b[K", end="", file=sys.stderr, flush=True)
