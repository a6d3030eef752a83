"""The website behind a channel: found, tried out and connected; its password lies with core.secrets."""

from __future__ import annotations

import html
import re
from typing import Any, NamedTuple
from urllib.parse import urljoin

from db import database
from db.models import Channel, Distribution, WebPost, WebSite, WebUpload
from db.text import nfc
from desktop_app.core import audit, secrets
from desktop_app.core.jobs import Progress
from desktop_app.core.told import kind_of
from desktop_app.core.website.address import home_of, host_of, refuse_another_host, refuse_open_line
from desktop_app.core.website.client import WordPress
from desktop_app.core.website.errors import (
    LoginPage,
    MayNotPublish,
    NotTaken,
    NotWordPress,
    NoWebsite,
    PasswordMissing,
    PasswordRefused,
    PasswordsSwitchedOff,
)
from desktop_app.core.website.line import PATIENCE, Line

API_LINK = re.compile(r'<([^>]+)>\s*;\s*rel="?https://api\.w\.org/"?')
"""The header by which every page of a WordPress names its API (developer.wordpress.org/rest-api/discovery)."""
HEALED_BY_CONNECTING = ("PasswordRefused", "PasswordMissing", "PasswordLost", "MayNotPublish", "NotWordPress")
"""Troubles that end when the website is connected again."""
CLOSED_TO_STRANGERS = "a plugin shows the API to logged-in users only"
REDIRECTS = 3


class Found(NamedTuple):
    """What the trial found: the API's root, the website's own name, the user's name there."""

    root: str
    title: str
    user: str


def probe(address: str, user: str, password: str, progress: Progress, patience: float = PATIENCE) -> Found:
    """Try a website out: is it WordPress, is the password right, may the user publish. Nothing is changed anywhere.

    Raises AddressUnclear, NotSecure, Unreachable …: each WebsiteTrouble says what is wrong.
    """
    root, index = _discovered(home_of(address), progress, patience)
    # WordPress itself takes the password with or without the spaces it shows it with.
    with WordPress(root, user.strip(), "".join(password.split()), progress, patience) as wordpress:
        me = wordpress.ask("wp/v2/users/me", context="edit", _fields="id,name,capabilities")
    able = me.get("capabilities") or {}
    if not (able.get("publish_posts") and able.get("upload_files")):
        raise MayNotPublish(host=host_of(root), user=user)
    return Found(root, html.unescape(str(index.get("name", ""))), str(me.get("name", "")))


def _discovered(home: str, progress: Progress, patience: float) -> tuple[str, dict[str, Any]]:
    """The root of the API and what it says of itself, asked without any password."""
    door, named = _front_door(home, progress, patience)
    for root in dict.fromkeys([named, urljoin(door, "wp-json/"), urljoin(door, "?rest_route=/")]):
        if root and (index := _index(root, progress, patience)):
            if not index.get("authentication"):
                raise PasswordsSwitchedOff(host=host_of(root))
            return root, index
    raise NotWordPress(host=host_of(home))


def _front_door(home: str, progress: Progress, patience: float) -> tuple[str, str]:
    """Where the website's own address leads, and the root its page names there or "". Raises MovedElsewhere …"""
    line, address, named = Line(home, None, progress, patience), home, ""
    try:
        for _turn in range(REDIRECTS):
            answer = line.answer("HEAD", address)
            found = API_LINK.search(answer.headers.get("link", ""))
            named = found[1] if found else ""
            if named or not 300 <= answer.status < 400:
                break
            address = _followed(home, urljoin(address, answer.headers.get("location", "")))
    finally:
        line.close()
    return address, _followed(home, named) if named else ""


def _followed(home: str, address: str) -> str:
    """``address`` if it is the same website over a line that is not open to others."""
    refuse_another_host(home, address)
    refuse_open_line(address)
    return address


def _index(root: str, progress: Progress, patience: float) -> dict[str, Any]:
    """What the API says of itself; empty where there is none."""
    with WordPress(root, progress=progress, patience=patience) as wordpress:
        try:
            said = wordpress.ask("", _fields="name,namespaces,authentication")
        except (NotWordPress, NotTaken, LoginPage):
            return {}
        except (PasswordRefused, MayNotPublish):
            return {"authentication": CLOSED_TO_STRANGERS}
    return said if isinstance(said, dict) and "wp/v2" in said.get("namespaces", ()) else {}


def connect(
    channel_id: str, found: Found, user: str, password: str, *, remember: bool = True, by_name: str = ""
) -> None:
    """Keep a website that was tried out (``probe``) as the one behind a channel; what its password held up goes on.

    ``remember`` False keeps the password until the program closes. Raises secrets.NoKeyring, and nothing is kept.
    """
    user, password = nfc(user.strip()), "".join(password.split())
    (secrets.keep if remember else secrets.keep_for_this_session)(found.root, user, password)
    with database.atomic():
        site = WebSite.get_or_none(WebSite.channel == channel_id)
        if site is None:
            site = WebSite.create(channel=channel_id, address=found.root, user_name=user)
        elif site.address != found.root:
            _begin_anew(site)
        WebSite.update(address=found.root, user_name=user).where(WebSite.id == site.id).execute()
        _wake(channel_id)
        audit.record("connect website", "channel", channel_id, by_name, host=host_of(found.root))


def _begin_anew(site: WebSite) -> None:
    """Another website knows nothing of what the old one had."""
    WebUpload.delete().where(WebUpload.site == site).execute()
    WebPost.update(post_id=None).where(WebPost.distribution.in_(_distributions(site.channel_id))).execute()


def _wake(channel_id: str) -> None:
    """Articles that waited for a better password wait for the line again."""
    for post in WebPost.select().where(WebPost.state == "failed", WebPost.distribution.in_(_distributions(channel_id))):
        if kind_of(post.problem) in HEALED_BY_CONNECTING:
            WebPost.update(state="queued", tries=0, next_try_at=None, problem="").where(WebPost.id == post.id).execute()


def _distributions(channel_id: str) -> Any:
    return Distribution.select(Distribution.id).where(Distribution.channel == channel_id)


def disconnect(channel_id: str, *, by_name: str = "") -> None:
    """Forget the website behind a channel and its password; what was published stays there and stays recorded."""
    site = site_behind(channel_id)
    waiting = WebPost.state.in_(("queued", "failed"))
    with database.atomic():
        WebPost.delete().where(waiting, WebPost.distribution.in_(_distributions(channel_id))).execute()
        site.delete_instance()
        audit.record("disconnect website", "channel", channel_id, by_name, host=host_of(site.address))
    secrets.forget(site.address, site.user_name)


def site_behind(channel_id: str) -> WebSite:
    """The website of a channel. Raises NoWebsite."""
    site = WebSite.get_or_none(WebSite.channel == channel_id)
    if site is None:
        raise NoWebsite(channel=Channel.get_by_id(channel_id).name)
    return site


def password_of(site: WebSite) -> str:
    """The application password of a connected website. Raises PasswordMissing."""
    password = secrets.find(site.address, site.user_name)
    if not password:
        raise PasswordMissing(host=host_of(site.address))
    return password
