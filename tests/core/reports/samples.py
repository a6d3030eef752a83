"""A school's month as the report tests know it: May 2024, seventy years after Điện Biên Phủ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PIL import Image

from desktop_app.core.manuscripts.markup import plain
from desktop_app.core.reports.snapshot import (
    ArticleInReport,
    Basis,
    Distributed,
    Figures,
    MonthReport,
    PhotoInReport,
    Quota,
    Signer,
    TopicRow,
    VideoInReport,
)

SCHOOL = "Trường PTDTBT Tiểu học số 2 Mường Mươn"
TOPICS = (
    TopicRow("1", "Truyền thông chính sách", 0, 0),
    TopicRow("2", "Thực hiện hiệu quả chương trình giáo dục phổ thông", 1, 2),
    TopicRow("4", "Công bằng tiếp cận giáo dục và giáo dục hoà nhập, chuyên biệt", 0, 1),
    TopicRow("5", "Bồi dưỡng đội ngũ nhà giáo và cán bộ quản lý", 0, 0),
    TopicRow("9", "Phổ biến, giáo dục pháp luật; phòng chống bạo lực học đường", 0, 0),
    TopicRow("13", "Kỷ niệm 70 năm Chiến thắng Điện Biên Phủ", 2, 6),
    TopicRow("", "Điểm sáng giáo dục", 0, 1),
)
TEXT = (
    "Sáng ngày 07/5/2024, Trường PTDTBT Tiểu học số 2 Mường Mươn tổ chức lễ kỷ niệm 70 năm Chiến thắng "
    "Điện Biên Phủ với sự tham gia của toàn thể cán bộ, giáo viên, nhân viên và học sinh nhà trường.",
    "Tại buổi lễ, các em học sinh được nghe kể chuyện về những chiến sĩ kéo pháo, về đôi dép cao su và chiếc "
    "xe đạp thồ; được xem các tiết mục múa xoè, hát dân ca do chính các bạn lớp 4, lớp 5 biểu diễn.",
    "Buổi lễ khép lại trong không khí ấm áp. Mỗi học sinh mang về một câu chuyện để kể lại cho gia đình.",
)


def article(**changes: object) -> ArticleInReport:
    """The anniversary article, or that with some facts changed."""
    whole = ArticleInReport(
        title="Lễ kỷ niệm 70 năm Chiến thắng Điện Biên Phủ",
        lead="Thầy và trò nhà trường ôn lại trang sử “lừng lẫy năm châu, chấn động địa cầu”.",
        body=tuple(map(plain, TEXT)),
        topic="13. Kỷ niệm 70 năm Chiến thắng Điện Biên Phủ",
        authors=("Lò Thị Vân", "Quàng Văn Thắng"),
        event_date=date(2024, 5, 7),
        approved_on=date(2024, 5, 7),
        approved_by="Nguyễn Thị Liễu",
        distributions=(
            Distributed(
                "Trang thông tin điện tử của trường",
                date(2024, 5, 8),
                "https://thso2muongmuon.pgdmuongcha.edu.vn/tin-tuc/le-ky-niem-70-nam-chien-thang-dien-bien-phu.html",
            ),
            Distributed("Hội nghị phụ huynh", date(2024, 5, 10), "Biên bản ngày 10/05/2024"),
        ),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def month_report(**changes: object) -> MonthReport:
    """The whole report of May 2024, or that with some facts changed."""
    whole = MonthReport(
        period="2024-05",
        authority_line="Phòng GD&ĐT huyện Mường Chà",
        school_name=SCHOOL,
        school_short="THMM2",
        place="Mường Mươn",
        addressees=("Phòng Giáo dục và Đào tạo huyện Mường Chà",),
        basis=Basis(
            symbol="199/KH-PGDĐT",
            issued_on=date(2024, 3, 12),
            issuer="Phòng Giáo dục và Đào tạo huyện Mường Chà",
            subject="về truyền thông giáo dục và đào tạo năm 2024",
        ),
        plan_title="Truyền thông về giáo dục và đào tạo năm 2024",
        figures=Figures(
            (
                Quota("Tin bài", 1, 1, "met"),
                Quota("Ảnh hoặc video tư liệu", 3, 1, "met", recorded_later_on=date(2024, 6, 9)),
            ),
            "Tin bài được tính khi đã duyệt và đã đăng hoặc gửi lần đầu trong tháng.",
        ),
        topics=TOPICS,
        articles=(article(),),
        opinions=(),
        missing=("Chưa có minh chứng của buổi phát thanh măng non ngày 15/05/2024",),
        next_work=("Tin bài tổng kết năm học", "Phóng sự ảnh Ngày Quốc tế Thiếu nhi 01/6;"),
        signer=Signer(("Hiệu trưởng",), "Nguyễn Thị Liễu"),
        recipients=("Phòng GD&ĐT huyện Mường Chà (b/c)", "Các tổ chuyên môn"),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def photo(folder: Path, name: str = "anh", size: tuple[int, int] = (160, 120), **facts: object) -> PhotoInReport:
    """A JPEG of ``size`` in the school's green, with a caption."""
    path = folder / f"{name}.jpg"
    Image.new("RGB", size, "#1F6F5C").save(path, quality=80)
    whole = PhotoInReport(path, "Học sinh lớp 4 múa xoè", "Lò Thị Vân", date(2024, 5, 7), "13")
    return replace(whole, **facts)  # type: ignore[arg-type]


def video(**facts: object) -> VideoInReport:
    """A video without a poster, 2 minutes 31 seconds."""
    return replace(VideoInReport("Phóng sự ảnh 70 năm", "Tổ 1", date(2024, 5, 6), "13", 151.2), **facts)  # type: ignore[arg-type]
