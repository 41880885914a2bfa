"""Which guides cite a law? For whoever has to look again when it ends."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from motcua.guides.models import Edition
from motcua.legal.citing import Citation
from motcua.periods import clock


def of(numbers: Collection[str]) -> Iterator[Citation]:
    """Guides of today in whose steps a number stands; one question."""
    for edition in Edition.objects.on(clock.today()).in_order():
        said = json.dumps(list(edition.steps.raw_data), ensure_ascii=False)
        for number in numbers:
            if number in said:
                name, address = edition.event.name, edition.get_absolute_url()
                yield Citation(number, _("Hướng dẫn"), name, address)
