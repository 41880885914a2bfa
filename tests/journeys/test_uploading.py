"""A paper is chosen and the network is cut: what was sent is kept, and the rest follows.

The real tus-js-client in a real browser, against the real server; only the line is slowed down.
"""

from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import expect

from motcua.accounts.tests.sessions import as_citizen
from motcua.dossiers import shelves
from motcua.dossiers.facts import Item
from motcua.dossiers.models import Attachment
from motcua.dossiers.tests.factories import (
    DossierFactory,
    DraftFactory,
    OrganizationFactory,
    officer,
)
from motcua.filekeeping import actions
from motcua.filekeeping.models import Upload
from motcua.filekeeping.tests import contents
from motcua.organizations.models import Duty
from motcua.worktime.actions import load_calendar

from .conftest import FOUR_WAYS
from .people import Walker

UPLOADS, PIECE = "**/tai-len/*/", 512 * 1024
BORN, OTHER = "Giấy chứng sinh", "Tệp khác (nếu có)"


@pytest.fixture(autouse=True)
def _private_folder(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "private": {
            "BACKEND": "motcua.filekeeping.storage.PrivateStorage",
            "OPTIONS": {"location": tmp_path / "private", "base_url": None},
        }
    }


@pytest.fixture
def office(identity):
    load_calendar()
    return OrganizationFactory(identifier="H49.61")


def heavy(folder: Path, name: str, size: int = 2_600_000) -> Path:
    """A PDF of so many bytes, each unlike the others."""
    path = folder / f"{name}.pdf"
    note = b"%" + name.encode() * (size // len(name)) + b"\n"
    path.write_bytes(contents.page().replace(b"%PDF-1.4\n", b"%PDF-1.4\n" + note, 1))
    return path


class Parent(Walker):
    """Somebody at home, signed in, before the page of papers."""

    def arrives(self, holder, name: str) -> None:
        person = getattr(holder, "person", None) or holder.applicant
        session = as_citizen(Client(), person).cookies["sessionid"].value
        cookie = {"name": "sessionid", "value": session, "url": self.reader.home}
        self.page.context.add_cookies([cookie])
        self.goes_to(shelves.ways_of(holder).to(name))

    def loses_the_line_after(self, pieces: int) -> None:
        """So many pieces pass; the next one hangs, as behind a dead spot."""
        passed, self.hanging = [], []

        def meet(route) -> None:
            if route.request.method == "PATCH" and len(passed) >= pieces:
                self.hanging.append(route)
            else:
                passed.extend([1] if route.request.method == "PATCH" else [])
                route.continue_()

        self.page.route(UPLOADS, meet)

    def is_offline(self) -> None:
        self.page.context.set_offline(True)
        for route in self.hanging:
            route.abort("internetdisconnected")
        self.page.unroute(UPLOADS)

    def forgives_the_line(self) -> None:
        """A browser complains of a cut line and of a refused piece; the page says both in words."""
        complaints = self.reader.complaints
        complaints[:] = [each for each in complaints if "Failed to load resource" not in each]

    def chooses(self, label: str, *paths: Path) -> None:
        self.main.get_by_label(label, exact=True).set_input_files(paths)

    def row_of(self, path: Path):
        return self.main.get_by_role("listitem").filter(has_text=path.name)

    def sees(self, path: Path, words: str) -> None:
        expect(self.row_of(path)).to_contain_text(words)


def test_a_cut_line_loses_nothing(reader, office, tmp_path):
    draft = DraftFactory(organization=office)
    first, second = heavy(tmp_path, "chung-sinh"), heavy(tmp_path, "cu-tru")
    wrong = tmp_path / "hoa-don.pdf"
    wrong.write_bytes(b"MZ" + bytes(900))
    parent = Parent(reader)
    parent.arrives(draft, "papers")
    parent.loses_the_line_after(2)

    parent.chooses(BORN, first)
    parent.sees(first, "Đã tải 40 %")
    parent.is_offline()
    parent.sees(first, "Mất mạng")
    reader.look()
    sent = Upload.objects.get().offset
    reader.page.context.set_offline(False)
    expect(parent.row_of(first).get_by_text("Đã nhận.")).to_be_visible()
    assert sent == 2 * PIECE

    parent.chooses(BORN, wrong)
    parent.sees(wrong, "chương trình máy tính")
    parent.loses_the_line_after(2)
    parent.chooses(BORN, second)
    parent.sees(second, "Đã tải 40 %")
    parent.row_of(second).get_by_role("button", name="Tạm dừng").click()
    parent.sees(second, "Đã tạm dừng")
    reader.look()

    reader.page.unroute(UPLOADS)
    reader.page.reload()
    parent.sees(second, "Chọn lại đúng tệp này")
    parent.sees(wrong, "Chọn tệp khác")
    reader.look()
    half = Upload.objects.get(name=second.name).offset
    with reader.page.expect_request(lambda asked: asked.method == "PATCH") as brought:
        parent.chooses(BORN, second)
    expect(parent.row_of(second).get_by_text("Đã nhận.")).to_be_visible()
    assert int(brought.value.headers["upload-offset"]) == half == 2 * PIECE

    actions.draw(draft.attachments.get(name=first.name).sha256)
    expect(parent.row_of(first).get_by_role("img", name=first.name)).to_be_visible()
    parent.row_of(wrong).get_by_role("button", name="Bỏ").click()
    expect(parent.row_of(wrong)).to_have_count(0)
    reader.look()

    third = heavy(tmp_path, "anh")
    parent.loses_the_line_after(1)
    parent.chooses(OTHER, third)
    parent.sees(third, "Đã tải 20 %")
    parent.presses("Lưu và tiếp tục")
    parent.is_told("Còn 1 tệp đang tải lên")
    parent.is_offline()
    reader.page.context.set_offline(False)
    expect(reader.page.locator("h1")).to_contain_text("Kiểm tra và nộp")
    parent.forgives_the_line()
    kept = {paper.name: paper.component_id is not None for paper in draft.attachments.all()}
    assert kept == {first.name: True, second.name: True, third.name: False}


@FOUR_WAYS
def test_a_supplement_is_sent_with_its_papers(readers, office, tmp_path, width, javascript):
    reader = readers(width=width, javascript=javascript)
    dossier = DossierFactory(organization=office, registered=True)
    asked = [Item(component=None, name=BORN, reason="Ảnh mờ.")]
    dossier.request_supplement(by=officer(office, Duty.RECEIVE), items=asked)
    paper, wrong = heavy(tmp_path, "ro", 900_000), tmp_path / "trong.pdf"
    wrong.write_bytes(b"")
    parent = Parent(reader)
    parent.arrives(dossier, "supplement")

    parent.chooses(BORN, wrong)
    if not javascript:
        parent.presses("Tải lên các tệp đã chọn")
    expect(reader.page.locator("body")).to_contain_text("Tệp trống (0 byte)")
    reader.look()
    parent.chooses(BORN, paper)
    parent.presses("Gửi phần bổ sung")

    expect(reader.page.locator("body")).to_contain_text("Đã gửi phần bổ sung")
    assert Attachment.objects.get(dossier=dossier).name == paper.name
