"""What of a file is in a store already: kept on this PC over restarts, and no loss if it is lost."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from pathlib import Path

from desktop_app.core.files import written_aside
from desktop_app.core.sync.pieces import Pace, Piece


class Ledger:
    """One folder for each store, by the id in its marker: another store, or a store made anew, has nothing yet.

    A file on its way has a file of its own, a line for each piece; it goes when the whole file has arrived.
    """

    def __init__(self, folder: Path, store_id: str) -> None:
        self.folder = folder / store_id
        self.pace = self._kept_pace()

    def pieces(self, sha256: str) -> list[Piece]:
        """The pieces from the beginning of the file on that the store has; a line half written ends them."""
        found: list[Piece] = []
        for line in self._lines(sha256):
            with contextlib.suppress(ValueError, TypeError):
                piece = Piece(*json.loads(line))
                if piece.at == sum(found[-1][:2] if found else (0,)):
                    found.append(piece)
        return found

    def add(self, sha256: str, piece: Piece) -> None:
        """Keep that ``piece`` of a file has arrived; on the disk before this returns."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._file(sha256).open("ab") as file:
            file.write(f"\n{json.dumps(piece)}\n".encode())  # a line of its own, whatever was half written before
            file.flush()
            os.fsync(file.fileno())

    def forget(self, sha256: str) -> None:
        """The whole file has arrived, or all of it has to be sent anew."""
        self._file(sha256).unlink(missing_ok=True)

    def forget_all(self) -> None:
        """The store turned out to be empty."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def keep_pace(self) -> None:
        """Keep over a restart what the line was able to carry."""
        with written_aside(self.folder / "pace.json") as file:
            file.write(json.dumps(self.pace.facts()).encode())

    def _kept_pace(self) -> Pace:
        with contextlib.suppress(OSError, ValueError, TypeError):
            return Pace(**json.loads((self.folder / "pace.json").read_text(encoding="utf-8")))
        return Pace()

    def _lines(self, sha256: str) -> list[str]:
        file = self._file(sha256)
        told = file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""
        return [line for line in told.splitlines() if line]

    def _file(self, sha256: str) -> Path:
        return self.folder / f"{sha256}.jsonl"
