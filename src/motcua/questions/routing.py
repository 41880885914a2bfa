"""To which office does a question belong? Suggestions with their reasons, from plain counts.

Three grounds: who decides the procedure, whose territory the place is (also by a former name), and
which office answered questions with the same words. What an officer corrects by forwarding is
counted for the office to which it went. Nothing is decided here: an officer chooses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.organizations.models import Organization
from motcua.questions.known import known_of
from motcua.questions.models import RoutingCount
from motcua.search.asking import spoken_at
from motcua.search.folding import WORD, accented, fold
from motcua.search.speech import FILLER_PHRASES, FILLERS
from motcua.strangers import redaction
from motcua.territory.addresses import candidates

if TYPE_CHECKING:
    from motcua.questions.models import Question
    from motcua.territory.models import Unit

AT_MOST = 3
MOST_WORDS = 80
"""Words of a text that are read."""
MOST_SIGNS = 60
PROCEDURE, PLACE, BOTH, WORDS_AT_MOST = 60, 40, 100, 30
"""How much each ground weighs; words never outweigh the law."""
TOLD_PHRASES = 3
COURTESIES = [
    tuple(fold(phrase).split())
    for phrase in (
        *("đề nghị", "kính đề nghị", "kính gửi", "kính mong", "mong", "rất mong", "trân trọng"),
        *(
            "cảm ơn",
            "cám ơn",
            "giải đáp",
            "trả lời",
            "cho biết",
            "hiện nay",
            "vấn đề",
            "trường hợp",
        ),
        *("quý cơ quan", "quý cấp", "cơ quan chức năng"),
    )
]
"""What letters to offices are written with, whatever they are about; their words alone may tell."""


@dataclass(slots=True)
class Suggestion:
    """An office, and why."""

    organization: Organization
    weight: int = 0
    reasons: list[str] = field(default_factory=list)


def suggestions(question: Question, day: date) -> list[Suggestion]:
    """The likeliest offices other than the present one; a fixed number of queries."""
    grounds = [*_by_procedure_and_place(question, day), *_by_words(question)]
    found: dict[int, Suggestion] = {}
    wanted = {pk for pk, _weight, _reason in grounds if pk != question.organization_id}
    known = Organization.objects.on(day).with_names(day).in_bulk(wanted)
    for pk, weight, reason in grounds:
        if pk in known:
            suggestion = found.setdefault(pk, Suggestion(known[pk]))
            suggestion.weight += weight
            suggestion.reasons.append(reason)
    return sorted(found.values(), key=lambda each: -each.weight)[:AT_MOST]


def learn(question: Question, organization: int) -> None:
    """Count what the question says for an office that answered it or got it from another."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO questions_routingcount (sign, organization_id, count)"
            " SELECT sign, %s, 1 FROM unnest(%s::text[]) sign"
            " ON CONFLICT (sign, organization_id)"
            " DO UPDATE SET count = questions_routingcount.count + 1",
            [organization, sorted(signs(question))],
        )


def signs(question: Question) -> list[str]:
    """What a question is known by: pairs of words without names, its procedure, its place."""
    known = known_of(question)
    said = redaction.spans(question.title, known), redaction.spans(question.text, known)
    texts = zip((question.title, question.text), said, strict=True)
    plain = " . ".join(
        piece.text if piece.kind is None else "."
        for text, marked in texts
        for piece in redaction.pieces(text, marked)
    )
    found = [f"w:{pair}" for pair in pairs(plain)][: MOST_SIGNS - 2]
    if question.procedure:
        found.append(f"p:{question.procedure.code}")
    return [*found, f"u:{question.unit.code}"] if question.unit else found


