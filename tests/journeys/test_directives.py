"""A meeting gives tasks, an office reports with evidence, readers see in the news what came of it.

Once on a telephone with scripts and once on a wide screen without: passages become tasks by plain
links and forms.
"""

from datetime import timedelta

import pytest
from django.test import Client
from wagtail.rich_text import RichText

from motcua.accounts.tests.sessions import as_officer
from motcua.directives.models import Conclusion, FollowingPost, Task
from motcua.directives.tests.conftest import head_of
from motcua.directives.tests.factories import TaskFactory
from motcua.directives.workflow import State
from motcua.dossiers.tests.factories import FOREVER, OrganizationFactory, officer
from motcua.news.tests import factories as newsroom
from motcua.organizations.models import Duty
from motcua.periods.clock import today
from motcua.worktime.actions import load_calendar

from . import scans
from .conftest import NARROW, WIDE

TEXT = """I. NHIỆM VỤ
1. Sở Xây dựng rà soát các
tuyến đường xuống cấp.
2. Sở Tài chính bố trí vốn sửa đường."""
NUMBER = "214/TB-UBND"


@pytest.fixture
def hands(transactional_db):
    """Who follows for the committee, its head, and who leads the office that does."""
    load_calendar()
    committee = OrganizationFactory(identifier="H49", full_name="Ủy ban nhân dân thành phố")
    bureau = OrganizationFactory(identifier="H49.01", full_name="Văn phòng Ủy ban nhân dân")
    builders = OrganizationFactory(identifier="H49.08", full_name="Sở Xây dựng")
    giver = officer(bureau, Duty.APPRAISE, title="Chuyên viên theo dõi")
    FollowingPost.objects.create(organization=committee, post=giver.post, valid_during=FOREVER)
    return giver, head_of(committee, "Chủ tịch"), head_of(builders)


def signed_in(reader, acting):
    session = as_officer(Client(), acting.person)
    cookie = {"name": "sessionid", "value": session.cookies["sessionid"].value, "url": reader.home}
    reader.page.context.add_cookies([cookie])
    return reader


def presses(reader, name):
    reader.page.locator("main").get_by_role("button", name=name).first.click()


def follows(reader, name):
    reader.page.locator("main").get_by_role("link", name=name).first.click()


def stands_before(reader, heading):
    reader.page.locator("h1", has_text=heading).wait_for()
    reader.look()


def is_told(reader, words):
    reader.page.locator("main").get_by_text(words).first.wait_for()


@pytest.mark.parametrize(
    ("width", "javascript"),
    [(NARROW, True), (WIDE, False)],
    ids=["narrow", "wide without scripts"],
)
def test_a_meeting_gives_a_task_and_readers_see_what_became_of_it(
    readers, hands, tmp_path, width, javascript
):
    giver, chair, owner = hands
    desk = signed_in(readers(width=width, javascript=javascript), giver)
    doer = signed_in(readers(width=width, javascript=javascript), owner)
    reader = readers(width=width, javascript=javascript)

    enters(desk, chair)
    code = gives(desk, owner)
    reports(doer, code, scans.pdf(tmp_path, "bien-ban"))
    accepts(desk, code)
    late = goes_red(owner)
    finds_on_the_red_list(desk, late)
    reads(reader)


def enters(desk, chair):
    desk.go("/can-bo/chi-dao/ket-luan/")
    stands_before(desk, "Kết luận")
    follows(desk, "Nhập kết luận")
    stands_before(desk, "Nhập kết luận")
    day = today() - timedelta(days=3)
    fields = {
        "Số, ký hiệu": NUMBER,
        "Ngày ban hành": f"{day:%d/%m/%Y}",
        "Trích yếu": "Kết luận về giao thông",
        "Cuộc họp": "Họp giao ban",
        "Ngày họp": f"{day:%d/%m/%Y}",
        "Toàn văn kết luận": TEXT,
    }
    for label, value in fields.items():
        desk.page.get_by_label(label, exact=False).first.fill(value)
    desk.page.get_by_label("Người chủ trì").select_option(
        label=f"{chair.person.full_name}, Chủ tịch"
    )
    desk.page.get_by_label("Công khai kết luận này").check()
    presses(desk, "Xem trước")
    is_told(desk, "Tách thành 3 đoạn")
    desk.look()
    presses(desk, "Lưu kết luận")
    stands_before(desk, "Kết luận về giao thông")


