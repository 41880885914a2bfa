"""The longest form, by keyboard alone: lines of business, members, sums of their shares."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from motcua.catalog.forms_data import form_of
from motcua.dossiers.tests.factories import (
    DraftFactory,
    OrganizationFactory,
    PersonFactory,
    VersionFactory,
)

from .conftest import FOUR_WAYS
from .drafts import signs_in
from .people import Walker

PICTURES = os.environ.get("MOTCUA_PICTURES")
CONTROL = re.compile(r"^\s*- (?:textbox|combobox|button) \"(.+?)\"")
FOCUSED = """() => {
  const one = document.activeElement;
  const name = one.labels?.[0]?.innerText || one.ariaLabel || one.innerText || '';
  return name.replace(/\\s+/g, ' ').trim();
}"""
UNSAID = """() => {
  const form = [...document.querySelectorAll('main form')].at(-1);
  const all = selector => [...form.querySelectorAll(selector)];
  const shown = selector => all(selector).filter(one => one.checkVisibility());
  const described = all('[aria-describedby]')
    .flatMap(one => one.getAttribute('aria-describedby').split(' '));
  const of_fields = shown('.ask :is(.hint, .wrong, .look-again)');
  const notes = [...of_fields, ...shown('.entries > :is(.hint, .wrong)')];
  const controls = shown('input, select, textarea');
  const wrong = shown('.ask--wrong');
  return [
    ...notes.filter(one => !described.includes(one.id)),
    ...controls.filter(one => !one.labels.length && !one.ariaLabel),
    ...wrong.filter(one => !one.querySelector('[aria-invalid=true]')),
    ...shown('legend, [role=group]').filter(one => !(one.innerText || one.ariaLabel)),
  ].map(one => one.outerHTML);
}"""
"""Notes that no field is described by, fields without a name, wrong ones that do not say so."""
BEFORE = """(links) => {
  const fields = links.map(link => document.getElementById(link.hash.slice(1)));
  const follows = (one, next) =>
    one.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING;
  return fields.every((one, n) => one && (n === 0 || follows(fields[n - 1], one)));
}"""
"""Whether the links of a summary lead to fields in the order in which they stand."""
MANY = 60
"""More stops than the form has."""
BUSINESS = {"capital": 100_000_000, "lines": [{"name": "Bán lẻ"}]}


@pytest.fixture
def household(identity, settings):
    """A draft to register a household business, in the hands of who will own it."""
    form, layout = form_of("1.001612")
    office = OrganizationFactory(identifier="H49.61", full_name="UBND phường Hồng Gai")
    person = PersonFactory(full_name="Vũ Đức Thịnh")
    version = VersionFactory(form=form, form_layout=layout)
    data = {"business": BUSINESS}
    return DraftFactory(person=person, organization=office, version=version, data=data)


@pytest.fixture
def owner(readers, household, width, javascript):
    reader = readers(width=width, javascript=javascript)
    signs_in(reader, household.person)
    reader.draft = household
    return reader


def opens(reader, page):
    draft = reader.draft
    reader.go(f"/dich-vu-cong/{draft.version.procedure.code}/nop-ho-so/{draft.key}/to-khai/{page}/")


def looks(reader, name):
    """In this window and enlarged; every field says what it is, and what is wrong with it."""
    reader.look()
    Walker(reader).is_enlarged()
    reader.reads_in_order()
    assert reader.page.evaluate(UNSAID) == []
    if PICTURES:
        reader.page.screenshot(
            path=Path(PICTURES) / f"{name}-{reader.page.viewport_size['width']}.png", full_page=True
        )


def types(reader, answers):
    for question, answer in answers.items():
        reader.tab_to(question, steps=60)
        reader.page.keyboard.type(answer)


def presses(reader, button):
    reader.tab_to(button, steps=60)
    reader.page.keyboard.press("Enter")


@FOUR_WAYS
def test_the_longest_form_is_filled_in_by_keyboard_alone(owner):
    page = owner.page
    opens(owner, "ho-kinh-doanh")
    types(owner, {"Tên hộ kinh doanh": "Hộ kinh doanh Thanh Bình", "Địa chỉ trụ sở": "Số 3"})
    presses(owner, "Thêm ngành, nghề")
    second = page.get_by_role("group", name="Ngành, nghề thứ 2")
    expect(second.get_by_label("Tên ngành, nghề")).to_be_focused()
    page.keyboard.type("Bán lẻ đồ uống")
    looks(owner, "lines")
    types(owner, {"Tổng số lao động": "2"})
    presses(owner, "Lưu và tiếp tục")

    expect(page.locator("h1")).to_contain_text("Người thành lập")
    owner.tab_to("Cá nhân")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Các thành viên hộ gia đình")).to_be_checked()
    types(owner, {"Họ, chữ đệm, tên thành viên": "Lê An", "Phần vốn góp": "30.000.000"})
    presses(owner, "Thêm thành viên")
    expect(page.locator("#id_members__1__full_name")).to_be_focused()
    page.keyboard.type("Lê Bình")
    types(owner, {"Phần vốn góp": "20.000.000"})
    if not owner.javascript:
        presses(owner, "Lưu và tiếp tục")
    expect(page.locator("#id_shares__total")).to_have_text("50.000.000 đồng")
    expect(page.locator("#id_shares__owner")).to_have_text("50.000.000 đồng")
    expect(page.locator("#id_members__0__percent")).to_have_text("30 %")
    the_order_of_keys_is_the_order_read_aloud(page)
    looks(owner, "members")

    presses(owner, "Bỏ thành viên thứ 1")
    expect(page.locator("#id_members")).to_be_focused()
    expect(page.locator("#id_members__0__full_name")).to_have_value("Lê Bình")
    presses(owner, "Lưu và tiếp tục")
    the_summary_is_read_first(page)
    looks(owner, "refused")
    wrong = page.get_by_role("link", name="Thành viên thứ 1: Ngày, tháng, năm sinh")
    wrong.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#id_members__0__birth_date")).to_be_focused()


def the_order_of_keys_is_the_order_read_aloud(page):
    """Tab goes from control to control as the accessibility tree lists them."""
    form = page.locator("main form").last
    read_aloud = list(filter(None, map(_control, form.aria_snapshot().splitlines())))
    form.locator("input:visible").first.focus()
    reached = [page.evaluate(FOCUSED)]
    for _stop in range(MANY):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
    onward = iter(reached)
    missed = [name for name in read_aloud if not any(name in stop for stop in onward)]
    assert len(read_aloud) > 15
    assert missed == []


def the_summary_is_read_first(page):
    """Behind the page's name and before its questions, in the order of the fields."""
    expect(page.get_by_role("alert")).to_be_focused()
    assert page.get_by_role("alert").get_by_role("link").evaluate_all(BEFORE)
    read_aloud = page.locator("main").aria_snapshot()
    parts = ("[level=1]", "- alert", "Thành viên thứ 1: Ngày", 'group "Thành viên thứ 1"')
    places = [read_aloud.index(part) for part in parts]
    assert places == sorted(places)


def _control(line):
    """What a line of the tree names; a choice is one stop, whatever its answers."""
    found = CONTROL.match(line)
    return found[1] if found else ""
