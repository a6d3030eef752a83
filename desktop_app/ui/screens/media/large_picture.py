"""The picture of the filmstrip, as large as the window allows; a click looks closely at a spot, another goes back."""

from __future__ import annotations

import tkinter

from desktop_app.ui.screens.media.duplicates_picture import FittingPicture, Spot


class LargePicture(FittingPicture):
    """Spoken to as the small picture beside the fields is: ``show(path)``, ``say(words)``, ``forget()``."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, pointed=self._turn)

    def say(self, words: str) -> None:
        """No picture but words, such as for a video."""
        self.show(None, words)

    def forget(self) -> None:
        """The file was made anew: read it again when it is shown next."""
        if self._pictures is not None and self._path is not None:
            self._pictures.forget([self._path])

    def _turn(self, spot: Spot) -> None:
        self.look_closely(None if self.is_close else spot)
