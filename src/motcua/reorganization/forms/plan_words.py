"""What may be typed into a plan that is being written? Anything: what is wrong is said beside it.

Each form shows a part of the sheet and gives it back as words of the file.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import ChangeKind, Duty, Function, OrganizationKind, Post
from motcua.reorganization.files import reading
from motcua.reorganization.files.sections import chosen
from motcua.territory.tiers import Tier

Words = dict[str, Any]
YES = "có"


def labels(choices: Any) -> list[tuple[str, str]]:
    """Choices whose value is the Vietnamese word of the file, shown in the reader's language."""
    pairs = list(choices)
    with translation.override("vi"):
        values = [str(label) for _value, label in pairs]
    return [(value, label) for value, (_value, label) in zip(values, pairs, strict=True)]


def word(*choices: tuple[str, Any], **said: Any) -> forms.CharField:
    """A question with choices that takes any word all the same."""
    return forms.CharField(required=False, widget=forms.Select(choices=choices), **said)


def text(longest: int, **said: Any) -> forms.CharField:
    box = said.pop("widget", forms.TextInput(attrs={"maxlength": longest}))
    return forms.CharField(required=False, widget=box, **said)


class WordsForm(forms.Form):
    """A form that refuses nothing; ``words`` is what was typed, without what is empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.full_clean()

    @property
    def words(self) -> Words:
        said = self.cleaned_data if self.is_bound else self.initial
        return {name: said.get(name) or "" for name in self.fields}


class HeadingForm(WordsForm):
    """The decision."""

    number = text(60, label=_("Số quyết định"), help_text=_("Ví dụ: 12/NQ-HĐND"))
    decided_on = text(10, label=_("Ngày ký"), help_text=_("Ví dụ: 01/11/2026"))
    issuer = text(200, label=_("Cơ quan ban hành"))
    title = text(300, label=_("Trích yếu"))
    day = text(
        10,
        label=_("Ngày thực hiện"),
        help_text=_("Ngày đầu tiên của tổ chức mới, ví dụ: 01/01/2027"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = True  # said, and not refused: what was typed is read already
            if name in {"number", "decided_on", "day"}:
                field.widget.attrs["class"] = "field field--short"


class ChangeForm(WordsForm):
    """What kind of change it is."""

    kind = word(*labels(ChangeKind.choices), label=_("Hình thức"))
    note = text(300, label=_("Ghi chú"))

    def __init__(self, *args: Any, initial: Words | None = None, **kwargs: Any) -> None:
        said = dict(initial or {})
        said["kind"] = in_the_files_words(said.get("kind", ""), reading.KINDS)
        super().__init__(*args, initial=said, **kwargs)
        kind, known = self.fields["kind"], labels(ChangeKind.choices)
        kind.required = True  # said, and not refused
        if (strange := said["kind"]) not in dict(known):
            kind.widget.choices = [(strange, strange or "–"), *known]


class ShareForm(WordsForm):
    """One line of who gets what."""

    original = word(label=_("Từ"))
    resulting = word(label=_("Đến"))
    default = forms.BooleanField(
        required=False, label=_("Phần còn lại"), widget=forms.CheckboxInput(attrs={"value": YES})
    )
    function = word(label=_("Lĩnh vực"))
    procedure = text(8, label=_("Thủ tục"))
    unit = text(5, label=_("Địa bàn"), widget=forms.TextInput(attrs={"list": "dia-ban"}))
    localities = text(300, label=_("Thôn, khu phố"))
    portion = text(6, label=_("Nhân sự"))

    def __init__(self, *args: Any, sides: tuple[Any, Any], functions: Any, **kwargs: Any) -> None:
        initial = as_typed(kwargs.pop("initial", {}))
        super().__init__(*args, initial=initial, **kwargs)
        for name, known in (("original", sides[0]), ("resulting", sides[1])):
            self._choose(name, known)
        self._choose("function", functions)
        for name, each in self.fields.items():
            look = {} if name == "default" else {"class": "field"}
            each.widget.attrs.update(look)

    def _choose(self, name: str, known: list[tuple[str, str]]) -> None:
        """The known ones, and what is said although nobody knows it."""
        said = self.words[name]
        strange = [] if not said or said in dict(known) else [(said, said)]
        self.fields[name].widget.choices = [("", "–"), *known, *strange]

    @property
    def share(self) -> Words:
        """As the file has it; empty where nothing but the sides is said."""
        said = self.words
        return {
            "from": said["original"],
            "to": said["resulting"],
            "function": said["function"],
            "procedure": said["procedure"],
            "unit": said["unit"].split(" ")[0],
            "localities": [part.strip() for part in said["localities"].split(";") if part.strip()],
            "portion": as_portion(said["portion"]),
            "default": YES if said["default"] else "",
        }


def as_typed(share: Words) -> Words:
    """A line of the file as the form shows it."""
    said = {name: share.get(name, "") for name in ("function", "procedure", "unit")}
    localities = share.get("localities", [])
    return {
        **said,
        "original": share.get("from", ""),
        "resulting": share.get("to", ""),
        "localities": "; ".join(localities) if isinstance(localities, list) else localities,
        "portion": as_percent(share.get("portion", "")),
        "default": share.get("default", "").lower() in ("có", "true", "yes", "x", "1"),
    }


def as_portion(said: str) -> str:
    """*70 %* as the file has it, 0.7; anything else as it was typed.

    >>> as_portion("70%")
    '0.7'
    """
    number = said.replace(",", ".").removesuffix("%").strip()
    if not said.endswith("%") or not number.replace(".", "", 1).isdigit():
        return said
    return f"{float(number) / 100:.4f}".rstrip("0").rstrip(".") or "0"


def as_percent(said: str) -> str:
    """*0.7* as people say it, 70%; anything else as it is."""
    number = said.replace(",", ".")
    if not number.replace(".", "", 1).isdigit() or not 0 <= float(number) <= 1:
        return said
    return f"{float(number) * 100:.2f}".rstrip("0").rstrip(".") + "%"


def in_the_files_words(said: str, choices: dict[str, str]) -> str:
    """A value or a label as the label, as the list of choices has it."""
    return choices.get(chosen(said, choices), said)


def functions() -> list[tuple[str, str]]:
    return list(Function.objects.values_list("code", "name"))


class BodyForm(WordsForm):
    """An organization of the new order."""

    identifier = text(35, label=_("Mã định danh"))
    kind = word(
        ("", _("đang hoạt động, giữ nguyên loại")),
        *labels(OrganizationKind.choices),
        label=_("Loại"),
        help_text=_("Chỉ chọn cho cơ quan mới lập."),
    )
    tier = word(
        ("", _("giữ nguyên cấp")),
        *labels((each, each.label) for each in Tier),
        label=_("Cấp"),
    )
    name = text(200, label=_("Tên đầy đủ"), help_text=_("Để trống nếu tên không đổi."))
    parent = text(
        35,
        label=_("Mã cơ quan cấp trên"),
        help_text=_("Để trống nếu không đổi."),
    )
    units = text(
        600,
        label=_("Mã các đơn vị hành chính phụ trách"),
        help_text=_("Cách nhau bằng dấu phẩy. Để trống thì nhận địa bàn của nơi cũ."),
    )
    address = text(200, label=_("Địa chỉ"))
    phone = text(200, label=_("Điện thoại"))
    email = text(200, label=_("Thư điện tử"))
    website = text(200, label=_("Trang thông tin"))
    hours = text(200, label=_("Giờ làm việc"))

    def __init__(self, *args: Any, initial: Words | None = None, **kwargs: Any) -> None:
        said = dict(initial or {})
        contact = said.get("contact") or {}
        said |= {key: contact.get(key, "") for key in reading.CONTACT}
        said["units"] = ", ".join(said.get("units", []))
        said["kind"] = in_the_files_words(said.get("kind", ""), reading.ORGANIZATION_KINDS)
        said["tier"] = in_the_files_words(said.get("tier", ""), reading.TIERS)
        super().__init__(*args, initial=said, **kwargs)

    @property
    def body(self) -> Words:
        """As the file has it, without the posts."""
        said = self.words
        kept = {key: said[key] for key in ("kind", "tier", "name")}
        return {
            "identifier": said["identifier"].upper(),
            **kept,
            "parent": said["parent"].upper(),
            "units": [code.strip() for code in said["units"].split(",") if code.strip()],
            "contact": {key: said[key] for key in reading.CONTACT},
        }


class PostForm(WordsForm):
    """A post of an organization of the new order, and whose holders go along."""

    title = text(120, label=_("Chức danh"))
    rank = word(*labels((each, each.label) for each in Post.Rank), label=_("Thứ bậc"))
    head = forms.BooleanField(required=False, label=_("Đứng đầu cơ quan"))
    duties = forms.MultipleChoiceField(
        required=False,
        label=_("Việc với hồ sơ"),
        choices=labels(Duty.choices),
        widget=forms.CheckboxSelectMultiple,
    )
    holders = text(3, label=_("Số người giữ"))
    tasks = text(300, label=_("Nhiệm vụ"))
    answers = forms.BooleanField(required=False, label=_("Trả lời câu hỏi"))
    follows = forms.BooleanField(required=False, label=_("Theo dõi nhiệm vụ được giao"))
    sources = text(
        4000,
        label=_("Người giữ chuyển từ"),
        help_text=_("Mỗi dòng một chức danh cũ: mã cơ quan, dấu hai chấm, chức danh."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, initial: Words | None = None, **kwargs: Any) -> None:
        said = dict(initial or {})
        sources = [each for each in said.pop("from", []) if isinstance(each, dict)]
        said["sources"] = "\n".join(
            f"{each.get('organization', '')}: {each.get('title', '')}" for each in sources
        )
        staff = str(reading.RANKS["staff"])
        said["rank"] = in_the_files_words(said.get("rank", "") or staff, reading.RANKS)
        duties = said.get("duties", [])
        said["duties"] = [in_the_files_words(each, reading.DUTIES) for each in duties]
        for flag in ("head", "answers", "follows"):
            said[flag] = str(said.get(flag, "")).lower() in ("có", "true", "yes", "x", "1")
        super().__init__(*args, initial=said, **kwargs)

    @property
    def post(self) -> Words:
        """As the file has it; empty without a title and without anybody to come."""
        said = self.words
        sources = [_source(line) for line in said["sources"].splitlines() if line.strip()]
        if not said["title"] and not sources:
            return {}
        flags = {key: YES if said[key] else "" for key in ("head", "answers", "follows")}
        kept = {key: said[key] for key in ("title", "rank", "holders", "tasks")}
        return {**kept, **flags, "duties": said["duties"] or [], "from": sources}


def _source(line: str) -> Words:
    code, _colon, title = line.partition(":")
    return {"organization": code.strip(), "title": title.strip()}
