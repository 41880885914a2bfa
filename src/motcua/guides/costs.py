"""What does it cost me? By the way I file, by my case and by how many I need. Nothing is made up.

Amounts that editors entered with their legal basis come first; then what the record states beyond
doubt; else the record's own words. Who is exempt sees by which text, and what proves it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.catalog.models import Channel, ProcedureVersion

from . import reckoning
from .models import Exemption, Fee
from .reckoning import Amount

CHANNEL, EXEMPTION, COUNT = "cach", "mien", "so-luong"
WHOLE = 100
MANY = 999
CLUMSY = "Bản ghi ghi "
"""How some recorded words begin; the page says itself that they are the record's."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What is known of the costs of one way to file."""

    channels: tuple[tuple[int, str], ...]
    """The ways to choose from; none where all cost the same."""
    channel: int
    exemptions: tuple[Exemption, ...]
    exemption: Exemption | None
    amounts: tuple[Amount, ...]
    words: str
    """The record's own words, which are shown beside or instead of an amount."""
    count: int

    @property
    def per(self) -> str:
        """Of what there may be several: a page, a copy; empty where nothing is counted."""
        return next((one.per for one in self.amounts if one.per), "")

    @property
    def is_free(self) -> bool:
        return self.exemption is not None and self.exemption.percent_off == WHOLE

    @property
    def is_reduced_by_office(self) -> bool:
        """Whether the text leaves to the office how much less it is."""
        return self.exemption is not None and self.exemption.percent_off is None

    @property
    def is_unknown(self) -> bool:
        return not self.amounts and not self.words


def costs(version: ProcedureVersion, address: Mapping[str, str], day: date) -> Costs:
    """What it costs whoever files as the address says. Two queries beside the version's parts."""
    channels = _channels(version)
    channel = _chosen(address.get(CHANNEL, ""), channels)
    exemptions = tuple(Exemption.objects.on(day).filter(procedure=version.procedure_id))
    asked = address.get(EXEMPTION, "")
    exemption = next((one for one in exemptions if str(one.pk) == asked), None)
    fees = list(Fee.objects.on(day).filter(procedure=version.procedure_id))
    count = _count(address.get(COUNT, ""))
    off = exemption.percent_off or 0 if exemption else 0
    every = {kind: _of_channel(version, kind, fees, count, off) for kind, _label in channels}
    amounts, words = every.get(channel) or _of_channel(version, channel, fees, count, off)
    offered = channels if len(set(every.values())) > 1 else ()
    return Costs(offered, channel, exemptions, exemption, amounts, words, count)


def _of_channel(
    version: ProcedureVersion, kind: int, fees: Iterable[Fee], count: int, percent_off: int
) -> tuple[tuple[Amount, ...], str]:
    """Amounts and the record's words for one way to file."""
    rows = [row for row in version.channels.all() if row.kind == kind]
    mine = [fee for fee in fees if fee.channel in {0, kind}]
    words = " ".join(dict.fromkeys(row.fee_text.removeprefix(CLUMSY) for row in rows))
    if mine:
        return reckoning.of_fees(mine, count, percent_off), words.strip()
    known = {row.fee_amount for row in rows} - {None}
    only = known.pop() if len(known) == 1 and len(rows) == 1 else None
    amounts = () if only is None else (reckoning.plain(only, percent_off),)
    return amounts, words.strip()


def _channels(version: ProcedureVersion) -> tuple[tuple[int, str], ...]:
    """The ways to file that the record names."""
    kinds = dict.fromkeys(row.kind for row in version.channels.all() if row.kind)
    return tuple((int(kind), str(Channel.Kind(kind).label)) for kind in kinds)


def _chosen(asked: str, channels: Sequence[tuple[int, str]]) -> int:
    """The way that was asked for, else online where that is possible, else the first."""
    known = [kind for kind, _label in channels]
    wanted = next((kind for kind in known if str(kind) == asked), None)
    if wanted is not None:
        return wanted
    online = int(Channel.Kind.ONLINE)
    return online if online in known else next(iter(known), 0)


def _count(asked: str) -> int:
    """How many are needed; one where nothing sensible was typed."""
    text = asked.strip()
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 1
    return min(max(number, 1), MANY)
