"""A plan to begin with, shipped as data: for the demo, and for a school whose own plan is still on paper."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from typing import Any

from desktop_app.core.paths import ASSETS
from desktop_app.core.plans.draft import (
    BasisDocument,
    ChannelDraft,
    ClauseDraft,
    Correction,
    ItemDraft,
    PlanDraft,
    QuotaDraft,
    RoleDraft,
    SignerDraft,
    TopicDraft,
)

STARTER = ASSETS / "templates" / "starter-plan.toml"

Words = Mapping[str, Any]


def starter_plan() -> PlanDraft:
    """The shipped plan as a draft, to be corrected and saved like any other."""
    source = STARTER.read_text(encoding="utf-8")
    words = tomllib.loads(source)
    return PlanDraft(
        title=words["title"],
        year_label=words["year_label"],
        school_year_label=words["school_year_label"],
        school_name=words["school_name"],
        basis=tuple(BasisDocument(**basis) for basis in words["basis"]),
        clauses=tuple(ClauseDraft(**clause) for clause in words["clauses"]),
        topics=tuple(_topic(topic) for topic in words["topics"]),
        channels=tuple(ChannelDraft(**channel) for channel in words["channels"]),
        roles=tuple(RoleDraft(role["name"], tuple(role["duties"])) for role in words["roles"]),
        quotas=tuple(QuotaDraft(**quota) for quota in words["quotas"]),
        signers=tuple(SignerDraft(**signer) for signer in words["signers"]),
        corrections=tuple(Correction(**correction) for correction in words["corrections"]),
        source_text=source,
        source_sha256=hashlib.sha256(source.encode()).hexdigest(),
    )


def _topic(words: Words) -> TopicDraft:
    items = tuple(ItemDraft(**item) for item in words["items"])
    return TopicDraft(words.get("printed_no"), words["title"], items, words.get("window_end"))
