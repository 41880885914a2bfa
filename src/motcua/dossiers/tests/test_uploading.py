"""Papers that come in pieces: the tus protocol as a client speaks it, and what becomes of them."""

import base64
import hashlib
import io
from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.test import Client, RequestFactory
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.accounts.tests.sessions import as_citizen
from motcua.dossiers import shelves
from motcua.dossiers.exceptions import PaperStillChecked
from motcua.dossiers.models import Attachment, CoApplicant
from motcua.dossiers.tests.factories import DossierFactory, DraftFactory, PersonFactory
from motcua.filekeeping import actions, files, tasks
from motcua.filekeeping.models import Upload
from motcua.filekeeping.storage import StoreUnreachable
from motcua.filekeeping.tests import contents
from motcua.filekeeping.views import resumable
from motcua.organizations.acting import Acting

pytestmark = pytest.mark.django_db
PAPER = contents.page("Giay chung sinh")
WHOLE = len(PAPER)


class Sender:
    """A client of the protocol, one verb at a time."""

    def __init__(self, browser, holder) -> None:
        self.browser, self.ways = browser, shelves.ways_of(holder)

    def announces(self, size=WHOLE, name="giay.pdf", line="paper-0", **headers):
        words = {"filename": name, "line": line, "mark": "1-2-3"}
        pairs = ",".join(f"{k} {base64.b64encode(v.encode()).decode()}" for k, v in words.items())
        told = {"Upload-Length": str(size), "Upload-Metadata": pairs}
        return self._say("post", self.ways.to("uploads"), told | headers)

    def begins(self, *args, **kwargs):
        answer = self.announces(*args, **kwargs)
        assert answer.status_code == 201, answer.content.decode()
        return answer["Location"]

    def brings(self, address, content, at=0, **headers):
        told = {"Upload-Offset": str(at)} | headers
        return self._say("patch", address, told, data=content, content_type=PIECE)

    def asks(self, address):
        return self._say("head", address)

    def gives_up(self, address):
        return self._say("delete", address)

    def _say(self, verb, address, headers=None, **body):
        told = {"Tus-Resumable": "1.0.0"} | (headers or {})
        told = {name.replace("_", "-"): value for name, value in told.items()}
        return getattr(self.browser, verb)(address, headers=told, **body)


PIECE = "application/offset+octet-stream"


@pytest.fixture
def citizen(db):
    return PersonFactory(full_name="Trần Thị Mẫu")


@pytest.fixture
def draft(citizen, office):
    return DraftFactory(person=citizen, organization=office)


@pytest.fixture
def sender(client, citizen, draft):
    return Sender(as_citizen(client, citizen), draft)


def page_of(sender):
    return sender.browser.get(sender.ways.to("papers")).content.decode()


# --- The protocol ----------------------------------------------------------------------------


def test_the_server_says_what_it_can(sender, settings):
    answer = sender.browser.options(sender.ways.to("uploads"))

    assert answer.status_code == 204
    assert answer["Tus-Version"] == answer["Tus-Resumable"] == "1.0.0"
    assert answer["Tus-Max-Size"] == str(settings.UPLOAD_MAX_BYTES)
    assert {"creation", "termination", "expiration"} < set(answer["Tus-Extension"].split(","))


def test_a_file_comes_in_pieces_and_is_a_paper(sender, draft, django_capture_on_commit_callbacks):
    address = sender.begins()

    first = sender.brings(address, PAPER[:100])
    half = sender.asks(address)
    with django_capture_on_commit_callbacks(execute=True):
        last = sender.brings(address, PAPER[100:], at=100)

    assert (first.status_code, first["Upload-Offset"]) == (204, "100")
    assert (half["Upload-Offset"], half["Upload-Length"]) == ("100", str(len(PAPER)))
    assert half["Cache-Control"] == "no-store"
    assert "GMT" in half["Upload-Expires"]
    assert last["Upload-Offset"] == str(len(PAPER))
    paper = draft.attachments.get()
    assert (paper.name, paper.sha256) == ("giay.pdf", hashlib.sha256(PAPER).hexdigest())
    assert not storages["private"].listdir("uploading")[0]


def test_it_may_come_with_its_announcement(sender, draft):
    answer = sender._say(
        "post",
        sender.ways.to("uploads"),
        {"Upload-Length": str(len(PAPER))},
        data=PAPER,
        content_type=PIECE,
    )

    assert (answer.status_code, answer["Upload-Offset"]) == (201, str(len(PAPER)))
    assert draft.attachments.count() == 1


