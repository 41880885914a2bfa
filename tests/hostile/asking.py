"""Hostile inputs to questions: what is written, what is forged, what is tried too often."""

import re
import uuid
from datetime import timedelta

from django.conf import settings
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from motcua.dossiers.tests.factories import PDF
from motcua.news.tests.stories import polyglot
from motcua.questions import contacts, guards, letters
from motcua.questions.models import Inquiry, Opinion, Question
from motcua.strangers.doubts import Doubt
from motcua.strangers.tests.working import challenge_on, key_on, solved

from .rows import Row, Send, World, press, read

ASK = "/hoi-dap/gui-cau-hoi/"
TITLE, TEXT = "Khai sinh muộn có bị phạt không?", "Con tôi ba tháng tuổi, chưa khai sinh vì mẹ ốm."
SCRIPT = "<script>alert(1)</script>"
TEN_THOUSAND = 10_000


def typed(world: World, **fields: str) -> dict[str, str]:
    honest = {"kind": "1", "title": TITLE, "text": TEXT, "wants_public": "on", "name": "Vũ Thịnh"}
    office = {"organization": world.town.office.identifier, "email": "thinh@example.vn"}
    return honest | office | fields


def fill(world: World, client: Client, **fields: str):
    """The form, opened and sent as a browser does, with its work done."""
    page = client.get(ASK).text
    challenge = challenge_on(page)
    hidden = {"key": key_on(page), "challenge": challenge, "proof": solved(challenge)}
    return client.post(ASK, typed(world, **{**hidden, **fields}))


def written(**fields: str) -> Send:
    """A stranger's form with one field of their own making."""
    return lambda world: fill(world, world.stranger, **fields)


def begun(world: World, **fields: str) -> Inquiry:
    fill(world, world.stranger, **fields)
    return Inquiry.objects.latest("pk")


def nothing_begun(_: World) -> bool:
    return not Inquiry.objects.exists()


def is_doubted(doubt: Doubt):
    return lambda _: doubt in Inquiry.objects.get().doubts


# --- What is written ----------------------------------------------

WRITTEN = [
    Row("a megabyte of question", written(text="a" * 1_000_000), 200, TITLE, kept=nothing_begun),
    Row("a megabyte of Vietnamese", written(text="ệ" * 1_000_000), 200, TITLE, kept=nothing_begun),
    Row("twelve megabytes of question", written(text="a" * 12_000_000), 400, kept=nothing_begun),
    Row("script in the title", written(title=SCRIPT), 302),
    Row("script in the name", written(name=SCRIPT), 200, TEXT, SCRIPT, nothing_begun),
    Row("name of three hundred letters", written(name="a" * 300), 200, TEXT, kept=nothing_begun),
    Row(
        "only invisible letters", written(title="\u200b\u202e" * 20), 200, TEXT, kept=nothing_begun
    ),
    Row(
        "NUL and direction marks",
        written(text=f"{TEXT}\0\u202e gpj"),
        302,
        kept=lambda _: Inquiry.objects.get().typed["text"] == f"{TEXT} gpj",
    ),
    Row(
        "letters in pieces",
        written(title="Kê\u0301 khai sinh muo\u0323\u0302n ở đâu"),
        302,
        kept=lambda _: Inquiry.objects.get().typed["title"] == "Kế khai sinh muộn ở đâu",
    ),
    Row(
        "mail header in the address",
        written(email="a@b.vn\r\nBcc: c@d.vn"),
        200,
        TEXT,
        kept=nothing_begun,
    ),
    Row(
        "mail header in the name", written(name="An\r\nBcc: c@d.vn"), 200, TEXT, kept=nothing_begun
    ),
    Row("telephone of junk", written(phone="+84 gọi tôi; rm -rf"), 200, TEXT, kept=nothing_begun),
    Row("unknown procedure", written(procedure="'; DROP TABLE"), 200, TEXT, kept=nothing_begun),
    Row("forged category", written(category="quan-tri"), 200, TEXT, kept=nothing_begun),
    Row("forged office", written(organization="H01.01"), 200, TEXT, kept=nothing_begun),
    Row("forged kind", written(kind="99"), 200, TEXT, kept=nothing_begun),
    Row(
        "forged hidden fields",
        written(state="answered", asker="1", is_suspect="", confirmed_key="x", doubts=""),
        302,
        kept=lambda _: Inquiry.objects.get().confirmed_key == "",
    ),
    Row("forged key", written(key="khong-phai-khoa"), 200, TEXT, kept=nothing_begun),
    Row("honeypot filled", written(website="http://spam.vn"), 302, kept=is_doubted(Doubt.HONEYPOT)),
    Row("proof of junk", written(proof="9" * 20), 302, kept=is_doubted(Doubt.NO_PROOF)),
    Row("challenge of junk", written(challenge="a.99:b:c"), 302, kept=is_doubted(Doubt.NO_PROOF)),
]


# --- What is forged and tried too often ---------------------------------------------------------


def replayed(world: World):
    """One proof for two questions."""
    page = world.stranger.get(ASK).text
    work = {"challenge": challenge_on(page), "proof": solved(challenge_on(page))}
    first = typed(world, key=key_on(page), **work)
    world.stranger.post(ASK, first)
    return world.stranger.post(ASK, first | {"key": str(uuid.uuid4())})


def twice(world: World):
    """A double click on the form, then on the last button, by a citizen."""
    page = world.citizen.get(ASK).text
    form = typed(world, key=key_on(page), challenge=challenge_on(page), proof="")
    at = [world.citizen.post(ASK, form).url for _click in range(2)]
    sent = [world.citizen.post(f"{each}gui/") for each in at]
    return sent[1]


def anothers_inquiry(part: str) -> Send:
    def send(world: World):
        key = begun(world).key
        return Client().post(f"{ASK}{key}/{part}", {"digits": "123456"})

    return send


