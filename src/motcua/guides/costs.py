"""What does it cost me? By the way I file and by my case. No amount is made up.

Amounts that editors entered with their legal basis come first; then what the record states beyond
doubt; else the record's own words. Who is exempt sees by which text, and what proves it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.catalog.models import Channel, ProcedureVersion

from .models import Exemption, Fee

CHANNEL, EXEMPTION = "cach", "mien"
WHOLE = 100


@dataclass(frozen=True, slots=True)
class Amount:
    """One line of what it costs."""

    case: str
    amount: int
    """In đồng, with the exemption taken off."""
    before: int
    per: str
    basis: str


@dataclass(frozen=True, slots=True)
class Costs:
    """What is known of the costs of one way to file."""

    channels: tuple[tuple[int, str], ...]
    channel: int
    exemptions: tuple[Exemption, ...]
    exemption: Exemption | None
    amounts: tuple[Amount, ...]
    words: str
    """The record's own words, which are shown beside or instead of an amount."""

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
    fees = Fee.objects.on(day).filter(procedure=version.procedure_id, channel__in=[0, channel])
    row = version.channel(channel)
    return Costs(
        channels,
        channel,
        exemptions,
        exemption,
        tuple(_amounts(list(fees), row, exemption)),
        row.fee_text if row else "",
    )


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


def _amounts(fees: list[Fee], row: Channel | None, exemption: Exemption | None) -> list[Amount]:
    off = exemption.percent_off or 0 if exemption else 0
    if fees:
        return [
            Amount(fee.case, _less(fee.amount, off), fee.amount, fee.per, fee.basis) for fee in fees
        ]
    if row is None or row.fee_amount is None:
        return []
    return [Amount("", _less(row.fee_amount, off), row.fee_amount, "", "")]


def _less(amount: int, percent_off: int) -> int:
    """Rounded down: nobody pays a đồng more than the text says."""
    return amount * (WHOLE - percent_off) // WHOLE
