"""A child is registered: from the search for the procedure to the paper in the parent's hands.

The whole way in the running demo, once with scripts and once without; every page that somebody
stands before is sound. The citizen holds a telephone, officers sit before a screen. What the
citizen does until there is a receipt is done before a screen, too.
"""

from functools import partial

import pytest

from motcua.demo.citizens import CITIZENS
from motcua.paperwork.tests.pages import codes_on, text_of

from . import province, scans
from .conftest import NARROW, WIDE
from .officers import Officer
from .people import Citizen, Passer, Typist

HOME = "Số 12, tổ 5, khu 3, phường Bãi Cháy"
FORM = {
    "Người yêu cầu": {
        "Quan hệ với trẻ": "Cha",
        "Nơi cư trú cụ thể": HOME,
    },
    "Người được khai sinh": {
        "Họ, chữ đệm, tên của trẻ": "Vũ Minh Ước",
        "Ngày, tháng, năm sinh": "05/11/2026",
        "Giới tính": "Nam",
        "Dân tộc": "Kinh",
        "Quốc tịch": "Việt Nam",
        "Nơi sinh": "Bệnh viện Bãi Cháy, phường Bãi Cháy",
        "Quê quán": "phường Bãi Cháy, thành phố Quảng Ninh",
    },
    "Người mẹ": {
        "Có khai về người mẹ không?": "Có",
        "Họ, chữ đệm, tên người mẹ": "Trần Thị Thu Hà",
        "Ngày, tháng, năm sinh của người mẹ": "20/07/1994",
        "Dân tộc của người mẹ": "Tày",
        "Quốc tịch của người mẹ": "Việt Nam",
        "Nơi cư trú cụ thể của người mẹ": HOME,
    },
    "Người cha": {
        "Có khai về người cha không?": "Có",
        "Họ, chữ đệm, tên người cha": "Vũ Đức Thịnh",
        "Ngày, tháng, năm sinh của người cha": "14/03/1992",
        "Dân tộc của người cha": "Kinh",
        "Quốc tịch của người cha": "Việt Nam",
        "Nơi cư trú cụ thể của người cha": HOME,
    },
    "Nơi đăng ký và bản sao": {
        "Cha mẹ của trẻ đã đăng ký kết hôn chưa?": "Đã đăng ký kết hôn",
        "Nơi đăng ký được chọn là nơi cư trú của": "Mẹ",
        "Số bản sao Giấy khai sinh cần cấp": "2",
        "Tôi cam đoan…": True,
    },
}
"""Each page of the form by its heading, and what the father writes there."""
BORN = "Giấy chứng sinh"
HOME_PROVED = "Giấy tờ có giá trị…"
NAME = "đăng ký khai sinh"


@pytest.fixture(scope="module")
def quang_ninh(tmp_path_factory, database_folder_of_the_file):
    """One running demo for every journey of this file."""
    folder = tmp_path_factory.mktemp("province") / "demo"
    with province.running(folder, database_folder_of_the_file) as demo:
        yield demo


@pytest.fixture
def portal(quang_ninh) -> str:
    return quang_ninh.address


@pytest.fixture(
    params=[("Bãi Cháy", True), ("Hồng Gai", False)], ids=["with scripts", "without scripts"]
)
def ward(request) -> tuple[str, bool]:
    """Each run has a ward of its own, so that no officer uses a one-time code twice."""
    return request.param


