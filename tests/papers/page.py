"""The page docs/papers.md: for each paper its pictures, and what it measures beside what the decree asks."""

from __future__ import annotations

from collections.abc import Iterable

from tests.papers.beside import pages_of
from tests.papers.elements import elements_of
from tests.papers.measures import Measure, measures_of
from tests.papers.sample import Printed

HEAD = """# Giấy tờ in ra, bên cạnh mẫu của Nghị định 30/2020/NĐ-CP

Bên trái mỗi hình là sơ đồ bố trí các thành phần thể thức, vẽ đúng tỷ lệ khổ A4 theo lời của phụ lục I, phần I (ô không
dùng vẽ nét đứt); bên phải là giấy của trường ví dụ, cùng tỷ lệ, cùng số ô. Chỗ của từng ô và mọi số đo dưới đây đọc từ
chính tệp PDF. Điều khoản ghi trong bảng là của phụ lục I, phần I. Lề đo từ mép giấy đến chữ gần nhất của mọi trang.

- Phông chữ trong PDF là Liberation Serif, chữ rộng bằng Times New Roman, nhúng vào tệp; tệp Word dùng Times New Roman.
- Lề dưới ghi “hết lời” là vì lời văn hết trước cuối trang; lề của trang giấy vẫn là 20 mm.
- Ô 7c, 8 để trống cho bút và dấu; ô 10 đến 14 nhà trường không dùng, chỗ của chúng chỉ vẽ phỏng. Sơ đồ của Nghị định
  không ghi kích thước từng ô: thứ tự và bên trái, bên phải theo Nghị định, chiều cao ô là của hình này.
- Biên bản theo mẫu 1.9: không ghi địa danh, ngày ở ô 4 mà ghi ở dòng “Thời gian bắt đầu”; hai bên cùng ký.
- Phiếu duyệt là giấy nội bộ, chỉ theo Nghị định ở phần đầu và phần ký; số, ngày ghi bằng bút.

Cả trang này và các hình được làm lại bằng `python3 dev.py papers`.
"""
TABLE_HEAD = "| Ô | Thành phần | Nghị định | Điều | Trên giấy | Đạt |\n|---|---|---|---|---|---|"


def page(papers: Iterable[Printed]) -> str:
    """The whole page in Markdown."""
    return "\n".join([HEAD, *(_part(each) for each in papers)])


def picture_name(printed: Printed, number: int) -> str:
    """The file of a page's picture: the first page has the paper's own name, the signature's page “-ky”."""
    return f"{printed.name}{'' if number == 1 else '-ky'}.png"


def _part(printed: Printed) -> str:
    measures = measures_of(printed.file)
    images = [_image(printed, number) for number in pages_of(elements_of(printed.file))]
    said = f"Theo {printed.form}. Đạt {sum(one.fits for one in measures)}/{len(measures)} điều đo được."
    return "\n\n".join([f"## {printed.title}", said, *images, _table(measures)]) + "\n"


def _image(printed: Printed, number: int) -> str:
    words = f"{printed.title}, trang {number}, bên cạnh sơ đồ của Nghị định"
    return f"![{words}](pictures/papers/{picture_name(printed, number)})"


def _table(measures: list[Measure]) -> str:
    return "\n".join([TABLE_HEAD, *(_row(one) for one in measures)])


def _row(one: Measure) -> str:
    fits = "có" if one.fits else "**không**"
    return f"| {one.box} | {one.name} | {one.asked} | {one.source} | {one.ours} | {fits} |"