def pairs(text: str) -> list[str]:
    """Neighboring words of a text without those that only ask, each pair once.

    >>> pairs("Tôi muốn đăng ký khai sinh")
    ['đăng ký', 'ký khai', 'khai sinh']
    """
    words = WORD.findall(accented(text))[:MOST_WORDS]
    empty = spoken_at([fold(word) for word in words], [*FILLER_PHRASES, *COURTESIES])
    telling = [word for at, word in enumerate(words) if at not in empty and word not in FILLERS]
    both = (f"{one} {other}" for one, other in pairwise(telling))
    return [pair for pair in dict.fromkeys(both) if len(pair) < MOST_WORDS - 2]


# --- Grounds ----------------------------------------------------------------------------------

Ground = tuple[int, int, str]
"""An office's key, what the ground weighs, and its words."""


def _by_procedure_and_place(question: Question, day: date) -> Iterable[Ground]:
    places = _places(question, day)
    deciding = _deciding(question, day)
    at_place = _serving(places, day) if places else {}
    both = [pk for pk in deciding if pk in at_place]
    if both:
        reason = _("vì giải quyết thủ tục này ở nơi nêu trong câu hỏi")
        return [(pk, BOTH, reason) for pk in both]
    few = deciding if len(deciding) <= AT_MOST else []
    by_procedure = [(pk, PROCEDURE, _("vì giải quyết thủ tục này")) for pk in few]
    told = {unit.pk: unit.name_on(day) for unit in places}
    by_place = [
        (pk, PLACE, _("vì phụ trách %(place)s") % {"place": told.get(unit, "")})
        for pk, unit in at_place.items()
    ]
    return [*by_procedure, *by_place]


def _deciding(question: Question, day: date) -> list[int]:
    version = question.procedure.version_on(day) if question.procedure else None
    return list(version.offices_on(day).values_list("pk", flat=True)) if version else []


def _places(question: Question, day: date) -> list[Unit]:
    """What the place that was named is today: one unit, or several that took it over."""
    if question.unit:
        return list(question.unit.successors_on(day).with_names(day))
    found = candidates(question.address, day) if question.address else []
    return [each.unit for each in found] if len(found) <= AT_MOST else []


def _serving(places: list[Unit], day: date) -> dict[int, int]:
    """The committees of these places, each with the key of its own."""
    committees = Organization.objects.on(day).filter(kind=Organization.Kind.COMMUNE_COMMITTEE)
    return committees.in_charge_of(places).places(day)


def _by_words(question: Question) -> Iterable[Ground]:
    """Offices that had questions with the same signs."""
    said = signs(question)
    rows = RoutingCount.objects.filter(sign__in=said)
    told: dict[int, dict[str, int]] = defaultdict(dict)
    for organization, sign, count in rows.values_list("organization", "sign", "count"):
        told[organization][sign] = count
    return [
        (pk, min(WORDS_AT_MOST, sum(counts.values())), _because(said, counts))
        for pk, counts in told.items()
    ]


def _because(said: list[str], counts: dict[str, int]) -> str:
    words = _phrases([sign[2:] for sign in said if sign in counts and sign.startswith("w:")])
    times = max(counts.values())
    if not words:
        return ngettext(
            "vì đã nhận %(n)s câu hỏi cùng thủ tục hoặc cùng nơi",
            "vì đã nhận %(n)s câu hỏi cùng thủ tục hoặc cùng nơi",
            times,
        ) % {"n": times}
    return ngettext(
        "vì đã nhận %(n)s câu hỏi có “%(words)s”",
        "vì đã nhận %(n)s câu hỏi có “%(words)s”",
        times,
    ) % {"n": times, "words": "”, “".join(words[:TOLD_PHRASES])}


def _phrases(found: list[str]) -> list[str]:
    """Pairs that follow one another as one phrase: *giấy phép*, *phép xây* → *giấy phép xây*."""
    phrases: list[str] = []
    for pair in found:
        first, _blank, second = pair.partition(" ")
        if phrases and phrases[-1].endswith(f" {first}"):
            phrases[-1] += f" {second}"
        else:
            phrases.append(pair)
    return phrases
