"""The tables, a file for each part of the work; MODELS lists them parents first."""

from __future__ import annotations

from db.models.albums import Album, AlbumPicture
from db.models.articles import (
    Article,
    ArticleAuthor,
    ArticleLine,
    ArticleMark,
    ArticleTopic,
    Comment,
    Decision,
    Review,
    Revision,
    Savepoint,
)
from db.models.channels import Channel, Distribution, Evidence
from db.models.incidents import (
    Incident,
    IncidentAction,
    IncidentOpinion,
    PressContact,
    PressInteraction,
    PressStatement,
    RiskNote,
)
from db.models.log import AuditEvent, Outbox, TrashEntry
from db.models.mail import Letter
from db.models.media import Consent, ConsentAsset, ImportRoll, MediaAsset, MediaEdit, Usage
from db.models.months import ChecklistItem, MonthLedger
from db.models.opinions import Advice, AdviceOpinion, OpinionEvent, OpinionItem
from db.models.parted import MediaParted
from db.models.plans import (
    Fee,
    FieldAssignment,
    Plan,
    PlanClause,
    Quota,
    RoleDuty,
    Score,
    Task,
    Topic,
    TopicItem,
)
from db.models.record import Record, Table
from db.models.registers import RecipientLine, RegisterEntry, RegisterStart
from db.models.reports import Bundle, Report, ReportRecipient
from db.models.school import (
    Authority,
    Delegation,
    Document,
    Membership,
    Person,
    PinLock,
    RoleAssignment,
    School,
    Unit,
)
from db.models.website import WebPost, WebSite, WebUpload

MODELS: tuple[type[Table], ...] = (
    School, Authority, Document, Unit, Person, PinLock, Membership, RoleAssignment, Delegation,
    Plan, PlanClause, Topic, TopicItem, Quota, RoleDuty, FieldAssignment, Task, Score, Fee,
    Article, ArticleTopic, ArticleAuthor, Revision, ArticleMark, ArticleLine, Savepoint, Review, Decision, Comment,
    ImportRoll, MediaAsset, MediaEdit, MediaParted, Usage, Consent, ConsentAsset, Album, AlbumPicture,
    Channel, Distribution, Evidence, WebSite, WebPost, WebUpload, MonthLedger, ChecklistItem,
    OpinionItem, OpinionEvent, Advice, AdviceOpinion,
    Incident, IncidentAction, IncidentOpinion, PressContact, PressInteraction, PressStatement, RiskNote,
    Report, ReportRecipient, RegisterStart, RegisterEntry, RecipientLine,
    Bundle, Letter,
    AuditEvent, Outbox, TrashEntry,
)  # fmt: skip

__all__ = [
    "MODELS",
    "Advice",
    "AdviceOpinion",
    "Album",
    "AlbumPicture",
    "Article",
    "ArticleAuthor",
    "ArticleLine",
    "ArticleMark",
    "ArticleTopic",
    "AuditEvent",
    "Authority",
    "Bundle",
    "Channel",
    "ChecklistItem",
    "Comment",
    "Consent",
    "ConsentAsset",
    "Decision",
    "Delegation",
    "Distribution",
    "Document",
    "Evidence",
    "Fee",
    "FieldAssignment",
    "ImportRoll",
    "Incident",
    "IncidentAction",
    "IncidentOpinion",
    "Letter",
    "MediaAsset",
    "MediaEdit",
    "MediaParted",
    "Membership",
    "MonthLedger",
    "OpinionEvent",
    "OpinionItem",
    "Outbox",
    "Person",
    "PinLock",
    "Plan",
    "PlanClause",
    "PressContact",
    "PressInteraction",
    "PressStatement",
    "Quota",
    "RecipientLine",
    "Record",
    "RegisterEntry",
    "RegisterStart",
    "Report",
    "ReportRecipient",
    "Review",
    "Revision",
    "RiskNote",
    "RoleAssignment",
    "RoleDuty",
    "Savepoint",
    "School",
    "Score",
    "Table",
    "Task",
    "Topic",
    "TopicItem",
    "TrashEntry",
    "Unit",
    "Usage",
    "WebPost",
    "WebSite",
    "WebUpload",
]
