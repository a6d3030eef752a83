"""What is handed in becomes articles: pictures keep their places, a message loses its chat, none stops the rest."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from PIL import Image

from db.models import Article, Revision, Usage
from desktop_app.core.handing_in import FileNotReadable, take_in, take_in_pasted
from desktop_app.core.home import Home
from desktop_app.core.intake import take_in_files
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.manuscripts.errors import DocumentIsEmpty
from desktop_app.core.manuscripts.packed import PackedFolderIsEmpty

MESSAGE = """[10:32, 21/4/2024] Cô Lò Thị Vân: Ngày hội đọc sách
[10:33, 21/4/2024] Cô Lò Thị Vân: Sáng nay, thầy và trò trường ta đọc sách dưới gốc cây ban, vui lắm.
[10:34, 21/4/2024] Cô Lò Thị Vân: [Hình ảnh]
"""


def picture(colour: str) -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (1600, 900), colour).save(out, "JPEG")
    out.seek(0)
    return out


def body_of(article_id: str) -> str:
    return str(Revision.get(Revision.article == article_id).body)


def text_file(file: Path, words: str) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(words, encoding="utf-8")
    return file


def test_a_picture_that_stands_twice_is_one_photo_and_every_place_finds_its_own(home: Home, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Ngày hội đọc sách", 1)
    for colour in ("green", "green", "red"):
        document.add_paragraph(f"Trước ảnh {colour}.")
        document.add_picture(picture(colour))
    document.save(str(tmp_path / "bai.docx"))
    taken = take_in(home, tmp_path / "bai.docx", Progress())
    assert taken.pictures == Usage.select().count() == 2
    places = [line for line in body_of(taken.article_id).split("\n") if line.startswith("![")]
    assert places == ["![1]", "![1]", "![2]"]


def test_a_pasted_message_is_an_article_without_its_chat(home: Home) -> None:
    taken = take_in_pasted(home, MESSAGE, by_name="Hoa")
    assert taken.title == "Ngày hội đọc sách"
    assert body_of(taken.article_id) == "Sáng nay, thầy và trò trường ta đọc sách dưới gốc cây ban, vui lắm."
    assert len(taken.notes) == 2  # the chat's marks went, a picture could not come along


def test_an_empty_paste_makes_no_article(home: Home) -> None:
    with pytest.raises(DocumentIsEmpty):
        take_in_pasted(home, " \n ")
    assert not Article.select().exists()


def test_a_file_that_is_gone_is_named(home: Home, tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable):
        take_in(home, tmp_path / "gone.docx", Progress())


def test_many_files_and_a_packed_folder_each_get_their_answer(home: Home, tmp_path: Path) -> None:
    good = text_file(tmp_path / "một.txt", "Tin một\n\nSáng nay trời nắng, các em ra sân.")
    with zipfile.ZipFile(tmp_path / "tổ.zip", "w") as archive:
        archive.writestr("hai.txt", "Tin hai\n\nChiều nay trời mưa, các em ở trong lớp.")
        archive.writestr("ảnh.jpg", "x")
    with zipfile.ZipFile(tmp_path / "rỗng.zip", "w") as archive:
        archive.writestr("ảnh.jpg", "x")
    files = [good, tmp_path / "tổ.zip", tmp_path / "rỗng.zip", tmp_path / "gone.txt"]
    intake = take_in_files(home, files, Progress())
    assert [one.title for one in intake.taken] == ["Tin một", "Tin hai"]
    assert [(one.file, type(one.error)) for one in intake.refused] == [
        ("rỗng.zip", PackedFolderIsEmpty),
        ("gone.txt", FileNotReadable),
    ]
    assert intake.left_out == 1
    assert [article.source_name for article in Article.select().order_by(Article.id)] == ["một.txt", "hai.txt"]


def test_a_story_told_before_is_named_at_once(home: Home, tmp_path: Path) -> None:
    words = "Tin một\n\nSáng nay trời nắng, các em ra sân trường chơi kéo co cùng thầy cô giáo."
    files = [text_file(tmp_path / name, words) for name in ("a.txt", "b.txt")]
    first, second = take_in_files(home, files, Progress()).taken
    assert not first.alike
    assert [(one.article_id, one.likeness) for one in second.alike] == [(first.article_id, 1.0)]


def test_a_cancel_keeps_what_is_done(home: Home, tmp_path: Path) -> None:
    class StopsAtTheSecond(Progress):
        def step(self, done: int, total: int, text: str = "") -> None:
            if text == "b.txt":
                self.cancel()
            super().step(done, total, text)

    files = [text_file(tmp_path / f"{name}.txt", f"Tin {name}\n\nSáng nay trời nắng.") for name in "abc"]
    with pytest.raises(Cancelled):
        take_in_files(home, files, StopsAtTheSecond())
    assert [article.title for article in Article.select()] == ["Tin a"]
