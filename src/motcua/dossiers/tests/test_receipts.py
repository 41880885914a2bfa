"""The receipt says for ever what was promised that day."""

from django.utils import translation

from motcua.catalog.models import ProcedureVersion
from motcua.dossiers import receipts
from motcua.dossiers.tests.factories import pdf
from motcua.filekeeping.models import StoredFile


def test_before_receipt_there_is_none(registered):
    assert receipts.receipt_data(registered) is None


def test_the_receipt_has_the_facts_of_form_01(registered, people):
    component = registered.version.cases.get().components.first()
    event = registered.events.create(
        verb="submit", role="applicant", state=1, person=registered.applicant
    )
    registered.attachments.create(
        file=StoredFile.keep(pdf()), name="a.pdf", component=component, event=event
    )

    registered.receive(by=people.clerk)

    receipt = receipts.receipt_data(registered)
    assert receipt["code"] == registered.code
    assert receipt["organization"] == "UBND phường Hồng Gai"
    assert receipt["procedure_name"] == "Đăng ký khai sinh"
    assert receipt["applicant_name"] == "Vũ Đức Thịnh"
    assert receipt["limit"] == "5 ngày làm việc"
    assert receipt["due_at"] == registered.due_original.isoformat()
    assert receipt["receiver_name"] == people.clerk.person.full_name
    assert receipt["receiver_post"] == "Công chức tiếp nhận"
    assert receipt["components"] == [
        {"name": "Tờ khai", "originals": 0, "copies": 0, "electronic": 1}
    ]


def test_the_receipt_is_vietnamese_whatever_the_clerk_reads(registered, people):
    with translation.override("en"):
        registered.receive(by=people.clerk)

    assert receipts.receipt_data(registered)["channel"] == "Trực tuyến"


def test_what_changes_later_does_not_change_the_receipt(registered, people):
    registered.receive(by=people.clerk)
    before = receipts.receipt_data(registered)

    people.clerk.person.full_name = "Tên mới"
    people.clerk.person.save()
    registered.organization.names.update(full_name="Tên cơ quan mới")
    registered.refresh_from_db()

    assert receipts.receipt_data(registered) == before
    assert ProcedureVersion.objects.count() == 1


def test_after_a_supplement_the_receipt_has_the_new_appointment(registered, people, applicant):
    registered.receive(by=people.clerk)
    items = [{"component": None, "name": "Ảnh", "reason": "Chưa có."}]
    registered.request_supplement(by=people.handler, items=items)
    registered.supplement(by=applicant, note="Đã gửi.")

    receipt = receipts.receipt_data(registered)
    assert receipt["due_at"] == registered.due_current.isoformat()
    assert receipt["supplemented_at"]
    assert receipt["receiver_name"] == people.clerk.person.full_name
