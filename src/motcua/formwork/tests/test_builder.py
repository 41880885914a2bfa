"""The builder in /bien-tap/: who may, what is written, two at once, preview, files."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.catalog import actions
from motcua.catalog.forms_data import form_of
from motcua.formwork import blocks, files
from motcua.formwork.forms import ComposeForm, sheet_of
from motcua.formwork.http import draft_of
from motcua.formwork.models import FormOfDraft

from .conftest import page, question, section


def at(name, version):
    return reverse(f"formwork_{name}", args=[version.procedure.code, version.number])


def typed(version, pages=None, **head):
    """What the browser sends for these pages, or for the form as it is."""
    sheet = sheet_of(FormOfDraft.objects.get(pk=version.pk))
    names = ("notice", "paper_title", "paper_code", "addressed_to")
    told = {name: getattr(sheet.head, name) for name in names}
    told |= {"revision": version.revision, "rest": "", "signers": "\n".join(sheet.head.signers)}
    shown = [{"type": "page", "value": each} for each in (sheet.pages if pages is None else pages)]
    return told | head | dict(sent("pages", blocks.PAGES, shown))


def sent(prefix, block, value):
    """A block's value as its form posts it."""
    if isinstance(value, list):
        yield f"{prefix}-count", len(value)
        for n, each in enumerate(value):
            yield from _entry(f"{prefix}-{n}", n, block, each)
    elif isinstance(value, dict):
        for name, child in block.child_blocks.items():
            yield from sent(f"{prefix}-{name}", child, value[name])
    elif value is not None and value is not False:
        yield prefix, "on" if value is True else value


def _entry(prefix, order, block, each):
    is_list = hasattr(block, "child_block")
    kind = "item" if is_list else each["type"]
    yield from ((f"{prefix}-deleted", ""), (f"{prefix}-order", order), (f"{prefix}-type", kind))
    yield f"{prefix}-id", ""
    child = block.child_block if is_list else block.child_blocks[kind]
    yield from sent(f"{prefix}-value", child, each if is_list else each["value"])


NEW = [page(section(question("line", "Câu mới", name="moi", required=True)), title="Trang mới")]


def in_blocks(words):
    """As the page hands it to Wagtail's script."""
    return json.dumps(words).strip('"')


# --- Who may -------------------------------------------------------------------------------------


def test_whoever_writes_drafts_enters_though_no_editor(writing, begun):
    answer = writing.get(at("compose", begun))

    assert answer.status_code == 200
    assert in_blocks("Họ, chữ đệm, tên") in answer.content.decode()


def test_others_do_not_enter(client, begun, people):
    as_officer(client, people.reviewer.person)

    assert client.get(at("compose", begun)).status_code == 403


