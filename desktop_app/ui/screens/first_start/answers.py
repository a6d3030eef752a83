"""What the first start was told so far: the school, its people, its offices, the plan in hand. Nothing is kept yet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from desktop_app.core.beginning import begin
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.plans.draft import PlanDraft
from desktop_app.core.plans.saving import SavedPlan
from desktop_app.core.school import AuthorityGiven, SchoolGiven, short_name_of
from desktop_app.ui.screens.plan.in_hand import PlanInHand
from desktop_app.ui.screens.plan.source import STARTER_NAME


@dataclass
class FirstAnswers:
    """``prefill`` takes from the plan what nobody has typed yet; the starter plan names an invented school, so not."""

    hand: PlanInHand = field(default_factory=PlanInHand)
    school: SchoolGiven = field(default_factory=lambda: SchoolGiven(""))

    def prefill(self) -> None:
        """Fill what is empty from the plan that was read."""
        draft, ours = self.hand.draft, self.school
        if self.hand.source_name == STARTER_NAME:
            return
        name = ours.name or draft.school_name
        self.school = replace(
            ours,
            name=name,
            short_name=ours.short_name or short_name_of(name),
            principal=ours.principal or _signer(draft, in_vietnamese(N_("Principal"))),
            clerk=ours.clerk or _signer(draft, in_vietnamese(N_("PREPARED BY"))),
            authorities=ours.authorities or _issuers(draft),
        )

    def change(self, **facts: object) -> None:
        """Take what a page was told."""
        self.school = replace(self.school, **facts)  # type: ignore[arg-type]  # the pages name its own fields

    def keep(self) -> SavedPlan:
        """Put everything into the records, whole or not at all. Raises UserError."""
        self.hand.change(school_name=self.school.name)
        return begin(self.school, self.hand.given())


def _signer(draft: PlanDraft, post: str) -> str:
    wanted = post.casefold()
    return next((signer.name for signer in draft.signers if wanted in signer.post.casefold()), "")


def _issuers(draft: PlanDraft) -> tuple[AuthorityGiven, ...]:
    """The office whose document the plan carries out."""
    names = [paper.issuer for paper in draft.basis if paper.issuer][:1]
    return tuple(AuthorityGiven(name, name.upper(), "education_office") for name in names)
