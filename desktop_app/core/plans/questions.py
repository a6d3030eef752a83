"""Every question the reader may put to a person, with its words."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.core.i18n import N_
from desktop_app.core.plans.draft import Question, QuotaDraft


def no_number() -> Question:
    text = N_("The plan carries no number of its own. Which number did the school give it?")
    return Question("no_number", "", text, options=(N_("It has none yet"),))


def no_date() -> Question:
    text = N_("The plan carries no date of its own. On which day was it signed?")
    return Question("no_date", "", text, options=(N_("It has none yet"),))


def no_title() -> Question:
    return Question("no_title", "", N_("No title was found. What is the plan called?"))


def no_school() -> Question:
    return Question("no_school", "", N_("No school was found in the text. Whose plan is it?"))


def no_signer() -> Question:
    return Question("no_signer", "", N_("No one was found who signs the plan. Who signs it?"))


def years_differ(year: str, school_year: str) -> Question:
    text = N_("The title says “{year}”, the text says school year {school_year}. Which months does the plan count?")
    options = (N_("The calendar year: {year}"), N_("The school year {school_year}"))
    return Question("years_differ", "", text, {"year": year, "school_year": school_year}, options)


def several_years(label: str) -> Question:
    text = N_("The plan is for “{label}”, several years. Which year is counted first?")
    return Question("several_years", "", text, {"label": label})


def basis_without_number(about: str, line: int) -> Question:
    text = N_("Line {line} names a document without its number: “{about}”. What is its number?")
    return Question("basis_without_number", str(line), text, {"line": line, "about": about})


def number_missing(missing: str, before: str, after: str, line: int) -> Question:
    text = N_("The topics go from number {before} to {after}; {missing} is missing. Is a topic missing?")
    options = (N_("No, it is printed so"), N_("Yes, I will add it"))
    return Question("number_missing", str(line), text, {"missing": missing, "before": before, "after": after}, options)


def number_repeated(number: str, title: str, line: int) -> Question:
    text = N_("Number {number} stands twice among the topics, the second time before “{title}”. Is it printed so?")
    return Question("number_repeated", str(line), text, {"number": number, "title": title}, _KEEP_OR_CHANGE)


def topic_without_number(title: str, line: int) -> Question:
    text = N_("The topic “{title}” has no number. Is it a topic of its own?")
    options = (N_("Yes, a topic of its own"), N_("No, it belongs to the topic above"))
    return Question("topic_without_number", str(line), text, {"title": title}, options)


def topic_without_items(title: str, line: int) -> Question:
    text = N_("The topic “{title}” has no content. What belongs to it?")
    return Question("topic_without_items", str(line), text, {"title": title})


def title_cut(title: str, content: str, line: int) -> Question:
    text = N_("Title and content ran together on line {line}. Is “{title}” the title, and “{content}” the content?")
    return Question("title_cut", str(line), text, {"line": line, "title": title, "content": content}, _KEEP_OR_CHANGE)


def dash_in_line(item: str, line: int) -> Question:
    text = N_("A dash stood inside a line; “{item}” was read as an item of its own. Is that right?")
    options = (N_("Yes, an item of its own"), N_("No, it belongs to the item before"))
    return Question("dash_in_line", str(line), text, {"item": item}, options)


def line_without_dash(item: str, line: int) -> Question:
    text = N_("Line {line} begins without a dash; “{item}” was read as an item of its own. Is that right?")
    options = (N_("Yes, an item of its own"), N_("No, it belongs to the item before"))
    return Question("line_without_dash", str(line), text, {"item": item, "line": line}, options)


def more_columns(cells: Sequence[str], line: int) -> Question:
    text = N_("The table has more columns than number, title and content. These cells were left out: {cells}")
    return Question("more_columns", str(line), text, {"cells": _short(" · ".join(cells))})


def odd_section(path: str, title: str, line: int) -> Question:
    text = N_("The part “{title}” is of no kind we know; it was kept as content. What is it?")
    options = (N_("Purpose"), N_("Requirement"), N_("Content"), N_("Channel"), N_("Responsibility"))
    return Question("odd_section", path or str(line), text, {"title": title}, options)


def scope_not_said(quotas: Sequence[QuotaDraft]) -> Question:
    text = N_("The plan does not say who owes “{quota}”. It is counted for the whole school. Is that right?")
    options = (
        N_("The whole school together"),
        N_("Each team or union"),
        N_("Each class"),
        N_("Each person"),
    )
    facts = {"quota": _short("; ".join(quota.text.rstrip(" .;") for quota in quotas))}
    return Question("scope_not_said", str(quotas[0].source_line), text, facts, options)


def period_not_said(quota: QuotaDraft) -> Question:
    text = N_("The plan does not say how often “{quota}” is due. It is counted each month. Is that right?")
    options = (N_("Each week"), N_("Each month"), N_("Each term"), N_("Each year"), N_("After each event"))
    return Question("period_not_said", str(quota.source_line), text, {"quota": _short(quota.text)}, options)


def period_unknown(words: str, line: int) -> Question:
    text = N_("“{words}” on line {line} asks for something in a period that is not counted here. How should it count?")
    options = (N_("Each week"), N_("Each month"), N_("Each term"), N_("Each year"), N_("Not at all"))
    return Question("period_unknown", str(line), text, {"words": _short(words), "line": line}, options)


def quotas_disagree(first: QuotaDraft, second: QuotaDraft) -> Question:
    text = N_("Lines {one} and {two} ask for different amounts: “{first}” and “{second}”. Which one holds?")
    facts = {
        "one": first.source_line,
        "two": second.source_line,
        "first": _short(first.text),
        "second": _short(second.text),
    }
    return Question("quotas_disagree", str(second.source_line), text, facts, ("{first}", "{second}"))


def glued_words(words: Sequence[str], line: int) -> Question:
    text = N_("Some words may have lost the space between them, first on line {line}: {words}")
    return Question("glued_words", str(line), text, {"line": line, "words": _short(", ".join(words))})


def lines_left_over(lines: Sequence[tuple[int, str]]) -> Question:
    text = N_("These lines were not understood: {lines}. Do they belong somewhere?")
    named = "; ".join(f"{number}: “{_short(words, 60)}”" for number, words in lines[:8])
    return Question("lines_left_over", str(lines[0][0]), text, {"lines": named})


def old_encoding() -> Question:
    text = N_("The file is not in Unicode; it was read as Windows Vietnamese. Are all accents right?")
    return Question("old_encoding", "", text, options=(N_("Yes"), N_("No")))


_KEEP_OR_CHANGE = (N_("Yes"), N_("No, I will correct it"))


def _short(words: str, most: int = 160) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
