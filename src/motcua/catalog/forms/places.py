"""How does one say where: a commune anywhere in the country, by its name of today or before?

Works without scripts: the button *Tìm* sends the page, and it comes back with the places to choose
from. Who sends a page without having pressed it is taken at their word where only one place fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer, get_default_renderer
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from motcua.search import folding

from . import communes
from .formats import is_unit_code

TEXT, PROVINCE = "__text", "__province"
LONGEST = 300
"""More than this no address says; what stands at its end is read."""


@dataclass(frozen=True)
class Said:
    """What was sent: the place chosen, words typed, a province picked."""

    code: str = ""
    text: str = ""
    province: str = ""

    def __str__(self) -> str:
        """As answers keep it while no place is settled: the words, else the code."""
        return self.text or self.code


class Map:
    """What the places of one page have in common, asked of the map once."""

    def __init__(self, codes: Iterable[str] = ()) -> None:
        self.codes = [code for code in codes if is_unit_code(code)]

    @cached_property
    def provinces(self) -> list[tuple[str, str]]:
        return communes.province_choices()

    @cached_property
    def names(self) -> dict[str, str]:
        return communes.names_of(self.codes)

    def called(self, code: str) -> str:
        """The address of a place; nothing where there is none of that code today."""
        known = self.names if code in self.codes else communes.names_of([code] if code else [])
        return known.get(code, "")


class PlaceWidget(forms.Widget):
    """A line for a name, a list of provinces, and the places that were found."""

    template_name = "catalog/forms/place.html"
    use_fieldset = True
    path = ""
    """What the button that looks places up is to say."""

    def __init__(self) -> None:
        super().__init__()
        self.map = Map()
        self.offered: list[tuple[str, str, str]] = []
        self.from_list: list[tuple[str, str]] = []

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Said:
        said = [
            folding.nfc(str(data.get(name + part) or "")).strip() for part in ("", TEXT, PROVINCE)
        ]
        return Said(*said)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(name + part in data for part in ("", TEXT, PROVINCE))

    def id_for_label(self, id_: str) -> str:
        return f"{id_}{TEXT}" if id_ else id_

    def format_value(self, value: Any) -> Said:
        """What stands in the answers: a code, or words that named no place yet."""
        if isinstance(value, Said):
            return value
        text = str(value or "")
        return Said(code=text) if is_unit_code(text) else Said(text=text)

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        said = self.format_value(value)
        context = {
            "name": name,
            "path": self.path,
            "said": said,
            "attrs": self.build_attrs(self.attrs, attrs),
            "is_wrong": "aria-invalid" in (attrs or {}),
            "offered": self.offered or self._chosen(said.code),
            "from_list": self.from_list,
            "provinces": self.map.provinces,
        }
        drawn = (renderer or get_default_renderer()).render(self.template_name, context)
        return SafeString(drawn)

    def _chosen(self, code: str) -> list[tuple[str, str, str]]:
        address = self.map.called(code)
        return [(code, address, "")] if address else []


WHICH = _(
    "Có nhiều nơi trùng tên, hoặc nơi này đã chia tách. Hãy chọn nơi của bạn trong danh sách."
)
NOWHERE = _(
    "Chưa tìm thấy nơi này. Hãy chỉ gõ tên xã, phường (tên mới hoặc cũ), ví dụ “Hà Khẩu”, "
    "hoặc chọn theo tỉnh, thành phố."
)
FROM_LIST = _("Hãy chọn xã, phường, đặc khu trong danh sách vừa hiện.")


def settled(said: Said, widget: PlaceWidget) -> str:
    """The code of the place that is meant; raises ValidationError, and offers, where it is open."""
    if said.text:
        return _by_name(said, widget)
    if said.province:
        return _by_list(said, widget)
    return said.code


def _by_name(said: Said, widget: PlaceWidget) -> str:
    found = communes.meant(said.text[-LONGEST:])
    codes = [code for code, _address, _reason in found]
    widget.offered = found
    if said.code in codes:
        return said.code
    if len(codes) == 1:
        return codes[0]
    raise forms.ValidationError(WHICH if codes else NOWHERE)


def _by_list(said: Said, widget: PlaceWidget) -> str:
    widget.from_list = communes.communes_of(said.province)
    if said.code in {code for code, _name in widget.from_list}:
        return said.code
    raise forms.ValidationError(FROM_LIST)
