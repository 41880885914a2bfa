"""What might somebody in the demo be called? Invented names, always the same for the same login."""

import random

FAMILIES = (
    ["Nguyễn"] * 12
    + ["Trần"] * 5
    + ["Lê"] * 4
    + ["Phạm"] * 4
    + ["Hoàng", "Vũ", "Vũ", "Bùi", "Bùi", "Đặng", "Đỗ", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh"]
    + ["Mạc", "Tô", "Lương", "Trịnh", "Phùng", "Tằng", "Chìu", "La", "Đoàn", "Cao", "Tạ", "Chu"]
)
"""As often as one meets them in the north-east, Dao and Tày families among them."""

WOMEN = [
    "Thị Mai Hương",
    "Thị Thu Hà",
    "Thị Bích Ngọc",
    "Thanh Vân",
    "Thị Lan Anh",
    "Thúy Quỳnh",
    "Thị Hồng Nhung",
    "Ngọc Diệp",
    "Thị Phương Thảo",
    "Thu Trang",
    "Thị Minh Nguyệt",
    "Khánh Linh",
    "Thị Kim Oanh",
    "Hải Yến",
    "Thị Tuyết",
    "Minh Châu",
    "Thị Hiền",
    "Diệu Linh",
    "Thị Xuân",
    "Hoài Thu",
    "Thị Thanh Tâm",
    "Bảo Trâm",
]
MEN = [
    "Văn Hùng",
    "Đức Thịnh",
    "Quang Huy",
    "Minh Tuấn",
    "Văn Lộc",
    "Hữu Phước",
    "Xuân Trường",
    "Bá Khang",
    "Quốc Đạt",
    "Văn Toàn",
    "Hoàng Sơn",
    "Tiến Dũng",
    "Mạnh Cường",
    "Công Thành",
    "Văn Bình",
    "Đình Phúc",
    "Trung Kiên",
    "Hải Long",
    "Ngọc Quân",
    "Viết Thắng",
    "Thế Anh",
    "Duy Khánh",
]


def name_of(login: str) -> str:
    """A full name for a login name."""
    dice = random.Random(login)  # noqa: S311  decides nothing but an invented name
    return f"{dice.choice(FAMILIES)} {dice.choice(dice.choice([WOMEN, MEN]))}"
