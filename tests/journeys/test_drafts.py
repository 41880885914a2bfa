"""Nothing that is typed into a draft is lost: the network goes, two windows type, a code leads
back, two people apply together."""

import re

from playwright.sync_api import expect

from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import PersonFactory

from .conftest import FOUR_WAYS, NARROW
from .drafts import COMPLETE, forgive, page_of, signs_in, subject_of

HUSBAND = "022088005678"
KEPT_HERE = "Object.keys(localStorage).filter(key => key.startsWith('motcua.draft')).length"


def sent(answer):
    """What the request said to which this is the answer."""
    return answer.request.post_data_buffer or b""


def test_the_network_goes_while_somebody_types(reader, draft, wife):
    signs_in(reader, wife)
    page, region = reader.page, reader.page.locator(".saved")
    subject = page.get_by_label("Nội dung đề nghị")
    reader.go(page_of(draft))
    subject.fill("Xin cấp lại")
    subject.blur()
    expect(region).to_contain_text("Đã lưu lúc")
    reader.look()

    page.context.set_offline(True)
    subject.fill("Xin cấp lại giấy khai sinh cho con")
    subject.blur()
    expect(region).to_contain_text("mất mạng")
    page.close()
    assert subject_of(draft) == "Xin cấp lại"

    page.context.set_offline(False)
    reader.page = page.context.new_page()
    reader.go(page_of(draft))
    region = reader.page.locator(".saved")
    expect(reader.page.get_by_label("Nội dung đề nghị")).to_have_value(
        "Xin cấp lại giấy khai sinh cho con"
    )
    expect(region).to_contain_text("Đã lưu lúc")
    assert subject_of(draft) == "Xin cấp lại giấy khai sinh cho con"
    assert reader.page.evaluate(KEPT_HERE) == 0
    forgive(reader, "ERR_INTERNET_DISCONNECTED")


def test_a_slow_network_says_so_and_is_not_asked_twice(readers, draft, wife):
    reader = readers(width=NARROW)
    signs_in(reader, wife)
    page, held = reader.page, []
    page.clock.install()
    page.route("**/luu/**", lambda route: held.append(route))
    reader.go(page_of(draft))
    subject = page.get_by_label("Nội dung đề nghị")

    subject.fill("Xin cấp")
    subject.blur()
    page.wait_for_function("() => document.querySelector('.saved')")
    page.clock.run_for(5000)
    expect(page.locator(".saved")).to_have_text("Đang lưu…")
    subject.fill("Xin cấp lại giấy")
    subject.blur()
    page.clock.run_for(5000)
    assert len(held) == 1
    assert page.evaluate(KEPT_HERE) == 1

    with page.expect_response(lambda answer: "lại giấy".encode() in sent(answer)):
        held[0].continue_()
        page.unroute("**/luu/**")
    expect(page.locator(".saved")).to_contain_text("Đã lưu lúc")
    page.wait_for_function(f"() => {KEPT_HERE} === 0")
    assert subject_of(draft) == "Xin cấp lại giấy"


@FOUR_WAYS
def test_two_windows_type_and_somebody_chooses(readers, draft, wife, width, javascript):
    one = readers(width=width, javascript=javascript)
    signs_in(one, wife)
    one.go(page_of(draft))
    other = one.page.context.new_page()
    other.goto(one.home + page_of(draft))

    other.get_by_label("Nội dung đề nghị").fill("Xin cấp bản sao")
    other.get_by_role("button", name="Lưu và tiếp tục").click()
    expect(other.locator("main")).to_contain_text("cần sửa")
    one.page.get_by_label("Nội dung đề nghị").fill("Xin đính chính")
    if javascript:
        one.page.get_by_label("Nội dung đề nghị").blur()
        expect(one.page.locator(".saved")).to_contain_text("Cả hai đều được giữ")
    one.page.get_by_role("button", name="Lưu và tiếp tục").click()

    expect(one.page.locator("#hai-noi")).to_contain_text("Xin cấp bản sao")
    one.look()
    assert subject_of(draft) == "Xin cấp bản sao"
    one.page.get_by_label("Xin đính chính").check()
    one.page.get_by_role("button", name="Ghi lựa chọn").click()
    expect(one.page.get_by_label("Nội dung đề nghị")).to_have_value("Xin đính chính")
    assert subject_of(draft) == "Xin đính chính"
    if javascript:
        forgive(one, "409")


@FOUR_WAYS
def test_a_code_leads_back_on_another_device(readers, draft, wife, width, javascript):
    here = readers(width=width, javascript=javascript)
    signs_in(here, wife)
    here.go(page_of(draft, "ma/"))
    here.page.get_by_role("button", name="Lấy mã").click()
    made = re.search(r"\w{4}-\w{4}-\w{4}", here.page.locator("main").inner_text())
    here.look()

    there = readers(width=width, javascript=javascript)
    there.go("/tai-khoan/ho-so/mo-bang-ma/")
    there.page.get_by_label("Mã bản nháp").fill(made[0].lower())
    there.page.get_by_label("Bốn số cuối").fill("0000")
    there.page.get_by_role("button", name="Mở").click()
    expect(there.page.locator("main")).to_contain_text("Không mở được bằng mã")
    there.look()
    signs_in(there, wife)
    there.page.get_by_label("Bốn số cuối").fill("5678")
    there.page.get_by_role("button", name="Mở").click()

    expect(there.page.locator("h1")).to_have_text("Nơi giải quyết và liên hệ")


@FOUR_WAYS
def test_two_people_apply_together(readers, draft, wife, width, javascript):
    draft.write(COMPLETE)
    husband = PersonFactory(full_name="Vũ Văn Thử", personal_number=HUSBAND)
    hers, his = (readers(width=width, javascript=javascript) for _each in range(2))
    signs_in(hers, wife)
    signs_in(his, husband)

    hers.go(page_of(draft, "cung-nop/"))
    hers.page.get_by_label("Họ và tên người cùng nộp").fill("Vũ Văn Thử")
    hers.page.get_by_label("Số định danh cá nhân của người ấy").fill(HUSBAND)
    hers.page.get_by_role("button", name="Mời", exact=True).click()
    expect(hers.page.locator("main")).to_contain_text("chưa nhận lời mời")
    hers.look()

    his.go("/tai-khoan/ho-so/")
    his.look()
    his.page.get_by_role("button", name="Nhận lời và mở bản nháp").click()
    expect(his.page.locator("h1")).to_have_text("Nơi giải quyết và liên hệ")
    his.go(page_of(draft, "kiem-tra/"))
    his.look()
    his.page.get_by_label("Tôi đã kiểm tra").check()
    his.page.get_by_role("button", name="Xác nhận").click()
    expect(his.page.locator("main")).to_contain_text("đã xác nhận")

    hers.go(page_of(draft, "kiem-tra/"))
    hers.page.get_by_label("Tôi đã kiểm tra").check()
    hers.page.get_by_role("button", name="Nộp hồ sơ").click()
    expect(hers.page.locator("main")).to_contain_text("Đã nhận hồ sơ")
    his.go(f"/tai-khoan/ho-so/{Dossier.objects.get().code}/")
    expect(his.page.locator("main")).to_contain_text("Vũ Văn Thử")
