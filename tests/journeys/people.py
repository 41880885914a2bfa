"""Who walks through a journey, and what they do there, in the words of the tour."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.test import Client
from playwright.sync_api import Locator, Page, expect

from motcua.accounts.tests.sessions import as_officer
from motcua.demo.citizens import DemoCitizen
from motcua.organizations.acting import Acting

from .conftest import NARROW, WIDE, Reader

PICTURES = os.environ.get("MOTCUA_PICTURES")
"""A folder for a picture of every page that somebody stands before."""
ENLARGED = (640, 320)
"""Pixels left of 1280 at 200 % (WCAG 1.4.4) and at 400 % (1.4.10)."""
STEPS = 60
"""How often somebody presses Tab before they give up."""
CODE = re.compile(r"H49\.[\d.]+-\d{6}-\d{4}")

Answers = Mapping[str, str | bool]
"""Label of each question, and what is answered; True ticks a box."""


@dataclass
class Walker:
    """Anybody in front of one window."""

    reader: Reader
    pages: int = 0
    """How many this person has stood before."""

    @property
    def page(self) -> Page:
        return self.reader.page

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    def goes_to(self, address: str) -> None:
        self.reader.go(address)

    def looks_at(self, pages: Mapping[str, str]) -> None:
        """Opens pages that the way does not lead past: heading by address."""
        for address, heading in pages.items():
            self.goes_to(address)
            self.stands_before(heading)

    def comes_to(self, heading: str) -> None:
        """This page is open; other journeys look at it."""
        expect(self.page.locator("h1")).to_contain_text(heading)

    def stands_before(self, heading: str) -> None:
        """This page is open and sound, in this window and in others."""
        self.comes_to(heading)
        self.reader.look()
        self.pages += 1
        self.is_enlarged()
        if PICTURES:
            with self._other_windows():
                self._takes_pictures(Path(PICTURES))

    def is_enlarged(self) -> None:
        """Nothing to scroll sideways for, whoever needs large letters."""
        with self._other_windows():
            for width in ENLARGED:
                self._resizes(width)
                wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
                assert wide <= 0, f"{self.reader.path} is {wide} px wider than {width} px"

    @contextmanager
    def _other_windows(self) -> Iterator[None]:
        own = self.page.viewport_size
        yield
        assert own is not None
        self.page.set_viewport_size(own)

    def _resizes(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 800})

    def _takes_pictures(self, folder: Path) -> None:
        scripts = "" if self.reader.javascript else "-plain"
        name = re.sub(r"[^\w.]+", "-", re.sub(r"[0-9a-f-]{36}", "", self.reader.path)).strip("-")
        for width in (NARROW, WIDE):
            self._resizes(width)
            path = f"{type(self).__name__}-{self.pages:02}-{name}-{width}{scripts}.png"
            self.page.screenshot(path=folder / path, full_page=True)

    def presses(self, name: str) -> None:
        self.main.get_by_role("button", name=_asked(name)).click()

    def follows(self, name: str) -> None:
        self.main.get_by_role("link", name=name).first.click()

    def is_told(self, words: str) -> None:
        expect(self.main).to_contain_text(words)

    def fills_in(self, answers: Answers) -> None:
        for question, answer in answers.items():
            self._answers(question, answer)

    def _answers(self, question: str, answer: str | bool) -> None:
        group = self.main.get_by_role("group", name=_asked(question))
        if answer is True:
            self.main.get_by_label(_asked(question)).check()
        elif group.count():
            group.get_by_label(str(answer), exact=True).check()
        else:
            _write(self.main.get_by_label(_asked(question)), str(answer))

    def reads(self, link: str, *, exact: bool = False) -> bytes:
        """The bytes behind a link, asked for as this person."""
        found = self.main.get_by_role("link", name=link, exact=exact)
        address = found.first.get_attribute("href")
        answer = self.page.request.get(f"{self.reader.home}{address}")
        assert answer.ok, f"{address}: {answer.status}"
        return answer.body()

    def saves(self, link: str) -> bytes:
        """The bytes that the browser writes to the disk at a click."""
        with self.page.expect_download() as download:
            self.follows(link)
        return Path(download.value.path()).read_bytes()


def sits_down(reader: Reader, acting: Acting) -> Walker:
    """An officer who signed in before, and sits at the desk in this window."""
    session = as_officer(Client(), acting.person).cookies["sessionid"].value
    reader.page.context.add_cookies([{"name": "sessionid", "value": session, "url": reader.home}])
    return Walker(reader)


def _asked(question: str) -> re.Pattern[str]:
    """A label: the question alone or with a note in brackets; ``…`` stands for the rest of it."""
    begins = re.sub(r"([.?*+()|])", r"\\\1", question.removesuffix("…"))  # as JavaScript has it
    return re.compile(rf"^\s*{begins}" + ("" if question.endswith("…") else r"\s*(\(.*\)\s*)?$"))


def _write(box: Locator, answer: str) -> None:
    if box.evaluate("e => e.tagName") == "SELECT":
        box.select_option(label=answer)
    else:
        box.fill(answer)


class Passer(Walker):
    """Somebody who signs in nowhere."""

    def looks_up(self, code: str, digits: str) -> None:
        self.goes_to("/tra-cuu/")
        self.stands_before("Hồ sơ của bạn đang ở đâu?")
        self.fills_in({"Mã hồ sơ": code, "Bốn số cuối": digits})
        self.presses("Tra cứu")
        self.stands_before("ồ sơ")


@dataclass
class Citizen(Passer):
    """Somebody at home with an account at the identity provider."""

    known: DemoCitizen = field(kw_only=True)

    def finds(self, words: str, name: str) -> None:
        """Types what comes to mind and opens the procedure that is meant."""
        self.goes_to("/")
        self.stands_before("")
        self.fills_in({"Gõ theo cách bạn thường nói…": words})
        self.presses("Tìm thủ tục")
        self.stands_before("Tìm kiếm")
        self.follows(name)
        self.stands_before(name)

    def begins(self) -> None:
        self.follows("Nộp hồ sơ")
        self.stands_before("Đăng nhập")
        self.signs_in()
        self.stands_before("khai sinh")
        self.presses("Bắt đầu…")
        self.stands_before("Nơi giải quyết và liên hệ")

    def signs_in(self) -> None:
        self.presses("Đăng nhập bằng tài khoản định danh điện tử")
        self.page.get_by_role("button", name=self.known.full_name).click()

    def chooses(self, office: str) -> None:
        self.fills_in({"Cơ quan giải quyết": office})
        self.goes_on()

    def writes(self, heading: str, answers: Answers) -> None:
        """One page of the form."""
        self.stands_before(heading)
        self.fills_in(answers)
        self.goes_on()

    def goes_on(self) -> None:
        self.presses("Lưu và tiếp tục")

    def attaches(self, papers: Mapping[str, Path]) -> None:
        self.stands_before("Giấy tờ")
        self.main.get_by_text("giấy tờ chỉ cần trong trường hợp riêng").click()
        self._chooses_files(papers)
        if not self.reader.javascript:
            self.presses("Tải lên các tệp đã chọn")
        for path in papers.values():
            expect(self.main.get_by_role("link", name=path.name)).to_be_visible()
        self.stands_before("Giấy tờ")
        self.goes_on()

    def answers_with(self, papers: Mapping[str, Path]) -> None:
        """Hands in what the office asked for."""
        self.follows("Nộp bổ sung")
        self.stands_before("khai sinh")
        self._chooses_files(papers)
        self.presses("Gửi phần bổ sung")
        self.is_told("Đã gửi phần bổ sung")
        self.stands_before("khai sinh")

    def _chooses_files(self, papers: Mapping[str, Path]) -> None:
        for question, path in papers.items():
            self.main.get_by_label(_asked(question)).set_input_files(path)

    def submits(self) -> str:
        """Presses the last button; the code."""
        self.stands_before("Kiểm tra và nộp")
        self.fills_in({"Tôi đã kiểm tra…": True})
        self.presses("Nộp hồ sơ")
        self.is_told("Đã nhận hồ sơ của bạn")
        self.stands_before("khai sinh")
        found = CODE.search(self.main.inner_text())
        assert found
        return found[0]

    def opens(self, code: str) -> None:
        self.goes_to(f"/tai-khoan/ho-so/{code}/")
        self.stands_before("khai sinh")


@dataclass
class Typist(Citizen):
    """A citizen who uses no mouse."""

    def enters(self, name: str, *, leads_to: str) -> None:
        """Goes to a link or a button and presses Enter."""
        self.reader.tab_to(name, steps=STEPS)
        self.page.keyboard.press("Enter")
        expect(self.page.locator("h1")).to_contain_text(leads_to)

    def picks(self, question: str) -> None:
        """The first answer in a list."""
        self.reader.tab_to(question, steps=STEPS)
        self.page.keyboard.press("ArrowDown")

    def types(self, answers: Mapping[str, str]) -> None:
        for question, answer in answers.items():
            self.reader.tab_to(question, steps=STEPS)
            self.page.keyboard.type(answer)

    def ticks(self, question: str) -> None:
        self.reader.tab_to(question, steps=STEPS)
        self.page.keyboard.press("Space")
