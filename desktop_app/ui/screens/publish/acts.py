"""The acts of the room of publications: each asks what it must, calls one verb of the core, says what was done."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import date
from functools import partial

from db.queries.distributions import ArticleOut, ChannelRow, EvidenceRow, PlaceRow
from desktop_app.core import channels, distributions
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_, _
from desktop_app.core.periods import short_date
from desktop_app.ui.clipboard import address_in, copied_picture, copied_words
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.publish import words
from desktop_app.ui.screens.publish.record import Given, PlanDialog, RecordDialog


class NothingToPaste(UserError):
    message = N_("The clipboard holds neither a picture nor a web address.")
    hint = N_("Copy the address of the page, or take a screenshot, and paste again.")


class PublishActs:
    """Options: ``changed()`` shows everything anew after an act."""

    def __init__(self, parent: tkinter.Misc, desk: Desk, *, changed: Callable[[], object]) -> None:
        self._parent, self._desk, self._changed = parent, desk, changed

    # ------------------------------------------------------------ going out

    def plan(self, article: ArticleOut, channel: ChannelRow, day: date | None = None) -> None:
        """Ask for the day and keep it."""
        chosen = PlanDialog(self._parent, channel, day).run()
        if isinstance(chosen, date):
            self._try(
                lambda: distributions.plan(article.id, channel.id, chosen, by_name=self._desk.by_name()),
                _("{channel}: planned for {day}").format(channel=channel.name, day=short_date(chosen)),
            )

    def unplan(self, place: PlaceRow) -> None:
        """Let go of a plan."""
        self._try(
            lambda: distributions.unplan(place.id, by_name=self._desk.by_name()), _("The planned day is taken out")
        )

    def record(self, article: ArticleOut, channel: ChannelRow, day: date | None = None) -> None:
        """Ask when it went out, with its evidence."""
        self._ask(
            channel,
            words.done_act(channel._replace(has_site=False)).rstrip("…"),
            _("“{title}”, version {number}").format(title=article.title, number=article.revision),
            min(day or date.today(), date.today()),
            partial(self._distribute, article, channel),
            _("{channel}: written down").format(channel=channel.name),
        )

    def _distribute(self, article: ArticleOut, channel: ChannelRow, given: Given) -> str:
        return distributions.distribute(
            article.id, channel.id, given.day, by_name=self._desk.by_name(), revision_id=article.revision_id
        )

    def correct(self, article: ArticleOut, channel: ChannelRow, place: PlaceRow) -> None:
        """Ask when the newer text replaced the older one, with its evidence."""
        self._ask(
            channel,
            _("Record the correction"),
            _("Version {number} now stands there instead of version {old}. The article still counts once.").format(
                number=article.revision, old=place.revision
            ),
            date.today(),
            lambda given: distributions.correct(place.id, given.day, by_name=self._desk.by_name()),
            _("{channel}: corrected").format(channel=channel.name),
        )

    def _ask(
        self,
        channel: ChannelRow,
        title: str,
        line: str,
        day: date,
        verb: Callable[[Given], str],
        said: str,
    ) -> None:
        kept: list[str] = []

        def record(given: Given) -> bool:
            # Kept at the first press; a wrong file after that is asked for again without recording it twice.
            recorded = bool(kept) or self._attempt(lambda: kept.append(verb(given)))
            return recorded and self._attempt(lambda: self._prove(kept[0], given))

        dialog = RecordDialog(
            self._parent, channel, title=title, line=line, day=day, dialogs=self._desk.dialogs, record=record
        )
        dialog.run(focus=dialog.url or dialog.number or dialog.ok)
        if kept:
            self._changed()
            self._desk.toast.say(said, undo=lambda: self.forget(kept[0]))

    # ------------------------------------------------------------ evidence

    def prove(self, channel: ChannelRow, place: PlaceRow) -> None:
        """Ask for evidence of a publication."""

        def record(given: Given) -> bool:
            return self._attempt(lambda: self._prove(place.id, given))

        dialog = RecordDialog(
            self._parent,
            channel,
            title=_("Add evidence"),
            line=channel.name,
            day=None,
            dialogs=self._desk.dialogs,
            record=record,
        )
        if dialog.run(focus=dialog.url or dialog.number or dialog.choose):
            self._changed()
            self._desk.toast.say(_("The evidence is kept"))

    def _prove(self, place_id: str, given: Given) -> None:
        by_name = self._desk.by_name()
        if given.url:
            distributions.prove_with_address(place_id, given.url, by_name=by_name)
        if given.number:
            distributions.prove_with_number(place_id, given.number, by_name=by_name)
        if given.file is not None:
            distributions.prove_with_file(self._desk.home, place_id, given.file, given.evidence, by_name=by_name)

    def paste(self, place: PlaceRow) -> None:
        """Make what lies in the clipboard the evidence: a picture, or an address."""
        try:
            piece = self._pasted(place.id)
        except UserError as error:
            self._desk.dialogs.show_error(error)
            return
        self._changed()
        self._desk.toast.say(_("The evidence is kept"), undo=lambda: self._drop(piece))

    def _pasted(self, place_id: str) -> str:
        by_name = self._desk.by_name()
        address = address_in(copied_words(self._parent))
        if address:
            return distributions.prove_with_address(place_id, address, by_name=by_name)
        picture = copied_picture(self._parent)
        if picture is None:
            raise NothingToPaste
        return distributions.prove_with_screenshot(self._desk.home, place_id, picture, by_name=by_name)

    def drop(self, piece: EvidenceRow) -> None:
        """Take out a piece of evidence after asking."""
        question = _("Take this evidence out?")
        if self._desk.dialogs.confirm(question, words.evidence_words(piece, 80), yes=_("Take it out"), danger=True):
            self._drop(piece.id)

    def _drop(self, evidence_id: str) -> None:
        self._try(lambda: distributions.drop_evidence(evidence_id, by_name=self._desk.by_name()), "")

    # ------------------------------------------------------------ what went wrong, what comes away

    def fail(self, channel: ChannelRow, place: PlaceRow) -> None:
        """Ask why it did not go out."""
        question = _("Why did it not go out on “{channel}”?").format(channel=channel.name)
        reason = self._desk.dialogs.ask_text(question, yes=_("Write it down"))
        if reason is not None:
            self._try(lambda: distributions.fail(place.id, reason, by_name=self._desk.by_name()), "")

    def take_down(self, channel: ChannelRow, place: PlaceRow) -> None:
        """Ask why it was taken down."""
        question = _("Why was it taken down from “{channel}”?").format(channel=channel.name)
        hint = _("When it is out nowhere any more, the article no longer counts.")
        reason = self._desk.dialogs.ask_text(question, hint=hint, yes=_("It was taken down"))
        if reason is not None:
            self._try(
                lambda: distributions.take_down(place.id, reason, by_name=self._desk.by_name()),
                _("{channel}: taken down").format(channel=channel.name),
                undo=lambda: self.put_back(place),
            )

    def put_back(self, place: PlaceRow) -> None:
        """Undo a taking down."""
        self._try(lambda: distributions.put_back(place.id, by_name=self._desk.by_name()), "")

    def forget(self, place_id: str) -> None:
        """Take out a publication recorded by mistake today."""
        self._try(
            lambda: distributions.forget(place_id, by_name=self._desk.by_name()), _("Taken out; the log keeps it")
        )

    def add_unofficial(self) -> None:
        """Ask for the name of a group or page that is not the school's own."""
        name = self._desk.dialogs.ask_text(_("Which group or page?"), yes=_("Add a channel"))
        if name is not None:
            self._try(lambda: channels.add_channel("groups", name, official=False), "")

    # ------------------------------------------------------------ inside

    def _try(self, verb: Callable[[], object], said: str, undo: Callable[[], object] | None = None) -> None:
        if self._attempt(verb):
            self._changed()
            if said:
                self._desk.toast.say(said, undo=undo)

    def _attempt(self, verb: Callable[[], object]) -> bool:
        try:
            verb()
        except UserError as error:
            self._desk.dialogs.show_error(error)
            return False
        return True
