"""What can stand between the school and its website: each with its sentence, its hint, and who must act."""

from __future__ import annotations

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_

LATER = N_("Nothing is lost: it is tried again by itself when there is a network.")
ASK_THE_KEEPER = N_("Ask whoever looks after the website.")


class WebsiteTrouble(UserError):
    """``by_itself``: trying later may help, else a person must act. ``whole_site``: no other article will fare better.

    ``wait_seconds`` is how long the website asked us to stay away, ``longest_pause`` the most between two tries.
    """

    by_itself = False
    whole_site = True
    wait_seconds = 0
    longest_pause = 3600


class LineTrouble(WebsiteTrouble):
    """No line, or a bad one. A try costs it nothing, and a line that is there ten minutes a day must not be missed."""

    by_itself = True
    longest_pause = 300


class Unreachable(LineTrouble):
    message = N_("The website {host} cannot be reached.")
    hint = LATER


class LineBroke(LineTrouble):
    message = N_("The line broke while talking to {host}.")
    hint = LATER


class TooSlow(LineTrouble):
    message = N_("{host} did not answer in time.")
    hint = LATER


class LoginPage(LineTrouble):
    message = N_("This network answers with a page of its own instead of {host}.")
    hint = N_("Open a browser and log in to the network, as for Wi-Fi in a hall; then it goes on by itself.")


class ServerTrouble(WebsiteTrouble):
    message = N_("{host} has trouble of its own (error {status}).")
    hint = N_("It is tried again by itself; if it lasts, tell whoever looks after the website.")
    by_itself = True


class SiteBusy(WebsiteTrouble):
    message = N_("{host} is busy and asks to come back later.")
    hint = LATER
    by_itself = True


class SiteFull(WebsiteTrouble):
    message = N_("{host} has no room left.")
    hint = N_("Ask whoever looks after the website to make room; it is tried again by itself.")
    by_itself = True


class CertificateNotTrusted(WebsiteTrouble):
    message = N_("{host} cannot prove that it is the school's website.")
    hint = N_(
        "Is this PC's date right? Does the network want a login in a browser? If not, its certificate is not valid."
    )
    by_itself = True


class PasswordRefused(WebsiteTrouble):
    message = N_("{host} does not accept the application password of {user}.")
    hint = N_("Make a new application password in WordPress and connect the website again.")


class PasswordMissing(WebsiteTrouble):
    message = N_("This PC does not know the application password for {host}.")
    hint = N_("Connect the website again and give the password.")


class PasswordLost(WebsiteTrouble):
    message = N_("The password does not arrive at {host}: its server takes it out on the way.")
    hint = N_("Whoever looks after the website lets the header “Authorization” through (in .htaccess).")


class PasswordsSwitchedOff(WebsiteTrouble):
    message = N_("{host} has application passwords switched off, or a WordPress older than 5.6.")
    hint = ASK_THE_KEEPER


class MayNotPublish(WebsiteTrouble):
    message = N_("{user} may not publish on {host}.")
    hint = N_("In WordPress this user needs the role Author or Editor.")


class Forbidden(WebsiteTrouble):
    message = N_("{host} refused the request.")
    hint = N_("A security plugin of the website may stand in the way. Ask whoever looks after the website.")


class NotWordPress(WebsiteTrouble):
    message = N_("No WordPress answers at {host}.")
    hint = N_("Is the address right? Open it in a browser and copy it from there.")


class AddressUnclear(WebsiteTrouble):
    message = N_("“{typed}” is no address of a website.")
    hint = N_("It looks like https://school.edu.vn.")


class NotSecure(WebsiteTrouble):
    message = N_("{host} would get the password in the open.")
    hint = N_("Give the address with https:// in front; without it anyone on the line could read the password.")


class MovedElsewhere(WebsiteTrouble):
    message = N_("{host} sends us on to another place: {target}.")
    hint = N_(
        "The password is not sent there. Log in to the network in a browser, or connect the website by its new address."
    )
    by_itself = True


class TooLarge(WebsiteTrouble):
    message = N_("{host} takes nothing as large as “{name}”.")
    hint = N_("Take the picture out of the article, or ask whoever looks after the website to raise its limit.")
    whole_site = False


class NotTaken(WebsiteTrouble):
    message = N_("{host} did not take “{name}”: {why}.")
    hint = ASK_THE_KEEPER
    whole_site = False


class GoneThere(WebsiteTrouble):
    message = N_("“{name}” is no longer on {host}.")
    hint = N_("Publish it again; it gets a new address.")
    whole_site = False


class PictureGone(WebsiteTrouble):
    message = N_("A picture of “{name}” is no longer on {host}.")
    hint = N_("Publish it again; the picture is sent anew.")
    whole_site = False


class UncoveredStays(WebsiteTrouble):
    message = N_("“{name}” is still on {host} as it was before faces were covered.")
    hint = N_("Delete it in the media library of WordPress, then try again.")
    whole_site = False


class HeldBack(WebsiteTrouble):
    message = N_("{host} has the article but does not show it yet.")
    hint = N_("Someone has to publish it in WordPress, or give {user} the role Editor; then try again.")
    whole_site = False


class NoWebsite(UserError):
    message = N_("No website is connected to the channel “{channel}”.")
    hint = N_("Connect it first: its address, a user and an application password.")


class PutThereByHand(UserError):
    message = N_("This article is recorded on “{channel}” already, put there by hand.")
    hint = N_("Correct it there by hand too, or take that record out first.")


class TextChanged(UserError):
    message = N_("“{title}” was changed after it was given to the website, so it was not sent.")
    hint = N_("When the new text is approved, publish it on the website again.")
