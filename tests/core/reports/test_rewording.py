"""A person's own words stand where the usual ones stood, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.core.reports.paper import Appendix, Heading, Paper, Part, Table, Words, words
from desktop_app.core.reports.rewording import Passage, passages, reworded

PARTS: tuple[Part, ...] = (
    words("The school reports:"),
    Heading("I. Results", 1, "section-I"),
    Heading("1. Figures", 2),
    Table((), ()),
    words("As the plan says.", "note"),
    Heading("2. Photos", 2),
    words("Five photos."),
    Heading("II. Opinions", 1, "section-II"),
    words("Nothing was raised."),
    words("Nobody asked."),
    Appendix("Phụ lục", "Articles", "", "articles"),
    words("An article's own words."),
)


def paper(parts: tuple[Part, ...] = PARTS) -> Paper:
    def made() -> Iterator[Part]:
        return iter(parts)

    return Paper("", "", "", made)


def said(written: Paper) -> list[str]:
    return [part.spans[0].words for part in written.parts() if isinstance(part, Words)]


def test_passages_are_the_plain_paragraphs_of_the_letter() -> None:
    assert passages(paper()) == [
        Passage("opening/0/0", "", "The school reports:"),
        Passage("section-I/2/0", "2. Photos", "Five photos."),
        Passage("section-II/0/0", "II. Opinions", "Nothing was raised.\nNobody asked."),
    ]


def test_own_words_replace_the_usual_ones_paragraph_by_paragraph() -> None:
    written = reworded(paper(), {"section-II/0/0": "One.\n\n Two. \nThree.", "section-I/2/0": "  "})
    assert said(written)[1:] == [
        "As the plan says.",
        "Five photos.",
        "One.",
        "Two.",
        "Three.",
        "An article's own words.",
    ]
    assert len(list(written.parts())) == len(PARTS) + 1


def test_words_for_a_passage_that_is_no_more_are_not_shown() -> None:
    assert said(reworded(paper(), {"section-IX/0/0": "Old", "articles/0/0": "Old"})) == said(paper())


def test_a_paper_can_be_made_twice() -> None:
    written = reworded(paper(), {"opening/0/0": "We report:"})
    assert said(written) == said(written)


def test_the_usual_words_can_still_be_read_in_a_reworded_paper() -> None:
    assert passages(reworded(paper(), {"opening/0/0": "We report:"})) == passages(paper())