def gives(desk, owner):
    code = Conclusion.objects.get().code
    desk.go(f"/can-bo/chi-dao/ket-luan/{code}/")
    links = desk.page.get_by_role("link", name="Giao nhiệm vụ từ đoạn này")
    links.nth(1).click()
    stands_before(desk, "Giao nhiệm vụ")
    desk.page.get_by_label("Nhiệm vụ", exact=True).fill("Rà soát tuyến đường")
    desk.page.get_by_label("Chủ trì: cơ quan và chức vụ").select_option(str(owner.post.pk))
    presses(desk, "Giao nhiệm vụ")
    is_told(desk, "Nhiệm vụ phải có hạn")
    desk.look()
    desk.page.get_by_label("Hoặc số ngày làm việc").fill("10")
    presses(desk, "Giao nhiệm vụ")
    is_told(desk, "Đã giao NV-")
    return Task.objects.latest("pk").code


def reports(doer, code, file):
    doer.go("/can-bo/chi-dao/")
    stands_before(doer, "Cần tôi làm")
    follows(doer, code)
    stands_before(doer, code)
    presses(doer, "Tiếp nhận nhiệm vụ")
    is_told(doer, "Đã tiếp nhận")
    follows(doer, "Báo cáo hoàn thành")
    stands_before(doer, code)
    doer.page.get_by_label("Kết quả và minh chứng").fill("Đã rà soát 12 tuyến.")
    doer.page.get_by_label("Tệp minh chứng").set_input_files(file)
    presses(doer, "Báo cáo hoàn thành")
    is_told(doer, "bien-ban.pdf")


def accepts(desk, code):
    desk.go(f"/can-bo/chi-dao/{code}/nghiem-thu/")
    stands_before(desk, code)
    desk.page.get_by_label("Kết quả, viết cho mọi người đọc").fill("12 tuyến đã được rà soát.")
    presses(desk, "Nghiệm thu")
    is_told(desk, "Xong đúng hạn")
    desk.look()


def goes_red(owner):
    """Given long ago; its day passes."""
    conclusion = Conclusion.objects.get()
    return TaskFactory(
        conclusion=conclusion,
        passage=conclusion.text()[2],
        post=owner.post,
        title="Bố trí vốn sửa đường",
        state=State.IN_WORK,
        due_on=today() - timedelta(days=4),
    )


def finds_on_the_red_list(desk, late):
    desk.go("/can-bo/chi-dao/danh-sach-do/")
    stands_before(desk, "Danh sách đỏ")
    is_told(desk, "Quá hạn 4 ngày")
    follows(desk, "Sở Xây dựng")
    stands_before(desk, "Danh sách đỏ")
    follows(desk, late.code)
    stands_before(desk, late.code)
    follows(desk, "Đôn đốc")
    stands_before(desk, late.code)
    desk.page.get_by_label("Lời đôn đốc").fill("Xin báo cáo trong tuần.")
    presses(desk, "Đôn đốc")
    is_told(desk, "Xin báo cáo trong tuần.")


def reads(reader):
    conclusion = Conclusion.objects.get()
    body = [("paragraph", RichText("<p>Họp.</p>")), ("conclusion", conclusion.code)]
    article = newsroom.article("Cuộc họp giao việc", body=body)
    reader.go(article.address)
    stands_before(reader, "Cuộc họp giao việc")
    is_told(reader, "Xong đúng hạn")
    is_told(reader, "Quá hạn 4 ngày")
    follows(reader, "Rà soát tuyến đường")
    stands_before(reader, "Rà soát tuyến đường")
    is_told(reader, "12 tuyến đã được rà soát.")
    assert "Đã rà soát 12 tuyến." not in reader.page.content()
    follows(reader, NUMBER)
    stands_before(reader, "Kết luận về giao thông")
    reader.go("/chi-dao/")
    stands_before(reader, "Chỉ đạo, kết luận")
    follows(reader, "Xem từng nhiệm vụ")
    stands_before(reader, "Nhiệm vụ được giao")