def test_a_piece_sent_twice_is_counted_once(sender):
    address = sender.begins()
    sender.brings(address, PAPER[:100])

    again = sender.brings(address, PAPER[:100])

    assert again.status_code == 409
    assert sender.asks(address)["Upload-Offset"] == "100"
    upload = Upload.objects.get()
    kept = storages["private"].listdir(f"uploading/{upload.key.hex}")[1]
    assert kept == upload.pieces


def test_the_last_piece_sent_twice_makes_one_paper(sender, draft):
    address = sender.begins()
    sender.brings(address, PAPER)

    again = sender.brings(address, PAPER)

    assert again.status_code == 409
    assert sender.asks(address)["Upload-Offset"] == str(len(PAPER))
    assert draft.attachments.count() == 1


def test_more_than_was_announced_is_not_taken(sender):
    address = sender.begins(size=50)

    assert sender.brings(address, PAPER).status_code == 409
    assert sender.asks(address)["Upload-Offset"] == "0"


def test_a_piece_that_changed_on_the_way_is_not_taken(sender):
    address = sender.begins()
    wrong = base64.b64encode(hashlib.sha1(b"other").digest()).decode()
    right = base64.b64encode(hashlib.sha256(PAPER).digest()).decode()

    assert sender.brings(address, PAPER, Upload_Checksum=f"sha1 {wrong}").status_code == 460
    assert sender.brings(address, PAPER, Upload_Checksum="md9 x").status_code == 400
    assert sender.brings(address, PAPER, Upload_Checksum=f"sha256 {right}").status_code == 204


def test_networks_that_know_only_post_are_served(sender, draft):
    address = sender.begins()

    answer = sender._say(
        "post",
        address,
        {"X-HTTP-Method-Override": "PATCH", "Upload-Offset": "0"},
        data=PAPER,
        content_type=PIECE,
    )

    assert answer.status_code == 204
    assert draft.attachments.count() == 1


def test_other_versions_and_nonsense_are_answered_by_the_protocol(sender):
    address = sender.begins()

    other = sender.brings(address, PAPER, **{"Tus-Resumable": "0.2.2"})
    assert (other.status_code, other["Tus-Version"]) == (412, "1.0.0")
    assert sender.brings(address, PAPER, at="x").status_code == 400
    assert sender.announces(size="-1").status_code == 400
    assert sender.announces(size="9" * 400).status_code == 400
    assert sender.announces(Upload_Metadata="filename %%%").status_code == 400
    assert sender._say("patch", address, data=PAPER, content_type="text/plain").status_code == 415


def test_given_up_it_is_gone_with_its_pieces(sender, django_capture_on_commit_callbacks):
    address = sender.begins()
    sender.brings(address, PAPER[:100])

    with django_capture_on_commit_callbacks(execute=True):
        assert sender.gives_up(address).status_code == 204

    assert sender.asks(address).status_code == 404
    assert not storages["private"].listdir("uploading")[0]


class CutOff(io.BytesIO):
    """A body of which only the beginning arrives, then the network is gone."""

    def read(self, size=-1):
        if self.tell() >= 120:
            raise OSError("the network is gone")
        return super().read(60)


def test_a_network_cut_in_a_piece_keeps_what_came(sender, draft):
    address = sender.begins()
    told = {"Tus-Resumable": "1.0.0", "Upload-Offset": "0"}
    request = RequestFactory().patch(address, data=b"x", headers=told, content_type=PIECE)
    request._stream = CutOff(PAPER)

    answer = resumable.one(request, Upload.objects.get())
    assert answer.status_code == 204, answer.content.decode()
    assert sender.asks(address)["Upload-Offset"] == "120"
    sender.brings(address, PAPER[120:], at=120)
    assert draft.attachments.get().sha256 == hashlib.sha256(PAPER).hexdigest()


# --- What is refused, when, and how the page says it -----------------------------------------


@pytest.mark.parametrize(
    ("size", "status", "words"), [(0, 422, "Tệp trống"), (20 * 1024 * 1024, 413, "tối đa 10")]
)
def test_a_size_that_is_wrong_is_refused_before_a_byte_is_sent(sender, size, status, words):
    answer = sender.announces(size=size)

    assert answer.status_code == status
    assert words in answer.content.decode()


def test_another_kind_is_refused_with_its_first_piece(sender, draft):
    address = sender.begins(size=9_000_000, name="giay.pdf")

    answer = sender.brings(address, b"MZ\x90\x00" + bytes(500))

    assert answer.status_code == 422
    assert "chương trình máy tính" in answer.content.decode()
    page = page_of(sender)
    assert "chương trình máy tính" in page
    assert "Chọn tệp khác" in page
    assert sender.brings(address, PAPER, at=504).status_code == 410
    assert not draft.attachments.exists()


