"""Why a file could not be read as a plan, in a sentence and with a way on."""

from __future__ import annotations

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_


class PlanIsMissing(UserError):
    message = N_("There is no file {file} at this place.")
    hint = N_("Perhaps it was moved or the stick was pulled out. Choose the plan again.")


class PlanIsFolder(UserError):
    message = N_("{file} is a folder, not a plan.")
    hint = N_("Open the folder and choose the plan's file in it.")


class PlanNotOpened(UserError):
    message = N_("The file {file} cannot be opened on this PC.")
    hint = N_("Close it in other programs, or copy it to the desktop and choose the copy.")


class PlanIsEmpty(UserError):
    message = N_("The plan file {file} has no text.")
    hint = N_("Perhaps it was not copied whole. Ask for it once more.")


class PlanIsTooBig(UserError):
    message = N_("The plan file {file} is {megabytes} MB; a plan has at most {limit} MB.")
    hint = N_("Take the pictures out and save the text alone, or choose another file.")


class PlanIsPdfInDisguise(UserError):
    message = N_("The file {file} is a PDF with a wrong name.")
    hint = N_("Change the end of its name to .pdf, then choose it again.")


class PlanIsPicture(UserError):
    message = N_("The file {file} is a picture, not a text to read.")
    hint = N_("Choose the plan as Word (.docx), PDF with text, or plain text; keep the scan beside it.")


class PlanIsArchive(UserError):
    message = N_("The file {file} is a packed folder (zip), not a plan.")
    hint = N_("Unpack it, then choose the plan's file from it.")


class PlanIsOldWord(UserError):
    message = N_("The file {file} is an old Word file (.doc), which cannot be read here.")
    hint = N_("Open it in Word, choose Save As, type “Word Document (.docx)”, then choose the new file.")


class PlanIsNoText(UserError):
    message = N_("The file {file} is not a text that can be read.")
    hint = N_("Choose the plan as Word (.docx), PDF with text, or plain text (.txt).")


class PlanIsNotNamedRight(UserError):
    message = N_("The file {file} is called {ending} but holds something else.")
    hint = N_("Open it in the program that made it, save it anew as Word (.docx), then choose the new file.")


class PlanIsDamaged(UserError):
    message = N_("The plan file {file} is damaged and cannot be read.")
    hint = N_("Open it in the program that made it, save it anew, or ask the sender for a new copy.")


class PlanIsLocked(UserError):
    message = N_("The plan file {file} is locked with a password.")
    hint = N_("Open it with its password, save it without one, then choose it again.")


class PlanIsTooLong(UserError):
    message = N_("The PDF {file} has {pages} pages; a plan has at most {limit}.")
    hint = N_("Choose the file that holds the plan alone.")


class PlanHasTooMuchText(UserError):
    message = N_("The file {file} holds {signs} letters, far more than a plan; at most {limit} are read.")
    hint = N_("Choose the file that holds the plan alone.")


class PlanIsScan(UserError):
    message = N_("The PDF {file} holds only pictures of pages, no text.")
    hint = N_("Choose the Word file the PDF was made from, or start from the sample plan.")


class PlanHasNoTopics(UserError):
    message = N_("No plan was found in {file}: neither topics nor amounts to hand in.")
    hint = N_("Check that it is the communications plan with its table of topics, or start from the sample plan.")
