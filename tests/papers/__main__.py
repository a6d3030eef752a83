"""Make docs/papers.md and its pictures anew: every paper of the sample school beside the decree's layout.

python -m tests.papers
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.core.home import Home
from tests.papers.beside import picture
from tests.papers.elements import Found, elements_of
from tests.papers.sample import Printed, print_all

DOCS = Path(__file__).resolve().parents[2] / "docs"
PICTURES = DOCS / "pictures" / "papers"
LOOKS = {"regular": "đứng", "bold": "đứng, đậm", "italic": "nghiêng", "bold_italic": "nghiêng, đậm"}
NAMES = {
    "state_name": "Quốc hiệu",
    "motto": "Tiêu ngữ",
    "authority": "Cơ quan chủ quản",
    "issuer": "Cơ quan ban hành",
    "number": "Số, ký hiệu",
    "place_and_date": "Địa danh và thời gian",
    "kind": "Tên loại",
    "subject": "Trích yếu",
    "concerning": "Trích yếu công văn",
    "addressees": "Kính gửi",
    "post": "Chức vụ",
    "signer": "Họ tên",
    "recipients_word": "“Nơi nhận:”",
    "recipients": "Danh sách nơi nhận",
}
HEAD = """# Giấy tờ in ra, bên cạnh mẫu của Nghị định 30/2020/NĐ-CP

Bên trái mỗi hình là sơ đồ bố trí các thành phần thể thức (phụ lục I, phần I, mục IV); bên phải là giấy của trường mẫu,
cùng tỷ lệ, đánh cùng số ô. Cỡ và kiểu chữ trong bảng được đo từ chính tệp PDF. Biên bản do hai bên ký nên không có ô
7a, 7b; phiếu duyệt là giấy nội bộ.

Cả trang này và các hình được làm lại bằng `python3 dev.py papers`.
"""


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home")
        with home.opened():
            parts = [_part(printed) for printed in print_all(home, Path(folder))]
    (DOCS / "papers.md").write_text("\n".join([HEAD, *parts]), encoding="utf-8")


def _part(printed: Printed) -> str:
    """The picture on the disk, and its piece of the page."""
    found = elements_of(printed.file)
    picture(printed.title, printed.file, found).save(PICTURES / f"{printed.name}.png", optimize=True)
    rows = "\n".join(_row(one) for one in sorted(found, key=lambda one: (one.run.page, one.run.top, one.run.left)))
    image = f"![{printed.title} bên cạnh sơ đồ của Nghị định](pictures/papers/{printed.name}.png)"
    head = "| Ô | Thành phần | Nghị định | Trên giấy | Đạt |\n|---|---|---|---|---|"
    return f"## {printed.title}\n\n{image}\n\n{head}\n{rows}\n"


def _row(one: Found) -> str:
    low, high = (f"{size:g}" for size in one.asked.sizes)
    asked = f"cỡ {low if low == high else f'{low}-{high}'}, {LOOKS[one.asked.face]}"
    printed = f"cỡ {round(one.run.size, 1):g}, {LOOKS[one.run.face]}"
    fits = "có" if one.fits else "**không**"
    return f"| {one.box} | {NAMES[one.name]} | {asked} ({one.asked.source}) | {printed} | {fits} |"


if __name__ == "__main__":
    main()