def test_a_broken_one_says_why_on_the_page_until_it_is_taken_out(sender, draft):
    broken = PAPER[:-20]
    address = sender.begins(size=len(broken), name="mờ\u202efdp.pdf")

    assert sender.brings(address, broken).status_code == 204

    page = page_of(sender)
    assert "Tệp bị hỏng hoặc tải lên chưa hết" in page
    assert "mờfdp.pdf" in page
    sender.browser.post(sender.ways.to("drop_upload", Upload.objects.get().key))
    assert "Tệp bị hỏng" not in page_of(sender)


def test_the_same_file_under_another_name_is_said_to_be_there(sender, draft):
    sender.brings(sender.begins(name="giấy.pdf"), PAPER)
    sender.brings(sender.begins(name="giấy.pdf"), PAPER)

    sender.brings(sender.begins(name="bản khác.pdf"), PAPER)

    assert "giống hệt tệp “giấy.pdf”" in page_of(sender)
    assert draft.attachments.get().name == "giấy.pdf"
    assert Upload.objects.exclude(refusal="").count() == 1


def test_too_many_are_refused_with_the_limit(sender, settings):
    settings.UPLOAD_MAX_FILES = 2
    sender.brings(sender.begins(), PAPER)
    sender.begins(name="dở.pdf")

    answer = sender.announces(name="thừa.pdf")

    assert answer.status_code == 422
    assert "đủ 2 tệp" in answer.content.decode()


def test_nobody_begins_hundreds_at_once(sender, settings):
    settings.UPLOADS_AT_ONCE = 1
    sender.begins()

    assert "tải dở" in sender.announces().content.decode()


