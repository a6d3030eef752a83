"""What can stand between a school and its store: each with its sentence, its hint, and whether waiting helps.

Callers catch the seven kinds that ``Store`` names; people read the sentences of the troubles below them.
"""

from __future__ import annotations

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_

LATER = N_("Nothing is lost: it is tried again by itself when there is a network.")
BY_ITSELF = N_("Nothing is lost: it is tried again by itself.")
ASK_THE_KEEPER = N_("Ask whoever looks after the store.")


class StoreTrouble(UserError):
    """``host`` is the fact every trouble has: the store as people call it.

    ``by_itself``: trying later may help, else a person must act. ``wait_seconds``: how long the store asked us to
    stay away, ``longest_pause`` the most between two tries.
    """

    message = N_("{host} gave an answer that no store gives: {why}.")
    hint = ASK_THE_KEEPER
    by_itself = False
    wait_seconds = 0
    longest_pause = 3600


# ---------------------------------------------------------------- the seven kinds


class StoreMissing(StoreTrouble):
    """404: no such key."""

    message = N_("{host} has no file {key}.")
    hint = N_("Check the address of the store; it may be another folder than before.")


class StoreRefused(StoreTrouble):
    """401, 403 and their like: a person has to act."""

    message = N_("{host} does not let us in.")


class StoreFull(StoreTrouble):
    """507, or a disk without room."""

    message = N_("{host} is full: nothing more can be stored.")
    hint = N_("Ask whoever looks after the store to make room; it is tried again by itself.")
    by_itself = True


class StoreBusy(StoreTrouble):
    """423, 429, 5xx: it is there, but not now."""

    message = N_("{host} is busy and asks to come back later.")
    hint = BY_ITSELF
    by_itself = True


class StoreTooLarge(StoreTrouble):
    """413."""

    message = N_("{host} takes no piece as large as {size}.")
    hint = N_("Smaller pieces are tried by themselves; else ask for a higher limit of one upload.")


class StoreOffline(StoreTrouble):
    """No line, or a bad one. A line that is there ten minutes a day must not be missed.

    ``got`` is what came of a file before the line broke: the rest is asked for with ``start``.
    """

    message = N_("The store {host} cannot be reached.")
    hint = LATER
    by_itself = True
    longest_pause = 300
    got = b""


class StoreOdd(StoreTrouble):
    """Any other answer."""


# ---------------------------------------------------------------- troubles of their own


class PasswordNotTaken(StoreRefused):
    message = N_("{host} does not accept the name or the password of {user}.")
    hint = N_("Type the password again; for Nextcloud make an app password in its settings.")


class NotAllowed(StoreRefused):
    message = N_("{user} may not do this on {host}.")
    hint = N_("Ask whoever looks after the store for the right to read and write in this folder.")


class StoreReadOnly(StoreRefused):
    message = N_("{host} can only be read.")
    hint = N_("Is the stick's lock on, or the folder shared for reading only? Take another, or ask for the right.")


class HostKeyChanged(StoreRefused):
    message = N_("{host} is not the machine it was: its key is {now}, and was {before}.")
    hint = N_("The password was not sent. Ask its keeper whether the machine is new; if so, forget the old key.")


class PasswordMissing(StoreRefused):
    message = N_("This PC does not know the password for {host}.")
    hint = N_("Connect the store again and give the password.")


class FileLocked(StoreBusy):
    message = N_("Another program holds a file of {host} locked.")


class StoreUnwell(StoreBusy):
    message = N_("{host} has trouble of its own (error {status}).")
    hint = N_("It is tried again by itself; if it lasts, tell whoever looks after the store.")


class StoreSlow(StoreOffline):
    message = N_("{host} did not answer in time.")


class LineBroke(StoreOffline):
    message = N_("The line broke while talking to {host}.")


class LoginPage(StoreOffline):
    message = N_("This network answers with a page of its own instead of {host}.")
    hint = N_("Open a browser and log in to the network, as for Wi-Fi in a hall; then it goes on by itself.")


class SentElsewhere(StoreOffline):
    message = N_("{host} sends us on to another place: {target}.")
    hint = N_(
        "The password is not sent there. Log in to the network in a browser, or connect the store by its new address."
    )


class CertificateDoubtful(StoreOffline):
    message = N_("{host} cannot prove that it is the school's store.")
    hint = N_(
        "Is this PC's date right? Does the network want a login in a browser? If not, its certificate is not valid."
    )


class FolderGone(StoreOffline):
    message = N_("The folder {host} is not there.")
    hint = N_("Is the stick plugged in, or the network drive connected? It goes on by itself once it is.")


class ClockRefused(StoreRefused):
    message = N_("{host} refuses us because this PC's clock is wrong.")
    hint = N_("Set the date and the time of this PC; then it goes on by itself.")
    by_itself = True


class NoWebDav(StoreOdd):
    message = N_("No WebDAV folder answers at {host}.")
    hint = N_("For Nextcloud the address ends in /remote.php/dav/files/NAME/ and stands in its settings.")


class NoBucket(StoreOdd):
    message = N_("{host} has no bucket of this name.")
    hint = N_("Check the name of the bucket and the address after “endpoint=”.")


class Damaged(StoreOdd):
    message = N_("The file {key} of {host} is damaged: its content is not what its name promises.")
    hint = N_("It is not used. The PC that has the original sends it again.")


class AddressUnclear(UserError):
    message = N_("“{typed}” is no address of a store.")
    hint = N_("It looks like folder:///D:/loa, webdavs://host/folder, sftp://name@host/folder or s3://bucket/folder.")


class LineInTheOpen(UserError):
    message = N_("{host} would get the password and the school's records in the open.")
    hint = N_("Use webdavs:// or an endpoint with https://; without it anyone on the line could read along.")


class KeyUnfit(UserError):
    """A name that is no key: it could lead out of the store."""

    message = N_("“{key}” cannot be the name of a file in a store.")
