"""Which texts name what disappears: news, answers, papers? And which addresses lead there?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from motcua.news import actions as news
from motcua.news.models import Article
from motcua.paperwork import typesetting
from motcua.questions import publication
from motcua.reorganization import lines, naming
from motcua.reorganization.lines import Group, Line
from motcua.reorganization.models import Plan
from motcua.search import kinds
from motcua.search.models import Entry


def of_index(kind: str) -> Callable[[Plan], list[Entry]]:
    return lambda plan: naming.entries_naming(plan, kind)


def entry_cells(_plan: Plan, rows: Sequence[Entry]) -> list[tuple[str, ...]]:
    return [(row.title, f"{row.put_at:%d/%m/%Y}") for row in rows]


def entry_address(row: Entry) -> str:
    kind = kinds.known(row.kind)
    return kind.address_of(row.key) if kind else ""


def papers(plan: Plan) -> list[Path]:
    """Templates of papers that say the name themselves, instead of being told it."""
    return naming.files_naming(plan, sorted(typesetting.TEMPLATES.glob("*.typ")))


def file_cells(_plan: Plan, rows: Sequence[Path]) -> list[tuple[str, ...]]:
    return [("/".join(row.parts[-2:]),) for row in rows]


def articles(plan: Plan) -> QuerySet[Any]:
    """Articles with an address or a code of what ends in their text."""
    texts = Article.objects.live().annotate(as_text=Cast("body", TextField()))
    return naming.addressed(texts, plan, "as_text").order_by("-first_published_at", "pk")


def article_cells(_plan: Plan, rows: Sequence[Article]) -> list[tuple[str, ...]]:
    return [(row.title,) for row in rows]


def article_address(row: Article) -> str:
    return str(row.address)


def _line(key: str, label: Any, rows: Callable[[Plan], Any], remedy: Any, **more: Any) -> None:
    count = more.pop("count", lambda plan: len(rows(plan)))
    lines.register(Line(key, label, count, rows, group=Group.WORDS, remedy=remedy, **more))


_line(
    "papers",
    _("Mẫu giấy tờ in nêu tên cơ quan cũ"),
    papers,
    _("Hãy sửa mẫu để tên lấy từ dữ liệu; việc của quản trị hệ thống."),
    heads=(_("Tệp"),),
    cells=file_cells,
)
_line(
    "news",
    _("Bài viết nêu tên cơ quan cũ"),
    of_index(news.KIND),
    _(
        "Hãy giao ban biên tập xem lại: tin đã qua giữ nguyên tên lúc ấy, hướng dẫn còn dùng thì "
        "sửa tên mới."
    ),
    heads=(_("Bài viết"), _("Cập nhật")),
    cells=entry_cells,
    address=entry_address,
)
_line(
    "answers",
    _("Trả lời công khai nêu tên cơ quan cũ"),
    of_index(publication.KIND),
    _(
        "Đầu mối trả lời hãy xác nhận hoặc soạn lại; mỗi câu cũng hiện ở hàng “Trả lời cần xem "
        "lại”."
    ),
    heads=(_("Câu hỏi"), _("Cập nhật")),
    cells=entry_cells,
    address=entry_address,
)
_line(
    "public-links",
    _("Bài viết có địa chỉ hoặc mã của cơ quan sẽ kết thúc"),
    articles,
    _("Địa chỉ cũ vẫn dẫn đến cơ quan kế thừa; hãy thay bằng địa chỉ mới khi sửa bài."),
    count=lambda plan: articles(plan).count(),
    heads=(_("Bài viết"),),
    cells=article_cells,
    address=article_address,
)
