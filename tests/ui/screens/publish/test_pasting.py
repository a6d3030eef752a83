"""Evidence from the clipboard of a real screen: pictures of another program, addresses, and what is neither."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import tkinter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from db.models import Evidence
from db.queries import distributions as rows
from desktop_app.core import channels, distributions
from desktop_app.core.home import Home
from desktop_app.core.screenshots import ScreenshotUnreadable
from desktop_app.ui.clipboard import address_in, copied_picture, told_bytes
from desktop_app.ui.screens.publish.acts import NothingToPaste
from desktop_app.ui.screens.publish.evidence import EvidenceStrip
from desktop_app.ui.screens.publish.screen import PublishScreen
from tests.ui.conftest import FakeDialogs, focus, turn
from tests.ui.screens.publish.conftest import row_of, said

DAY = date(2024, 5, 21)
Offer = Callable[[bytes, str], None]


@pytest.fixture
def offer(tmp_path: Path) -> Iterator[Offer]:
    """Lets another program own the clipboard with these bytes as this type."""
    with ExitStack() as programs:

        def start(payload: bytes, kind: str = "image/png") -> None:
            file = tmp_path / "offered"
            file.write_bytes(payload)
            owner = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("x_owner.py")), kind, str(file)], stdout=subprocess.PIPE
            )
            programs.enter_context(owner)
            programs.callback(owner.kill)
            assert owner.stdout is not None
            assert owner.stdout.readline() == b"ready\n"

        yield start


def a_screenshot(size: tuple[int, int] = (64, 40), *, noisy: bool = False) -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGB", size, "#1F6F5C")
    if noisy:
        picture = Image.frombytes("RGB", size, random.Random(7).randbytes(size[0] * size[1] * 3))
    picture.save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def screen(furnish: Callable[..., PublishScreen], article: str, website: str) -> PublishScreen:
    distributions.distribute(article, website, DAY)
    return furnish(article_id=article)


def paste(widget: tkinter.Misc) -> None:
    focus(widget)
    widget.event_generate("<Control-v>")
    turn(widget)


def test_a_copied_picture_becomes_the_screenshot(screen: PublishScreen, article: str, home: Home, offer: Offer) -> None:
    offer(a_screenshot(), "image/png")
    paste(screen.page.copy)
    (place,) = rows.places(article)
    (piece,) = place.evidence
    assert (place.state, piece.kind) == ("proved", "screenshot")
    assert (home.root / piece.file_path).read_bytes() == a_screenshot()
    assert piece.file_path.endswith(".png")
    assert said(screen) == "The evidence is kept"


def test_a_large_picture_arrives_in_pieces(screen: PublishScreen, offer: Offer) -> None:
    large = a_screenshot((900, 700), noisy=True)
    assert len(large) > 1_500_000
    offer(large, "image/png")
    assert copied_picture(screen) == large


def test_a_picture_of_another_kind_is_taken_too(screen: PublishScreen, offer: Offer) -> None:
    out = io.BytesIO()
    Image.new("RGB", (64, 40), "#A8326E").save(out, "JPEG")
    offer(out.getvalue(), "image/jpeg")
    assert copied_picture(screen) == out.getvalue()


def test_a_copied_address_becomes_the_address_and_undo_takes_it_out(screen: PublishScreen, article: str) -> None:
    screen.clipboard_clear()
    screen.clipboard_append("  truong.example/doc-sach?x=1 \n")
    paste(screen.page.copy)
    assert rows.places(article)[0].evidence[0].url == "https://truong.example/doc-sach?x=1"
    screen._desk.toast.button.invoke()
    assert rows.places(article)[0].state == "done"


def test_a_hostile_picture_is_refused_and_nothing_is_kept(
    screen: PublishScreen, article: str, offer: Offer, dialogs: FakeDialogs
) -> None:
    offer(a_screenshot()[:-30], "image/png")
    paste(screen.page.copy)
    assert [type(error) for error in dialogs.errors] == [ScreenshotUnreadable]
    assert Evidence.select().count() == 0


def test_words_that_are_no_address_say_what_to_copy(screen: PublishScreen, dialogs: FakeDialogs) -> None:
    screen.clipboard_clear()
    screen.clipboard_append("Lễ kỷ niệm")
    paste(screen.page.copy)
    assert [type(error) for error in dialogs.errors] == [NothingToPaste]


def test_with_two_lines_waiting_the_one_with_the_focus_takes_it(screen: PublishScreen, article: str) -> None:
    fanpage = channels.add_channel("fanpage", "Fanpage")
    distributions.distribute(article, fanpage, DAY)
    screen.refresh()
    turn(screen)
    screen.clipboard_clear()
    screen.clipboard_append("https://facebook.example/1")
    paste(screen.page.copy)
    assert said(screen) == "Choose the line the evidence belongs to, then paste"
    button = row_of(screen, "Fanpage").main
    assert button is not None
    paste(button)
    states = {place.channel_id: place.state for place in rows.places(article)}
    assert states.pop(fanpage) == "proved"
    assert set(states.values()) == {"done"}


def test_a_piece_of_evidence_leaves_with_the_delete_key(
    screen: PublishScreen, article: str, dialogs: FakeDialogs, press: Callable[[tkinter.Misc, str], None]
) -> None:
    screen.clipboard_clear()
    screen.clipboard_append("https://truong.example/1")
    paste(screen.page.copy)
    (strip,) = row_of(screen, "Website trường").proof.winfo_children()
    assert isinstance(strip, EvidenceStrip)
    dialogs.answers.append(True)
    press(strip.buttons[0], "<Delete>")
    assert rows.places(article)[0].state == "done"


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://truong.example", "https://truong.example"),
        ("facebook.com/truong/posts/1", "https://facebook.com/truong/posts/1"),
        ("http://10.0.0.5:8080/bai", ""),
        ("Ngày 22/5", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("a.vn b.vn", ""),
        ("", ""),
    ],
)
def test_an_address_is_told_from_other_words(words: str, address: str) -> None:
    assert address_in(words) == address


def test_bytes_are_read_in_both_ways_tk_tells_them() -> None:
    assert told_bytes("0x89 0x50 0x4e 0x47 ") == b"\x89PNG"
    assert told_bytes("\x89PNG") == b"\x89PNG"
    assert told_bytes("đ") is None
    assert told_bytes("") is None