def test_a_birth_is_registered(quang_ninh, readers, ward, tmp_path):
    name, javascript = ward
    window = partial(readers, javascript=javascript)
    place = "".join(name.lower().split()).translate(PLAIN)
    father = Citizen(window(width=NARROW), known=CITIZENS[0])
    neighbor = Passer(window(width=NARROW))
    clerk = Officer(window(width=WIDE), login=f"tiepnhan.{place}")
    registrar = Officer(window(width=WIDE), login=f"hotich.{place}")
    leader = Officer(window(width=WIDE), login=f"lanhdao.{place}")
    blurred = scans.jpeg(tmp_path, "giay-chung-sinh-mo")
    clear = scans.pdf(tmp_path, "giay-chung-sinh-ro")
    certificate = scans.pdf(tmp_path, "giay-khai-sinh")

    code = declares(father, name, {BORN: blurred, HOME_PROVED: scans.pdf(tmp_path, "cu-tru")})
    quang_ninh.letter(code)

    clerk.signs_in()
    clerk.opens(code)
    clerk.moves("Tiếp nhận", "Được tiếp nhận")
    receipt = clerk.reads("Giấy tiếp nhận")
    assert code in text_of(receipt)
    assert codes_on(receipt) == [f"{quang_ninh.address}/tra-cuu/?ma={code}"]

    registrar.signs_in()
    registrar.opens(code)
    registrar.moves("Nhận xử lý", "Đang xử lý")
    registrar.asks_for(BORN, "Ảnh mờ, không đọc được số. Chụp lại cả trang.")
    quang_ninh.letter(code, "cần bổ sung giấy tờ")

    father.opens(code)
    father.answers_with({BORN: clear})

    registrar.opens(code)
    registrar.moves("Nhận xử lý", "Đang xử lý")
    assert registrar.reads("giay-chung-sinh-ro.pdf", exact=True) == clear.read_bytes()

    leader.signs_in(post="Phó Chủ tịch")
    leader.opens(code)
    leader.finishes(certificate)

    clerk.opens(code)
    clerk.moves("Trả kết quả", "Đã trả kết quả")

    neighbor.looks_up(code, "9999")
    neighbor.is_told("Không tìm thấy hồ sơ")
    neighbor.looks_up(code, "0011")
    neighbor.is_told("Đã trả kết quả")
    assert "Thịnh" not in neighbor.main.inner_text()

    father.opens(code)
    assert father.saves("Tải kết quả") == certificate.read_bytes()
    quang_ninh.letter(code, "đã được trả")

    father.looks_at({"/tai-khoan/": "Vũ Đức Thịnh", "/tai-khoan/ho-so/": "Hồ sơ của tôi"})
    leader.looks_at({"/can-bo/chuc-vu/": "tư cách nào", "/tai-khoan/can-bo/hai-lop/": ""})
    neighbor.looks_at({"/demo/dang-nhap/": "", "/demo/thu-di/": "", "/khong-co/": ""})


def declares(father, ward, papers):
    """Finds, fills in, attaches, looks over and submits; the code on the receipt."""
    father.finds("giay khai sinh", NAME)
    father.begins()
    father.chooses(f"Ủy ban nhân dân phường {ward}")
    for heading, answers in FORM.items():
        father.writes(heading, answers)
    father.attaches(papers)
    return father.submits()


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_a_birth_is_declared_before_a_wide_window(quang_ninh, readers, javascript, tmp_path):
    father = Citizen(readers(width=WIDE, javascript=javascript), known=CITIZENS[0])
    papers = {BORN: scans.jpeg(tmp_path, "sinh"), HOME_PROVED: scans.pdf(tmp_path, "cu-tru")}

    code = declares(father, "Hà Lầm", papers)

    quang_ninh.letter(code)


def test_the_keyboard_alone_leads_to_the_code(readers):
    """Tab, Enter, Space and what is written; nothing is clicked."""
    by_keys = Typist(readers(width=WIDE), known=CITIZENS[1])

    by_keys.goes_to("/dich-vu-cong/1.004884/")
    by_keys.enters("Nộp hồ sơ trực tuyến", leads_to="Đăng nhập")
    by_keys.enters("Đăng nhập bằng tài khoản", leads_to="Hệ thống định danh")
    by_keys.enters(CITIZENS[1].full_name, leads_to="khai sinh")
    by_keys.enters("Bắt đầu", leads_to="Nơi giải quyết và liên hệ")
    by_keys.picks("Cơ quan giải quyết")
    by_keys.enters("Lưu và tiếp tục", leads_to="Người nộp hồ sơ")
    by_keys.types({"Nơi cư trú cụ thể": HOME})
    by_keys.enters("Lưu và tiếp tục", leads_to="Nội dung đề nghị")
    by_keys.types({"Nội dung đề nghị": "Đăng ký lại khai sinh cho bố tôi"})
    by_keys.types({"Thông tin chi tiết": "Giấy khai sinh năm 1960 và sổ gốc đều đã mất."})
    by_keys.ticks("Tôi cam đoan")
    by_keys.enters("Lưu và tiếp tục", leads_to="Giấy tờ")
    by_keys.enters("Lưu và tiếp tục", leads_to="Kiểm tra và nộp")
    by_keys.ticks("Tôi đã kiểm tra")
    by_keys.enters("Nộp hồ sơ", leads_to="khai sinh")

    by_keys.is_told("Đã nhận hồ sơ của bạn")


PLAIN = str.maketrans("ãáồ", "aao")
