"""What can stand between the school and a mailbox: each with its sentence, its hint, and who must act."""

from __future__ import annotations

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_

LATER = N_("Nothing is lost: it is tried again by itself when there is a network.")
BY_ITSELF = N_("Nothing is lost: it is tried again by itself.")
LOOK_AT_ACCOUNT = N_("Look at the mail account in the settings.")


class MailTrouble(UserError):
    """``by_itself``: trying later may help, else a person must act. ``whole_account``: no other letter fares better.

    ``longest_pause``: seconds, the most between two tries.
    """

    by_itself = False
    whole_account = True
    longest_pause = 3600


class MailUnreachable(MailTrouble):
    message = N_("The mail server {host} cannot be reached.")
    hint = LATER
    by_itself = True
    longest_pause = 300


class MailLineBroke(MailTrouble):
    message = N_("The line broke while sending through {host}.")
    hint = LATER
    by_itself = True
    longest_pause = 300


class MailNotTrusted(MailTrouble):
    message = N_("{host} cannot prove that it is the mail server it says it is.")
    hint = N_("Is this PC's date right? Does the network want a login in a browser? No password was sent.")
    by_itself = True


class MailLineOpen(MailTrouble):
    message = N_("{host} offers no safe line, so the password was not sent.")
    hint = N_("Choose TLS and port 465 in the mail account, or ask whoever looks after the server.")


class MailLoginRefused(MailTrouble):
    message = N_("{host} does not accept the name and password of {user}.")
    hint = N_("Gmail and Outlook want an app password made for this program. Enter it again in the mail account.")


class MailPasswordMissing(MailTrouble):
    message = N_("This PC does not know the password of {user} on {host}.")
    hint = LOOK_AT_ACCOUNT


class SenderRefused(MailTrouble):
    message = N_("{host} does not let {sender} send through it.")
    hint = LOOK_AT_ACCOUNT


class RecipientRefused(MailTrouble):
    message = N_("There is no mailbox {address}, says {host}.")
    hint = N_("Correct the address of the office in the settings, then queue the letter again.")
    whole_account = False


class LetterTooLarge(MailTrouble):
    message = N_("{host} does not take a letter of {megabytes} MB.")
    hint = N_("Set a smaller size of a letter in the mail account, then queue the report again.")
    whole_account = False


class MailboxFull(MailTrouble):
    message = N_("The mailbox {address} is full.")
    hint = BY_ITSELF
    by_itself = True
    whole_account = False


class MailLater(MailTrouble):
    message = N_("{host} asks to come back later ({code}).")
    hint = BY_ITSELF
    by_itself = True


class LetterRefused(MailTrouble):
    message = N_("{host} refused the letter ({code}): {words}")
    hint = N_("Show these words to whoever looks after the mail account.")
    whole_account = False


class NoMailAccount(UserError):
    message = N_("No mail account is set up on this PC.")
    hint = N_("Set it up in Settings: server, address and an app password.")


class NoRecipient(UserError):
    message = N_("Nobody is there to receive the letter.")
    hint = N_("Enter an e-mail address of the office in Settings, or type one here.")


class AddressWrong(UserError):
    message = N_("“{address}” is not an e-mail address.")
    hint = N_("Write it like van.thu@dienbien.edu.vn.")


class NothingToSend(UserError):
    message = N_("No file fits into a letter of {megabytes} MB.")
    hint = N_("Take the bundle there on a stick, or allow larger letters in the mail account.")


class LetterLost(UserError):
    message = N_("The letter waiting to be sent is no longer on this PC.")
    hint = N_("Queue the report again.")
