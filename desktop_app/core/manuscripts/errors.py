"""Why a file could not become a manuscript, in a sentence and with a way on."""

from __future__ import annotations

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_


class DocumentIsEmpty(UserError):
    message = N_("The file {file} has no text and no pictures.")
    hint = N_("Perhaps it was not copied whole. Ask the sender for it once more.")


class NotADocument(UserError):
    message = N_("The file {file} is {what}, not a text to read.")
    hint = N_("Bring a Word file (.docx), a text (.txt), .odt or .rtf; photos and videos go under “Materials”.")


class DocumentIsDamaged(UserError):
    message = N_("The document {file} is damaged and cannot be read.")
    hint = N_("Open it in Word, save it anew as .docx, or ask the sender for a new copy.")


class DocumentIsTooBig(UserError):
    message = N_("The file {file} is {megabytes} MB; at most {limit} MB can be read.")
    hint = N_("Take the photos out, bring them one by one under “Materials”, and bring the text alone.")


class DocumentIsBomb(UserError):
    message = N_("The document {file} hides instructions that would stop the computer and was not read.")
    hint = N_("Ask the sender for a new copy, and do not pass this one on.")


class DocumentIsLocked(UserError):
    message = N_("The document {file} is locked with a password.")
    hint = N_("Open it with its password, save it without one, then bring it here again.")


class OldWordNotReadable(UserError):
    message = N_("The file {file} is an old Word file (.doc), which cannot be read on this PC.")
    hint = N_("Open it in Word, choose Save As, type “Word Document (.docx)”, then bring the new file here.")