def test_the_list_leads_to_what_may_be_changed(writing, begun, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        shown = writing.get(reverse("formwork_drafts")).content.decode()

    assert at("compose", begun) in shown


def test_what_is_published_cannot_be_opened(writing, published):
    assert writing.get(at("compose", published)).status_code == 404


# --- Saving --------------------------------------------------------------------------------------


def test_saving_as_it_is_changes_nothing(writing, begun):
    saved = writing.post(at("compose", begun), typed(begun))

    assert saved.status_code == 302
    assert [event.verb for event in begun.events.all()] == ["begin"]


def test_saving_gives_the_draft_its_form_and_remembers_who(writing, begun, people):
    saved = writing.post(at("compose", begun), typed(begun, NEW, notice="Mẫu thử."))

    begun.refresh_from_db()
    assert saved.status_code == 302
    assert begun.form["required"] == ["moi"]
    assert begun.form_layout["notice"] == "Mẫu thử."
    last = begun.events.latest("pk")
    assert (last.verb, last.person, last.post) == (
        "compose",
        people.writer.person,
        people.writer.post,
    )


def test_what_was_looked_over_is_looked_over_again(writing, begun, people):
    actions.review(begun, by=people.reviewer, seen=actions.Seen(1, 1))
    writing.post(at("compose", begun), typed(begun, NEW))

    begun.refresh_from_db()
    assert begun.stage == "draft"


def test_the_second_of_two_editors_is_told_and_keeps_what_was_typed(writing, begun, people):
    seen = typed(begun, NEW)
    ComposeFormOf(begun).write(by=people.other)

    late = writing.post(at("compose", begun), seen)

    page_of_it = late.content.decode()
    assert late.status_code == 409
    assert people.other.person.full_name in page_of_it
    assert in_blocks("Câu mới") in page_of_it
    begun.refresh_from_db()
    assert "moi" not in begun.form["properties"]

    again = writing.post(at("compose", begun), seen | {"revision": begun.revision})
    assert again.status_code == 302


def ComposeFormOf(version):  # noqa: N802  reads as the form that it makes
    version = draft_of(version.procedure.code, version.number)
    told = typed(version, [page(section(question("line", "Của người khác", name="khac")))])
    form = ComposeForm.of(version, told)
    assert form.is_valid(), form.errors
    return form


def test_what_is_wrong_is_said_and_nothing_is_lost(writing, begun):
    twice = [question("line", "Một", name="one"), question("line", "Hai", name="one")]

    answer = writing.post(at("compose", begun), typed(begun, [page(section(*twice))]))

    shown = answer.content.decode()
    assert answer.status_code == 200
    assert "Trang 1, mục 1, câu 2" in shown
    assert "đã dùng ở câu khác" in shown


# --- Preview -------------------------------------------------------------------------------------


def test_the_preview_shows_what_is_in_the_blocks_now(writing, begun):
    told = writing.post(at("preview", begun), typed(begun, NEW))
    assert told.json() == {"is_valid": True, "is_available": True}

    shown = writing.get(at("preview", begun) + "?mode=1&in_preview_panel=true")

    assert shown.status_code == 200
    assert "Câu mới" in shown.content.decode()
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    begun.refresh_from_db()
    assert "moi" not in begun.form["properties"]


def test_every_page_can_be_seen_with_its_sections_under_conditions(writing, begun):
    writing.post(at("preview", begun), typed(begun))

    shown = [writing.get(at("preview", begun) + f"?mode={n}").content.decode() for n in (1, 3, 99)]

    assert "Giấy chứng nhận kết hôn" in "".join(shown)


# --- Files ---------------------------------------------------------------------------------------


def bring(browser, version, content):
    file = SimpleUploadedFile("form.json", content, content_type="application/json")
    return browser.post(at("bring", version), {"file": file})


def test_a_form_goes_out_and_comes_in_again(writing, begun):
    out = writing.get(at("export", begun)).content

    back = bring(writing, begun, out)

    assert files.read(out) == (begun.form, begun.form_layout)
    assert back.status_code == 200
    assert "chưa ghi gì" in back.content.decode()
    assert 'name="revision" value="1"' in back.content.decode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"[1]",
        b'{"schema": {}}',
        b'{"schema": [], "layout": {}}',
        b'{"schema": {"type": "object"}, "layout": {"pages": 3}}',
        b'{"schema": {"a": NaN}, "layout": {}}',
        b"[" * 100_000,
        b'{"schema": {"$ref": "#"}, "layout": {"pages": []}}',
        b" " * 600_000,
    ],
    ids=["empty", "binary", "list", "half", "no-object", "pages", "nan", "deep", "loop", "big"],
)
def test_a_hostile_file_is_refused_with_a_sentence(writing, begun, content):
    answer = bring(writing, begun, content)

    shown = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="error-message"' in shown
    assert "chưa ghi gì" not in shown


def test_a_form_that_blocks_cannot_say_is_kept_closed(writing, begun):
    form, layout = form_of("general")
    lost = {**form, "properties": {**form["properties"], "lost": {"type": "string"}}}
    FormOfDraft.objects.filter(pk=begun.pk).update(form=lost, form_layout=layout)

    shown = writing.get(at("compose", begun)).content.decode()

    assert "các khối không diễn đạt được" in shown
    assert json.loads(writing.get(at("export", begun)).content)["schema"] == lost