def anothers_words(world: World):
    """Another browser sends a form with the key of what somebody began five minutes ago."""
    inquiry = begun(world)
    Inquiry.objects.update(begun_at=timezone.now() - timedelta(minutes=5))
    return fill(
        world, Client(), key=str(inquiry.key), text="Tôi viết đè lên câu của bạn, được không?"
    )


def guessed(world: World):
    """Codes until there are no more guesses; then the right one."""
    inquiry = begun(world)
    world.stranger.post(f"{ASK}{inquiry.key}/ma/")
    inquiry.refresh_from_db()
    right = contacts.code_of(inquiry)
    others = (f"{number:06}" for number in range(20) if f"{number:06}" != right)
    for wrong in others:
        world.stranger.post(f"{ASK}{inquiry.key}/xac-nhan/", {"digits": wrong})
    return world.stranger.post(f"{ASK}{inquiry.key}/xac-nhan/", {"digits": right})


def expired(world: World):
    inquiry = begun(world)
    world.stranger.post(f"{ASK}{inquiry.key}/ma/")
    letters.send_code(inquiry.pk)
    Inquiry.objects.update(code_sent_at=timezone.now() - timedelta(minutes=21))
    code = re.search(r"\d{6}", mail.outbox[-1].body)[0]
    return world.stranger.post(f"{ASK}{inquiry.key}/xac-nhan/", {"digits": code}, follow=True)


def unsure(world: World):
    """Sent before the address is confirmed."""
    return world.stranger.post(f"{ASK}{begun(world).key}/gui/")


def flood(world: World):
    """Ten thousand writings from one address, whatever they say of whom they came for."""
    allowed = sum(not guards.writings_of("127.0.0.1") for _time in range(TEN_THOUSAND))
    answer = fill(world, Client(headers={"x-forwarded-for": "198.51.100.7"}))
    assert allowed == settings.QUESTION_ALLOWANCES["network"][0]
    return answer


def opinions(world: World):
    """A hundred opinions on one answer."""
    at = f"/hoi-dap/{world.town.owner.questions.answered.code}/huu-ich/"
    for _time in range(100):
        answer = Client().post(at, {"huu-ich": "co"})
    return answer


def is_one_question_more(world: World) -> bool:
    return (
        Question.objects.filter(asker=world.town.owner.applicant, title=TITLE, text=TEXT).count()
        == 1
    )


def words_stayed(_: World) -> bool:
    return {TEXT} <= {each.typed["text"] for each in Inquiry.objects.all()}


FORGED = [
    Row(
        "proof used twice",
        replayed,
        302,
        kept=lambda _: Doubt.NO_PROOF in Inquiry.objects.latest("pk").doubts,
    ),
    Row("double click", twice, 302, kept=is_one_question_more),
    Row("another's inquiry", anothers_inquiry("gui/"), 404),
    Row("another's code", anothers_inquiry("xac-nhan/"), 404),
    Row("writing over another's words", anothers_words, 302, kept=words_stayed),
    Row("sent without a sure address", unsure, 200, "Hãy xác nhận thư điện tử hoặc đăng nhập"),
    Row("codes guessed", guessed, 200, "Hãy thử lại sau"),
    Row("code too old", expired, 200, "Mã đã hết hạn"),
    Row("ten thousand from one address", flood, 429, TEXT, kept=nothing_begun),
    Row(
        "a hundred opinions",
        opinions,
        429,
        kept=lambda world: (
            Opinion.objects.get(question=world.town.owner.questions.answered).yes == 1
        ),
    ),
    Row("forged link", read("/hoi-dap/theo-doi/HD-261122-0001:x:y/"), 302),
    Row(
        "code of another's question",
        press("/hoi-dap/theo-doi/", ma="HD", code="HD-261122-0001", email="a@b.vn"),
        200,
        "Không tìm thấy câu hỏi",
    ),
    Row(
        "unpublished question",
        lambda world: world.stranger.get(f"/hoi-dap/{world.town.owner.questions.private.code}/"),
        404,
    ),
]


# --- What is attached ----------------------------------------------


def attached(content: bytes, name: str) -> Send:
    """A citizen hands in a file with a question, and looks at what became of it."""

    def send(world: World):
        fill(world, world.citizen, proof="")
        at = f"{ASK}{Inquiry.objects.latest('pk').key}/"
        world.citizen.post(f"{at}tep/", {"files": SimpleUploadedFile(name, content)})
        return world.citizen.get(at)

    return send


def no_file(_: World) -> bool:
    return not Inquiry.objects.get().files.exists()


def is_named(name: str):
    return lambda _: Inquiry.objects.get().files.get().name == name


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
ATTACHED = [
    Row(
        "SVG as a file",
        attached(SVG, "hinh.svg"),
        200,
        "hinh.svg",
        '<svg xmlns="http://www.w3.org/2000/svg"><script',
        no_file,
    ),
    Row("page named PDF", attached(b"<html><script>", "a.pdf"), 200, "a.pdf", kept=no_file),
    Row("empty file", attached(b"", "a.pdf"), 200, kept=no_file),
    Row("half a picture", attached(polyglot()[:400], "a.jpg"), 200, "a.jpg", kept=no_file),
    Row(
        "name that turns around",
        attached(PDF, "../../giấy\u202efdp.exe"),
        200,
        "giấyfdp.exe.pdf",
        kept=is_named("giấyfdp.exe.pdf"),
    ),
    Row(
        "name of three hundred letters in a file",
        attached(PDF, "a" * 300 + ".pdf"),
        200,
        kept=is_named("a" * 100 + ".pdf"),
    ),
]

ROWS = [*WRITTEN, *FORGED, *ATTACHED]
