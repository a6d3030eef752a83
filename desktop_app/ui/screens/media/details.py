"""The right side of the photo screen: the chosen picture large, its words, and the check."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from pathlib import Path

import ttkbootstrap as ttk

from db.queries.consents import ConsentRow
from db.queries.media import MediaWhole, media
from db.queries.media_groups import alike_count
from db.queries.media_shown import media_shared, words_used
from desktop_app.core.consent import cover
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.media.editing import edit_picture
from desktop_app.core.media.edits import Edit, edit_of
from desktop_app.core.media.errors import NotTaken, OriginalUnreadable
from desktop_app.core.media.renditions import LARGE, SMALL, rendition_place
from desktop_app.core.media.together import Before, describe_together, review_together
from desktop_app.ui import fonts
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.media import words as media_words
from desktop_app.ui.screens.media.consent import ConsentDialog
from desktop_app.ui.screens.media.consent_pick import ConsentPick
from desktop_app.ui.screens.media.fields import MediaFields
from desktop_app.ui.screens.media.large_picture import LargePicture
from desktop_app.ui.screens.media.missing import MissingFile
from desktop_app.ui.screens.media.people import ConsentLine
from desktop_app.ui.screens.media.picture import MediaPicture
from desktop_app.ui.screens.media.retouch import RetouchDialog
from desktop_app.ui.screens.media.withdrawal import PlacesDialog, WithdrawalDialog, Withdrawn
from desktop_app.ui.screens.media.words import Said
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.wrapped import Wrapped

LOW = 700
"""Lines of a plain screen below which the fields need the room of the picture (150 % on 768 lines)."""
LOW_PICTURE = (312, 116)
SETTLE_MS = 60
"""Wrapped lines find their height a moment after they are shown."""
COLOURS = {"good": "success", "soon": "warning", "late": "danger", "neutral": "secondary"}


class MediaDetails(Card):
    """Options: ``changed(before)`` after anything was kept, ``entered()`` for Enter in the caption.

    ``to_alike(id)`` leads to the photos that look like one, ``retouched(files)`` comes after new copies. A ``picture``
    that stands elsewhere takes the place of its own.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        desk: Desk,
        changed: Callable[[list[Before]], object],
        entered: Callable[[], object],
        retouched: Callable[[Sequence[Path]], object],
        to_alike: Callable[[str], object] | None = None,
        picture: LargePicture | None = None,
    ) -> None:
        super().__init__(parent, padding=INSIDE + HALF)
        self._home, self._dialogs, self._by_name, self._to_article = (
            desk.home,
            desk.dialogs,
            desk.by_name,
            desk.to_article,
        )
        self._changed, self._to_alike, self._retouched_elsewhere = changed, to_alike, retouched
        self.ids: list[str] = []
        self.starts_on = 1
        self._before = Said()
        self._lay(picture)
        self._fill(self._room.inside, desk, entered)
        self.show([])

    def _lay(self, picture: LargePicture | None) -> None:
        """The picture above, the verdict below; on a low screen all but the verdict scrolls, for the fields' sake."""
        self._room = Scrolled(self.body, padding=(0, 0, px(INSIDE), px(INSIDE)), card=True)
        low = self.winfo_screenheight() < px(LOW)
        foot = self._foot()
        self.picture = picture or (MediaPicture(self._room.inside, LOW_PICTURE) if low else MediaPicture(self.body))
        if picture is None:
            self.picture.pack(fill="x")
        place = self._room.inside if low else foot
        self.counting = Wrapped(place, lines=2, font=fonts.NOTE, bootstyle="@card secondary")
        self.counting.pack(side="top", fill="x", **({} if low else {"before": self._verdict}))
        self.advice = Wrapped(place, font=fonts.NOTE, bootstyle="@card info")
        self._room.pack(fill="both", expand=True)

    def _fill(self, room: ttk.Frame, desk: Desk, entered: Callable[[], object]) -> None:
        self.missing = MissingFile(room, desk=desk, back=self._came_back)
        self.fields = MediaFields(room, left=self.keep, entered=entered)
        self.fields.pack(fill="x")
        self.consent = ConsentLine(
            self.fields.consent_place,
            give=self.give_consent,
            choose=self.choose_consents,
            withdraw=self.withdraw_consent,
        )
        self.notes = Wrapped(room, font=fonts.NOTE, bootstyle="@card secondary")
        self.notes.pack(fill="x", pady=(px(BETWEEN), 0))
        self.comparing = ttk.Button(room, icon="images", command=self.compare, bootstyle="@card")
        words = _("Turn, crop, cover a face…")
        self.retouching = ttk.Button(room, text=words, icon="crop", command=self.retouch, bootstyle="@card")
        self.fields.caption.text.bind("<FocusIn>", lambda event: self._room.see(self.fields.caption), "+")

    def _foot(self) -> ttk.Frame:
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(side="bottom", fill="x")
        ttk.Frame(foot, height=1, style="Line.TFrame").pack(fill="x", pady=(0, px(INSIDE)))
        self._verdict = row = ttk.Frame(foot, bootstyle="@card")
        row.pack(fill="x", pady=(px(HALF), 0))
        self.accepting = ttk.Button(row, text=_("Accept"), icon="check-lg", command=self.accept, bootstyle="@card")
        self.accepting.pack(side="left")
        self.rejecting = ttk.Button(row, text=_("Do not accept…"), icon="x-lg", command=self.reject, bootstyle="@card")
        self.rejecting.pack(side="left", padx=(px(INSIDE), 0))
        return foot

    # ------------------------------------------------------------ showing

    def show(self, ids: Sequence[str]) -> None:
        """Other pictures; what was typed for the ones before is kept first."""
        self.keep()
        same = list(ids) == self.ids
        self.ids = list(ids)
        self.fields.enable(bool(ids))
        one = media(ids[-1]) if ids else None
        self._show_picture(one)
        self._show_words(one)
        self.tell()
        if not same:
            self._room.to_top()

    def offer(self, topics: Sequence[tuple[str, str]]) -> None:
        """The topics that may be chosen, and the words used before."""
        self.fields.offer(topics, words_used("activity"), words_used("credit"))

    def _show_picture(self, one: MediaWhole | None) -> None:
        if one is None:
            self.picture.say(_("Choose a photo to see it and to caption it."))
        else:
            self._show_kept(one)

    def _show_kept(self, one: MediaWhole) -> None:
        places = [rendition_place(self._home, one.sha256, size) for size in (LARGE, SMALL)]
        found: Path | None = next((place for place in places if place.exists()), None)
        if found is not None:
            self.picture.show(found)
        elif one.kind == "video":
            self.picture.say(f"{media_words.video_words(one.duration_ms)}\n{one.original_name}")
        else:
            there = (self._home.root / one.original_path).exists()
            self.picture.say(_("The picture is being prepared…") if there else _("The file is not to be found"))

    def _show_words(self, one: MediaWhole | None) -> None:
        several = len(self.ids) > 1
        if one is None:
            self._before = Said()
        else:
            self._before = media_words.said_of(media_shared(self.ids) if several else one)
        source = media_words.source_words(one.taken_source) if one and not several else ""
        self.fields.set(self._before, source, several=several)

    def tell(self) -> None:
        """What follows from the words: whether it counts, the state, the consent, the file; the fields stay."""
        one = media(self.ids[-1]) if self.ids else None
        several = len(self.ids) > 1
        for button in (self.accepting, self.rejecting):
            button.configure(state="normal" if one else "disabled")
        self._tell_counting(one, several)
        self.missing.show(one if not several else None, before=self.fields)
        self._tell_consent()
        self._tell_advice(one if not several else None)
        self._tell_alike(one if not several else None)
        self.notes.say("\n".join(self._notes(one)) if one and not several else "")
        if one and not several and one.kind == "photo":
            self.retouching.pack(anchor="w", pady=(px(INSIDE), 0))
        else:
            self.retouching.pack_forget()

    def _tell_counting(self, one: MediaWhole | None, several: bool) -> None:
        words, kind = "", "neutral"
        if one is not None and several:
            words = media_words.chosen_words(len(self.ids))
        elif one is not None:
            words, kind = media_words.counting_words(one, self.starts_on)
        self.counting.label.configure(bootstyle=f"@card {COLOURS[kind]}")
        self.counting.say(words)

    def _tell_advice(self, one: MediaWhole | None) -> None:
        words = media_words.advice_words(one) if one else ""
        self.advice.say(words)
        if words:
            self.advice.pack(side="top", fill="x", before=self.counting)
        else:
            self.advice.pack_forget()

    def _tell_alike(self, one: MediaWhole | None) -> None:
        others = alike_count(one.group) - 1 if one and self._to_alike else 0
        if others > 0:
            self.comparing.configure(text=media_words.alike_words(others))
            self.comparing.pack(anchor="w", pady=(px(INSIDE), 0), before=self.notes)
        else:
            self.comparing.pack_forget()

    def _tell_consent(self) -> None:
        if not self.ids or self.fields.people.get() != "children":
            self.consent.pack_forget()
            self.fields.consent_place.configure(height=1)  # a frame keeps the height of what has gone
            return
        self.consent.show(self.ids)
        if not self.consent.winfo_manager():
            self.consent.pack(fill="x")
            self.after(SETTLE_MS, self._see_consent)

    def _see_consent(self) -> None:
        if self.consent.winfo_manager():
            self._room.see(self.consent)

    def _notes(self, one: MediaWhole) -> list[str]:
        lines = [media_words.file_words(one)]
        if media_words.looks_shrunk(one):
            lines.append(_("A shrunk photo, as Zalo sends them: better ask for the original."))
        used = ", ".join(f"“{title}”" for title in one.used_in)
        lines.append(_("Used in {titles}").format(titles=used) if used else _("Not used in any article yet"))
        return lines

    # ------------------------------------------------------------ acts

    def keep(self) -> None:
        """Keep what was typed or chosen since the last time."""
        now = self.fields.get()
        words = media_words.changes(self._before, now) if self.ids else {}
        if not words:
            return
        self._before = now._replace(taken_on=now.taken_on or self._before.taken_on)
        self._act(lambda: describe_together(self.ids, by_name=self._by_name(), **words))

    def forget(self) -> None:
        """Let go of the chosen pictures and of what stands in the fields, after an undo."""
        self.ids, self._before = [], Said()

    def accept(self) -> None:
        """Good enough to be kept as material."""
        self.keep()
        self._act(lambda: review_together(self.ids, accepted=True, by_name=self._by_name()))

    def reject(self) -> None:
        """Not good enough, with a reason."""
        self.keep()
        reason = self._dialogs.ask_text(
            _("Why is it not accepted?"),
            hint=_("One sentence, so that the next photo is better: blurred, too dark, a closed eye…"),
            yes=_("Do not accept"),
        )
        if reason is not None:
            self._act(lambda: review_together(self.ids, accepted=False, reason=reason, by_name=self._by_name()))

    def compare(self) -> None:
        """Side by side with the photos that look like the chosen one."""
        self.keep()
        if self._to_alike is not None:
            self._to_alike(self.ids[-1])

    def retouch(self) -> None:
        """Turn, crop or cover the chosen photo in all its copies."""
        one = media(self.ids[-1])
        assert one is not None, "the button is there for one photo only"
        try:
            edit = RetouchDialog(self, self._home.root / one.original_path, edit_of(one.id)).run()
            if not isinstance(edit, Edit):
                return
            edit_picture(self._home, one.id, edit, by_name=self._by_name())
        except NotTaken:
            self._dialogs.show_error(OriginalUnreadable(name=one.original_name))
            return
        except UserError as error:
            self._dialogs.show_error(error)
            return
        self._retouched(one.sha256)

    def _came_back(self) -> None:
        """The file is in its place again: show it everywhere."""
        one = media(self.ids[-1]) if self.ids else None
        if one is not None:
            self._retouched(one.sha256)

    def _retouched(self, sha256: str) -> None:
        """Show the new copies everywhere."""
        self.picture.forget()
        self.show(self.ids)
        self._retouched_elsewhere([rendition_place(self._home, sha256, size) for size in (LARGE, SMALL)])

    def give_consent(self) -> None:
        """Write down a consent for the chosen pictures."""
        dialog = ConsentDialog(self, self.ids, home=self._home, dialogs=self._dialogs, by_name=self._by_name())
        if dialog.run():
            self.tell()

    def choose_consents(self) -> None:
        """Say which of those who agreed before are in the chosen pictures."""
        chosen = ConsentPick(self).run()
        if isinstance(chosen, list):
            cover(chosen, self.ids, by_name=self._by_name())
            self.tell()

    def withdraw_consent(self, standing: list[ConsentRow]) -> None:
        """Take a consent back and say where the picture must be taken down."""
        withdrawn = WithdrawalDialog(self, standing, dialogs=self._dialogs, by_name=self._by_name()).run()
        self.tell()
        if isinstance(withdrawn, Withdrawn) and withdrawn.places:
            PlacesDialog(self, withdrawn, self._to_article).run()

    def _act(self, act: Callable[[], list[Before]]) -> None:
        if not self.ids:
            return
        try:
            before = act()
        except UserError as error:
            self._dialogs.show_error(error)
            return
        self.tell()
        self._changed(before)