def test_a_half_one_says_how_far_it_is_and_how_to_go_on(sender):
    sender.brings(sender.begins(name="n" * 300 + ".pdf"), PAPER[: len(PAPER) // 2])

    page = page_of(sender)

    assert "Chọn lại đúng tệp này để tải tiếp" in page
    assert 'data-mark="1-2-3"' in page
    assert "n" * 101 not in page


def test_what_is_submitted_meanwhile_takes_no_more(sender, draft):
    address = sender.begins()
    draft.submit(by=Acting.citizen(draft.person))

    answer = sender.brings(address, PAPER)

    assert answer.status_code == 302  # to the dossier that it became
    assert not Attachment.objects.exists()


def test_what_is_said_of_a_file_breaks_nothing(sender):
    hostile = "\0\u202e../../\u2028<script>"

    for words in ({"mark": hostile}, {"filename": hostile * 90}, {"line": hostile}, {"": "x"}):
        pairs = ",".join(f"{k} {base64.b64encode(v.encode()).decode()}" for k, v in words.items())
        assert sender.announces(Upload_Metadata=pairs).status_code == 201

    assert "<script>." not in page_of(sender)


def test_a_line_cut_in_the_first_bytes_says_nothing_of_the_kind_yet(sender, draft):
    address = sender.begins()

    assert sender.brings(address, PAPER[:3]).status_code == 204
    assert sender.brings(address, PAPER[3:], at=3).status_code == 204

    assert draft.attachments.count() == 1


def test_nobody_sends_a_file_byte_by_byte(sender, monkeypatch):
    monkeypatch.setattr("motcua.filekeeping.models.upload.MOST_PIECES", 3)
    address = sender.begins()
    for at in range(3):
        sender.brings(address, PAPER[at : at + 1], at=at)

    answer = sender.brings(address, PAPER[3:4], at=3)

    assert answer.status_code == 422
    assert "quá nhiều mảnh nhỏ" in answer.content.decode()
    assert sender.brings(address, PAPER[3:], at=3).status_code == 410


@pytest.mark.parametrize("header", ["Upload-Defer-Length", "Upload-Concat"])
def test_what_the_server_does_not_offer_needs_a_size_all_the_same(sender, header):
    answer = sender._say("post", sender.ways.to("uploads"), {header: "1"})

    assert answer.status_code == 400
    assert not Upload.objects.exists()


# --- When the draft goes, or becomes a dossier ------------------------------------------------


def test_a_draft_that_is_thrown_away_takes_its_half_uploads_along(
    sender, draft, django_capture_on_commit_callbacks
):
    sender.brings(sender.begins(), PAPER[:100])

    with django_capture_on_commit_callbacks(execute=True):
        draft.discard(by=Acting.citizen(draft.person))

    assert not Upload.objects.exists()
    assert not storages["private"].listdir("uploading")[0]


def test_half_uploads_are_named_before_submitting_and_gone_after(
    sender, draft, django_capture_on_commit_callbacks
):
    sender.brings(sender.begins(name="cư trú.pdf"), PAPER[:100])
    check = f"/dich-vu-cong/{draft.version.procedure.code}/nop-ho-so/{draft.key}/kiem-tra/"

    page = sender.browser.get(check).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        draft.submit(by=Acting.citizen(draft.person))

    assert "chưa tải lên xong" in page
    assert "cư trú.pdf" in page
    assert not Upload.objects.exists()


def test_a_whole_file_that_nobody_could_look_at_yet_holds_the_submission(sender, draft):
    arrived_only(sender)

    with pytest.raises(PaperStillChecked, match="chưa kiểm tra xong"):
        draft.submit(by=Acting.citizen(draft.person))

    assert actions.finish_arrived() == 1
    assert draft.submit(by=Acting.citizen(draft.person)).attachments.count() == 1


# --- Nobody else's ---------------------------------------------------------------------------


def test_who_applies_along_sees_a_half_upload_and_cannot_go_on_with_it(sender, draft, client):
    address = sender.begins(name="của chồng.pdf")
    sender.brings(address, PAPER[:100])
    wife = PersonFactory(personal_number="022190001234")
    CoApplicant.objects.create(
        draft=draft, person=wife, name="Trần Thị Thử", accepted_at=timezone.now()
    )

    hers = Sender(as_citizen(Client(), wife), draft)
    page = page_of(hers)

    assert "chỉ người ấy tải tiếp được" in page
    assert "data-mark" not in page
    assert str(Upload.objects.get().key) + "/bo/" not in page
    assert hers.asks(address).status_code == 404
    assert hers.brings(address, PAPER[100:], at=100).status_code == 404
    hers.brings(hers.begins(), PAPER)
    assert draft.attachments.count() == 1


@pytest.mark.parametrize("verb", ["head", "patch", "delete", "post"])
def test_a_stranger_finds_no_upload(sender, client, verb):
    address = sender.begins()
    stranger = as_citizen(client, PersonFactory())

    assert getattr(stranger, verb)(address).status_code == 404


def test_an_upload_of_another_draft_is_not_here(sender, citizen, office):
    other = DraftFactory(person=citizen, organization=office)
    key = sender.begins().rstrip("/").rpartition("/")[2]

    address = shelves.ways_of(other).to("upload", key)

    assert sender.asks(address).status_code == 404


# --- When something ends in the middle -------------------------------------------------------


def arrived_only(sender, monkeypatch=None) -> Upload:
    """All bytes are here and the process was killed before it said anything."""
    sender.brings(sender.begins(), PAPER[:100])
    upload = Upload.objects.get()
    upload.append(io.BytesIO(PAPER[100:]), at=100, length=len(PAPER) - 100)
    return upload


def test_a_process_killed_after_the_last_piece_leaves_a_job_that_finishes(sender, draft):
    upload = arrived_only(sender)
    assert "đang kiểm tra" in page_of(sender)

    job = ProcrastinateJob.objects.get(task_name="filekeeping.finish")
    tasks.finish(**job.args)
    tasks.finish(**job.args)  # again, as after a worker that died

    assert job.args == {"key": str(upload.key)}
    assert draft.attachments.count() == 1


def test_bytes_that_no_row_counted_are_swept(sender, monkeypatch):
    address = sender.begins()
    storages["private"].save("uploading/" + "0" * 32 + "/abc", contents.pdf())
    sender.brings(address, PAPER[:100])
    monkeypatch.setattr(actions, "_long_ago", lambda: timezone.now() + timedelta(minutes=1))

    assert actions.forget_expired() == 1

    assert sender.asks(address)["Upload-Offset"] == "100"


def test_what_arrived_whole_is_never_deleted_and_is_finished_later(sender, draft):
    arrived_only(sender)
    Upload.objects.update(expires_at=timezone.now())

    assert tasks.forget_expired(timestamp=0) == 0
    assert tasks.finish_arrived(timestamp=0) == 1

    assert draft.attachments.count() == 1


def test_a_store_too_slow_to_wait_for_keeps_the_whole_file_for_a_job(sender, draft, monkeypatch):
    monkeypatch.setattr(resumable, "PATIENCE", -1)
    address = sender.begins()

    answer = sender.brings(address, PAPER)

    assert (answer.status_code, answer["Upload-Offset"]) == (204, str(WHOLE))
    assert "đang kiểm tra" in page_of(sender)
    tasks.finish(key=str(Upload.objects.get().key))
    assert draft.attachments.count() == 1


def test_half_ones_are_deleted_after_their_time(sender, django_capture_on_commit_callbacks):
    sender.brings(sender.begins(), PAPER[:100])
    Upload.objects.update(expires_at=timezone.now())

    with django_capture_on_commit_callbacks(execute=True):
        assert tasks.forget_expired(timestamp=0) == 1

    assert not Upload.objects.exists()
    assert not storages["private"].listdir("uploading")[0]


def test_while_the_store_is_away_nothing_is_acknowledged(sender, draft, monkeypatch):
    address = sender.begins()

    def away(*_):
        raise StoreUnreachable("no route")

    with monkeypatch.context() as patch:
        patch.setattr(type(files.private()), "_save", away)
        answer = sender.brings(address, PAPER)

    assert answer.status_code == 503
    assert "hãy thử lại sau ít phút" in answer.content.decode()
    assert sender.asks(address)["Upload-Offset"] == "0"
    assert sender.brings(address, PAPER).status_code == 204
    assert draft.attachments.count() == 1


# --- How papers look, and who sees that ------------------------------------------------------


def test_a_paper_is_shown_with_its_picture_and_hash(sender, draft):
    sender.brings(sender.begins(), PAPER)
    paper = draft.attachments.get()
    assert "data-waits" in page_of(sender)

    actions.draw(paper.sha256)

    page = page_of(sender)
    look = sender.ways.to("picture", paper.pk, "small")
    assert f'src="{look}"' in page
    assert paper.sha256[:8] in page
    picture = sender.browser.get(look)
    assert picture["Content-Type"] == "image/jpeg"
    assert picture["Cache-Control"] == "private, no-store"
    assert "sandbox" in picture["Content-Security-Policy"]
    assert picture["X-Content-Type-Options"] == "nosniff"
    assert picture.getvalue()[:3] == b"\xff\xd8\xff"


def test_one_line_is_shown_alone_for_the_script(sender):
    sender.brings(sender.begins(line="paper-0"), PAPER)

    line = sender.browser.get(sender.ways.to("uploads") + "?line=paper-0").content.decode()

    assert "<html" not in line
    assert "giay.pdf" in line


def test_nobody_sees_pictures_of_others(sender, draft, client):
    sender.brings(sender.begins(), PAPER)
    paper = draft.attachments.get()
    actions.draw(paper.sha256)

    stranger = as_citizen(client, PersonFactory())

    for name, more in [("picture", [paper.pk, "small"]), ("paper", [paper.pk])]:
        assert stranger.get(sender.ways.to(name, *more)).status_code == 404


def test_what_waits_for_the_scanner_is_kept_and_shown_to_nobody(sender, draft, settings, tmp_path):
    settings.CLAMAV_SOCKET = str(tmp_path / "nobody.ctl")
    sender.brings(sender.begins(), PAPER)
    paper = draft.attachments.get()

    assert "đang chờ quét vi-rút" in page_of(sender)
    assert sender.browser.get(sender.ways.to("paper", paper.pk)).status_code == 302
    assert sender.browser.get(sender.ways.to("picture", paper.pk, "small")).status_code == 404


# --- A supplement ----------------------------------------------------------------------------


@pytest.fixture
def asked(citizen, office):
    return DossierFactory(organization=office, applicant=citizen, supplement_requested=True)


def test_what_was_asked_for_comes_in_pieces_too(client, citizen, asked):
    sender = Sender(as_citizen(client, citizen), asked)
    address = sender.begins()

    sender.brings(address, PAPER[:100])
    sender.brings(address, PAPER[100:], at=100)

    assert asked.attachments.in_preparation().get().name == "giay.pdf"
    page = client.get(sender.ways.to("supplement")).content.decode()
    assert "giay.pdf" in page


def test_where_nothing_is_asked_for_nothing_is_begun(client, citizen, office):
    done = DossierFactory(organization=office, applicant=citizen, in_process=True)
    sender = Sender(as_citizen(client, citizen), done)

    answer = sender.announces()

    assert answer.status_code == 422
    assert not Upload.objects.exists()


def test_the_page_asks_little_however_many_papers(sender, django_assert_max_num_queries):
    for n in range(6):
        content = contents.pdf(str(n)).read()
        sender.brings(sender.begins(size=len(content), name=f"{n}.pdf"), content)
    page_of(sender)

    with django_assert_max_num_queries(24):
        page_of(sender)
