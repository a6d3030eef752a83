"""The demo by command: a sample school's month ends as a verified bundle, without a screen."""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.cli.answers import Answer, Told
from desktop_app.core.demo import SampleMonth, live_a_month
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, _


class HomeIsInUse(UserError):
    message = N_("There is a school in {folder} already; the sample school does not move in beside it.")
    hint = N_("Name an empty folder with --home, or leave --home out.")


def demo(home: Home, given: argparse.Namespace) -> Answer:
    """Live the sample month; the bundle stays in ``--to``, the sample school in ``--home`` if one is named."""
    given.to.mkdir(parents=True, exist_ok=True)
    if given.home:
        return _live_in(home, given.to)
    with TemporaryDirectory(prefix="loa-demo-") as folder:
        return _live_in(Home(Path(folder) / "home"), given.to)


def _live_in(home: Home, target: Path) -> Answer:
    if home.database_file.exists():
        raise HomeIsInUse(folder=home.root)
    with home.opened():
        return _told(live_a_month(home, target, Told()))


def _told(made: SampleMonth) -> Answer:
    lines = [
        _("A sample school wrote {articles} articles and took in {pictures} photos.").format(
            articles=made.articles, pictures=made.pictures
        ),
        _("Report: {path}").format(path=made.bundle.report),
        _("verified: {path}").format(path=made.bundle.path),
    ]
    answer = {
        "bundle": str(made.bundle.path),
        "report": str(made.bundle.report),
        "files": made.bundle.files,
        "verified": made.verification.ok,
    }
    return Answer(answer, lines)
