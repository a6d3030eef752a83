"""A plan's text becomes a typed draft: small recognisers, each for one noun, put together here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from desktop_app.core.plans import questions
from desktop_app.core.plans.channels import channels_of
from desktop_app.core.plans.corrections import corrections_in
from desktop_app.core.plans.dates import first_year, year_in
from desktop_app.core.plans.draft import ChannelDraft, ClauseDraft, PlanDraft, Question, RoleDraft, SignerDraft
from desktop_app.core.plans.errors import PlanHasNoTopics, PlanHasTooMuchText, PlanIsEmpty
from desktop_app.core.plans.glued import glued_words
from desktop_app.core.plans.headings import ROMAN
from desktop_app.core.plans.lines import Line, lines_of, rejoined, without_bullet
from desktop_app.core.plans.paragraphs import Paragraph, is_page_number, paragraphs_of
from desktop_app.core.plans.preamble import Preamble, preamble_of, school_in_closing
from desktop_app.core.plans.quotas import ReadQuotas, quotas_of
from desktop_app.core.plans.roles import duties_of, roles_in
from desktop_app.core.plans.sections import Outline, is_about_the_past, outline_of
from desktop_app.core.plans.signers import signers_of
from desktop_app.core.plans.topics import ReadTopics, topics_of

MOST_SIGNS = 120_000
"""Signs of text, about forty pages. Plans have 5,000 to 30,000; a book would keep the reader busy for minutes."""


def read_plan(text: str, *, sha256: str | None = None, file: str = "") -> PlanDraft:
    """The plan in ``text``; what is unsure stands in ``questions``, nothing is guessed silently.

    ``sha256`` is of the file the text came from (of the text itself when None); ``file`` names it in errors.
    Raises PlanIsEmpty, PlanHasTooMuchText, PlanHasNoTopics.
    """
    if len(text) > MOST_SIGNS:
        raise PlanHasTooMuchText(file=file, signs=len(text), limit=MOST_SIGNS)
    lines = lines_of(text)
    if not lines:
        raise PlanIsEmpty(file=file)
    draft = _Reading(lines).draft()
    if not draft.topics and not draft.quotas:
        raise PlanHasNoTopics(file=file)
    return _with_source(draft, text, sha256, lines)


def _with_source(draft: PlanDraft, text: str, sha256: str | None, lines: Sequence[Line]) -> PlanDraft:
    values = {
        **draft.__dict__,
        "source_text": text,
        "source_sha256": sha256 or hashlib.sha256(text.encode()).hexdigest(),
        "corrections": corrections_in(text),
        "questions": (*draft.questions, *_about_spaces(lines)),
    }
    return PlanDraft(**values)


def _about_spaces(lines: Sequence[Line]) -> list[Question]:
    glued = [(line.number, word) for line in lines for word in glued_words(line.text)]
    if not glued:
        return []
    words = list(dict.fromkeys(word for _number, word in glued))
    return [questions.glued_words(words, glued[0][0])]


class _Reading:
    """One plan on its way from lines to a draft."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.outline: Outline = outline_of(lines)
        self.preamble: Preamble = preamble_of(self.outline.preamble)
        self.year = year_in(self.preamble.title)
        self.paragraphs = {id(section): paragraphs_of(section.lines) for section in self.outline.sections}
        self.topics: ReadTopics = self._topics()
        self.quotas: ReadQuotas = quotas_of(self._demanding(), first_year(self.year or self.preamble.school_year))
        self.closing, self.signers, self.left_below = _closing(self.outline.closing)

    def draft(self) -> PlanDraft:
        found = self.preamble
        return PlanDraft(
            title=found.title,
            year_label=self.year,
            school_year_label=found.school_year,
            school_name=found.school or school_in_closing(self.closing),
            own_number=found.own_number,
            own_date=found.own_date,
            basis=tuple(found.basis),
            clauses=tuple(self._clauses()),
            topics=self.topics.topics,
            channels=tuple(self._channels()),
            roles=tuple(self._roles()),
            quotas=tuple(self.quotas.quotas),
            signers=tuple(self.signers),
            questions=tuple(self._questions()),
        )

    # ------------------------------------------------------------ the parts

    def _topics(self) -> ReadTopics:
        tables = [section.topics for section in self.outline.sections if section.topics]
        year = first_year(self.year or self.preamble.school_year)
        read = [topics_of(table, year) for table in tables]
        return (
            ReadTopics(*(tuple(chain.from_iterable(parts)) for parts in zip(*read, strict=True)))
            if read
            else (ReadTopics((), (), ()))
        )

    def _demanding(self) -> Iterator[Paragraph]:
        """Every paragraph that may ask for something: all but what looks back."""
        for section in self.outline.sections:
            if not is_about_the_past(section.title):
                yield from self.paragraphs[id(section)]
                yield from paragraphs_of(section.topics)

    def _clauses(self) -> Iterator[ClauseDraft]:
        for section in self.outline.sections:
            for place, paragraph in enumerate(self.paragraphs[id(section)]):
                path = f"{section.path}.{_letter(place)}"
                yield ClauseDraft(path, section.kind, section.title, paragraph.text)

    def _channels(self) -> list[ChannelDraft]:
        sections = [section for section in self.outline.sections if section.kind == "channel"]
        return channels_of(chain.from_iterable(self.paragraphs[id(section)] for section in sections))

    def _roles(self) -> Iterator[RoleDraft]:
        quota_lines = {quota.source_line for quota in self.quotas.quotas}
        parts = [section for section in self.outline.sections if section.kind == "responsibility"]
        for section in parts:
            paragraphs = self.paragraphs[id(section)]
            if section.rank > ROMAN and section.title:
                yield RoleDraft(section.title.rstrip(" :"), duties_of(paragraphs, quota_lines))
            else:
                yield from roles_in(paragraphs, quota_lines)

    # ------------------------------------------------------------ what is unsure

    def _questions(self) -> Iterator[Question]:
        yield from self._about_the_paper()
        yield from self._about_the_year()
        for document in self.preamble.basis:
            if not document.number:
                yield questions.basis_without_number(document.about, document.source_line)
        yield from self.topics.questions
        yield from self.quotas.questions
        yield from self._about_odd_parts()

    def _about_the_paper(self) -> Iterator[Question]:
        found = self.preamble
        missing = (
            (found.title, questions.no_title),
            (found.school or school_in_closing(self.closing), questions.no_school),
            (found.own_number, questions.no_number),
            (found.own_date, questions.no_date),
            (self.signers, questions.no_signer),
        )
        yield from (ask() for known, ask in missing if not known)

    def _about_the_year(self) -> Iterator[Question]:
        if self.year and self.preamble.school_year:
            yield questions.years_differ(self.year, self.preamble.school_year)
        if self.year.startswith("giai"):
            yield questions.several_years(self.year)

    def _about_odd_parts(self) -> Iterator[Question]:
        for section in self.outline.sections:
            if not section.known:
                yield questions.odd_section(section.path, section.title, section.line)
        left = [*self.preamble.left_over, *self.topics.left_over, *self.left_below]
        lines = [(line.number, line.bare) for line in left if not is_page_number(line)]
        if lines:
            yield questions.lines_left_over([next(same) for _key, same in groupby(lines)])


def _closing(lines: Sequence[Line]) -> tuple[str, list[SignerDraft], list[Line]]:
    """The closing sentence, the signers, and lines that are neither."""
    sentence: list[str] = []
    rest = list(lines)
    while rest and not (sentence and _ends_closing(sentence, rest[0])):
        sentence.append(rest.pop(0).text)
    if sentence and not rejoined(sentence).lower().startswith("trên đây"):
        rest, sentence = list(lines), []
    signers, left = signers_of(rest)
    return rejoined(sentence), signers, left


def _ends_closing(sentence: Sequence[str], line: Line) -> bool:
    return (
        line.after_blank or line.bare.isupper() or without_bullet(line.text)[1] or sentence[-1].rstrip().endswith("./.")
    )


def _letter(place: int) -> str:
    """a, b, …, z, aa: plain letters, so that a path can be typed and sorted."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return letters[place] if place < len(letters) else letters[place // 26 - 1] + letters[place % 26]
