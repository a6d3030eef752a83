"""The last step: a draft is signed and issued; an issued paper goes its way; its editions stand below."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence

from db.queries.report_versions import EditionRow
from desktop_app.core.reports.keeping import DRAFT
from desktop_app.core.reports.recipients import Recipients
from desktop_app.ui.screens.reports.life import EditionsCard, LifeActs, LifeCard
from desktop_app.ui.screens.reports.paper_acts import PaperActs
from desktop_app.ui.screens.reports.signing import SigningCard
from desktop_app.ui.theme import BETWEEN, px
from desktop_app.ui.widgets.scrolled import Scrolled


class LastStep(Scrolled):
    """Options: ``acts`` and ``life`` do what is asked; ``look(report_id)`` shows another edition."""

    def __init__(self, parent: tkinter.Misc, *, acts: PaperActs, life: LifeActs, look: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.signing = SigningCard(self.inside, issue=acts.issue, receivers=acts.keep_receivers)
        self.life = LifeCard(self.inside, life)
        self.editions = EditionsCard(self.inside, look, acts.discard)

    def show(
        self, kind: str, edition: EditionRow | None, editions: Sequence[EditionRow], receivers: Recipients
    ) -> None:
        """The step of the edition that is looked at; none yet is a draft too."""
        for card in (self.signing, self.life, self.editions):
            card.pack_forget()
        if edition is None or edition.state == DRAFT:
            self.signing.show(kind, receivers)
            self.signing.pack(fill="x", pady=(0, px(BETWEEN)))
        else:
            self.life.show(edition)
            self.life.pack(fill="x", pady=(0, px(BETWEEN)))
        if edition is not None and len(editions) > 1:
            self.editions.show(editions, edition.id)
            self.editions.pack(fill="x", pady=(0, px(BETWEEN)))

    def keep(self) -> None:
        """Keep what was typed."""
        self.signing.keep()
