"""A plan to begin from where a school has none yet: the content of a real one, with invented names."""

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
    ItemDraft,
    PlanDraft,
    QuotaDraft,
    RoleDraft,
    SignerDraft,
    TopicDraft,
)

STARTER = ASSETS / "templates" / "starter-plan.toml"

Written = Mapping[str, Any]


def starter_plan() -> PlanDraft:
    """The starter plan (assets/templates/starter-plan.toml); it leaves no questions open."""
    source = STARTER.read_bytes()
    written = tomllib.loads(source.decode())
    return PlanDraft(
        title=written["title"],
        year_label=written["year_label"],
        school_year_label=written["school_year_label"],
        school_name=written["school_name"],
        basis=tuple(BasisDocument(**document) for document in written["basis"]),
        clauses=tuple(ClauseDraft(**clause) for clause in written["clauses"]),
        topics=tuple(_topic(topic) for topic in written["topics"]),
        channels=tuple(ChannelDraft(**channel) for channel in written["channels"]),
        roles=tuple(RoleDraft(role["name"], tuple(role["duties"])) for role in written["roles"]),
        quotas=tuple(QuotaDraft(**quota) for quota in written["quotas"]),
        signers=tuple(SignerDraft(**signer) for signer in written["signers"]),
        source_text=source.decode(),
        source_sha256=hashlib.sha256(source).hexdigest(),
    )


def _topic(written: Written) -> TopicDraft:
    items = tuple(ItemDraft(text, written.get("dashes", True)) for text in written["items"])
    return TopicDraft(written.get("printed_no"), written["title"], items, written.get("window_end"))
