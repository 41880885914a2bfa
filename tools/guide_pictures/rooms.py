"""Comments on a draft are read through and answered; a meeting's tasks are given and reported."""

import re

from studio import Studio, take

READS_COMMENTS, ANSWERS = "chuyenvien.sokhoahocvacongnghe", "chuyenvien.sonoivu"
GIVES, DOES = "chuyenvien.vanphong", "lanhdao.soyte"
PERSONAL = "Tôi là Nguyễn Văn Ví Dụ"


def walk(at_work: Studio) -> None:
    comments(at_work)
    tasks(at_work)


def comments(at_work: Studio) -> None:
    page = at_work.window(READS_COMMENTS)
    page.goto("/can-bo/lay-y-kien/y-kien/")
    row = page.locator("main tr").filter(has_text=PERSONAL)
    row.get_by_role("link").first.click()
    take(page, "gop-y")
    page = at_work.window(ANSWERS)
    page.goto("/can-bo/lay-y-kien/")
    page.locator("main a.code").first.click()
    page.get_by_role("link", name="Tổng hợp, trả lời").first.click()
    page.get_by_role("link", name=re.compile(r"\([1-9]\d*\)$")).first.click()
    page.locator("main input[type=checkbox]").first.check()
    page.evaluate("scrollTo(0, 0)")
    take(page, "tong-hop")


def tasks(at_work: Studio) -> None:
    page = at_work.window(GIVES)
    page.goto("/can-bo/chi-dao/")
    take(page, "chi-dao", size=(1280, 700))
    page.goto("/can-bo/chi-dao/ket-luan/KL-2026-0001/")
    take(page, "ket-luan")
    page = at_work.window(DOES)
    page.goto("/can-bo/chi-dao/")
    page.locator("main a.code").first.click()
    take(page, "nhiem-vu")
