"""An import's sum, opened."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PIL import Image

from db.queries.rolls import alike_in, known_in, new_in, newest_roll
from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.importing import import_media

NOON = datetime(2024, 5, 7, 12, 0)  # noqa: DTZ001  # a camera names no zone


def test_each_part_of_the_sum_names_its_files(home: Home, tmp_path: Path) -> None:
    card = tmp_path / "card"
    card.mkdir()
    draw_scene(card / "a.jpg", seed=1, taken_at=NOON)
    import_media(home, [card], Progress())
    (card / "bản sao.jpg").write_bytes((card / "a.jpg").read_bytes())
    with Image.open(card / "a.jpg") as photo:
        photo.resize((600, 400)).save(card / "zalo.jpg", quality=70)
    draw_scene(card / "b.jpg", seed=8, taken_at=NOON)
    (card / "c.jpg").write_bytes(b"")
    roll_id = import_media(home, [card], Progress()).roll_id
    roll = newest_roll()
    assert roll is not None
    assert [(one.file, one.path) for one in roll.failed] == [("c.jpg", str(card / "c.jpg"))]
    assert [one.name for one in new_in(roll_id)] == ["b.jpg"]
    assert [(one.name, one.kept_name) for one in known_in(roll_id)] == [("a.jpg", "a.jpg"), ("bản sao.jpg", "a.jpg")]
    assert [(one.name, one.kept_name) for one in alike_in(roll_id)] == [("zalo.jpg", "a.jpg")]
    assert alike_in(roll_id)[0].own_sha256 != alike_in(roll_id)[0].sha256
