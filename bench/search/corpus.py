"""About 3,000 procedures to search among: recorded ones, official names, siblings made by rule.

Nothing of it is found by words that this house gave a procedure (popular names, keywords): a record
of the national database has none. ``official.tsv`` holds names as they are published, by hand;
``objects.tsv`` what licences, registrations and the like are about, for rules to make siblings of.
The codes of both are made up, apart from those that domain papers name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from search_site import RECORDED

from motcua.catalog.publication import nearness
from motcua.search.kinds import Findable

HERE = Path(__file__).parent
TIERS = {"b": "ministry", "t": "province", "x": "commune", "k": "other"}

LICENSE = (
    *("Cấp {}", "Cấp lại {} (trường hợp bị mất, bị hỏng)", "Cấp đổi {}", "Gia hạn {}"),
    *("Điều chỉnh, bổ sung nội dung {}", "Thu hồi {}", "Cấp lại {} do hết hạn"),
    "Liên thông cấp {} và đăng ký thuế",
)
RULES = {
    "L": LICENSE,
    "G": (*LICENSE, "Đăng ký, cấp {} lần đầu", "Đính chính {}"),
    "C": (
        *("Đề nghị ban hành {}", "Cấp {}", "Cấp lại {}", "Điều chỉnh {}", "Hủy bỏ {}"),
        *("Thẩm định hồ sơ cấp {}", "Xác nhận việc thực hiện {}"),
    ),
    "Đ": (
        *("Đăng ký {}", "Đăng ký thay đổi nội dung về {}", "Đăng ký lại {}", "Thông báo {}"),
        *("Chấm dứt {}", "Đăng ký {} có yếu tố nước ngoài", "Đăng ký {} tại khu vực biên giới"),
    ),
    "H": (
        *("Giải quyết {}", "Điều chỉnh {}", "Tạm dừng {}", "Tiếp tục hưởng {}"),
        *("Chấm dứt hưởng {}", "Truy lĩnh {}", "Chuyển hồ sơ hưởng {} sang địa bàn khác"),
    ),
    "T": (
        *("Thành lập hoặc cho phép thành lập {}", "Cho phép hoạt động trở lại đối với {}"),
        *("Sáp nhập, chia, tách {}", "Giải thể {} (theo đề nghị của tổ chức, cá nhân thành lập)"),
        *("Cho phép {} hoạt động", "Đổi tên {}", "Công nhận điều lệ, quy chế của {}"),
    ),
    "K": (
        *("Khai {}", "Khai bổ sung hồ sơ khai {}", "Miễn, giảm {}", "Hoàn {}", "Gia hạn nộp {}"),
        "Khai quyết toán {}",
    ),
    "H2": (
        *("Thủ tục hải quan đối với {}", "Sửa đổi, bổ sung {}", "Hủy {}", "Công nhận {}"),
        *("Tạm dừng hoạt động đối với {}", "Gia hạn đối với {}", "Giám sát {}"),
    ),
    "G2": (
        *("Tặng {}", "Công nhận {}", "Hủy bỏ quyết định tặng {}", "Cấp đổi, cấp lại hiện vật {}"),
        "Xét tặng {} theo thủ tục đơn giản",
    ),
}
"""What is done about things of a sort; each with the name in the place of the braces."""

STEPS = (
    "Bước 1: Tổ chức, cá nhân có nhu cầu về việc {} chuẩn bị hồ sơ theo quy định, nộp trực tiếp, "
    "qua bưu chính hoặc trực tuyến tại Trung tâm Phục vụ hành chính công. "
    "Bước 2: Cán bộ tiếp nhận kiểm tra tính đầy đủ, hợp lệ của hồ sơ; hồ sơ chưa hợp lệ thì hướng "
    "dẫn bổ sung, hoàn thiện. Bước 3: Cơ quan có thẩm quyền lĩnh vực {} thẩm định, quyết định; "
    "trường hợp từ chối phải trả lời bằng văn bản và nêu rõ lý do. Bước 4: Nhận kết quả, nộp phí, "
    "lệ phí nếu có. Thành phần hồ sơ: Tờ khai, đơn đề nghị {} theo mẫu; bản sao thẻ căn cước, hộ "
    "chiếu hoặc giấy tờ tùy thân; giấy tờ chứng minh nơi cư trú; giấy ủy quyền nếu nộp thay; bản "
    "sao giấy chứng nhận đăng ký doanh nghiệp, hộ kinh doanh đối với tổ chức."
)


def procedures() -> Iterator[Findable]:
    """All of them, each code once."""
    called = {row[0]: row for row in _rows("official.tsv")}
    for path in sorted(RECORDED.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        yield _recorded(record, called.pop(record["code"], None))
    for code, sector, tiers, name in called.values():
        yield _made(code, sector, tiers, name)
    yield from _siblings()


def _siblings() -> Iterator[Findable]:
    number = 0
    for sector, tiers, rule, objects in _rows("objects.tsv"):
        for thing in objects.split(";"):
            for said in RULES[rule]:
                number += 1
                yield _made(f"9.{number:06}", sector, tiers, said.format(thing))


def _recorded(record: dict, called: list[str] | None) -> Findable:
    """A recorded procedure as an import would find it: under its published name."""
    cases = record.get("cases", [])
    papers = [part["name"] for case in cases for part in case["components"]]
    results = [result["name"] for result in record.get("results", [])]
    sector = called[1] if called else record.get("sector", "")
    name = called[3] if called else record["name"]
    steps = record.get("steps") or [STEPS.format(name, sector, name)]
    return Findable(
        *(record["code"], name, " ".join([*results, sector])),
        body="\n".join([record.get("summary", ""), *steps, *papers]),
        nearness=nearness(record.get("levels", []), record.get("audiences", [])),
    )


def _made(code: str, sector: str, tiers: str, name: str) -> Findable:
    return Findable(
        *(code, name, sector, STEPS.format(name, sector, name)),
        nearness=nearness([TIERS[tier] for tier in tiers], []),
    )


def _rows(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        yield line.split("\t")
