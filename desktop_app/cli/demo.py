"""The demo by command: a sample school's month ends as a verified bundle, without a screen."""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.cli.answers import Answer, Told
from desktop_app.core.demo import SampleMonth, live_a_month
from desktop_app.core.home import Home
from desktop_app.core.i18n import _


def demo(home: Home, given: argparse.Namespace) -> Answer:
    """Live the sample month in a home of its own; the bundle stays in ``--to``."""
    given.to.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="loa-demo-") as folder:
        sample_home = Home(Path(folder) / "home")
        with sample_home.opened():
            made = live_a_month(sample_home, given.to, Told())
    return _told(made)


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
