"""Can a plan be carried out as it stands? All that is wrong at once, each with its line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from motcua.organizations.models import ChangeKind, Subordination
from motcua.reorganization import compiling, conflicts, kinds
from motcua.reorganization.models import Body, Change, Plan, Share
from motcua.reorganization.picture import Picture, names
from motcua.reorganization.problems import Problem, in_order


def problems(plan: Plan) -> list[Problem]:
    """Everything that must be mended before the plan can be scheduled or carried out."""
    picture = Picture.of(plan)
    found = [
        *_counts(picture),
        *_sides(picture),
        *_repeated(picture),
        *_bodies(picture),
        *_circles(picture),
        *_orphans(picture),
        *_shares(picture),
        *_portions(picture),
        *conflicts.with_the_register(picture),
        *conflicts.with_other_plans(picture),
    ]
    return in_order(found)


def _counts(picture: Picture) -> Iterator[Problem]:
    """As many before and after as the kind has."""
    if not picture.changes:
        yield Problem(_("Phương án chưa có thay đổi nào; hãy ghi ít nhất một."))
    for change in picture.changes.values():
        rule = kinds.RULES[ChangeKind(change.kind)]
        yield from _count(
            change, len(picture.originals_of.get(change.pk, ())), rule.originals, _("cơ quan trước")
        )
        yield from _count(
            change, len(picture.resulting_of.get(change.pk, ())), rule.resulting, _("cơ quan sau")
        )


def _count(change: Change, there: int, allowed: tuple[int, int], what: str) -> Iterator[Problem]:
    least, most = allowed
    if least <= there <= most:
        return
    words = {"kind": change.get_kind_display(), "what": what, "there": there, "least": least}
    sentence = (
        _("%(kind)s có %(there)d %(what)s sắp xếp, phải là đúng %(least)d; hãy sửa lại.")
        if least == most
        else _("%(kind)s có %(there)d %(what)s sắp xếp, phải có ít nhất %(least)d; hãy sửa lại.")
    )
    yield Problem(sentence % words, change.row)


def _sides(picture: Picture) -> Iterator[Problem]:
    """Whether those after are new, and whether one that ends goes on."""
    for change in picture.changes.values():
        rule = kinds.RULES[ChangeKind(change.kind)]
        for pk in picture.resulting_of.get(change.pk, ()):
            body = picture.bodies[pk]
            if rule.founds is not None and body.is_founded is not rule.founds:
                yield Problem(_founds(change, body, rule.founds), change.row)
            if body.organization_id in picture.ending:
                yield Problem(
                    _("%s vừa kết thúc vừa tiếp tục; hãy bỏ một trong hai.") % body.identifier,
                    change.row,
                )
        if rule.keeps_itself:
            yield from _keeps_itself(picture, change)


def _repeated(picture: Picture) -> Iterator[Problem]:
    """The same change is not written twice; the same offices may change in two ways."""
    first: dict[tuple[object, ...], Change] = {}
    parts: defaultdict[int, set[object]] = defaultdict(set)
    for share in picture.shares:
        parts[share.change_id].add(_part(share))
    for change in sorted(picture.changes.values(), key=lambda each: each.position):
        same = first.setdefault(_meant(picture, change, parts[change.pk]), change)
        if same is not change:
            words = {"kind": change.get_kind_display(), "first": same.position}
            yield Problem(
                _(
                    "%(kind)s này trùng với thay đổi thứ %(first)d, cùng hình thức và cùng các cơ "
                    "quan; hãy bỏ một trong hai."
                )
                % words,
                change.row,
            )


def _meant(picture: Picture, change: Change, parts: set[object]) -> tuple[object, ...]:
    """What happens to whom; where nobody ends, several changes may pass on several parts."""
    what = frozenset(() if kinds.ends_originals(change.kind) else parts)
    sides = (picture.originals_of, picture.resulting_of)
    return (change.kind, *(frozenset(side.get(change.pk, ())) for side in sides), what)


def _part(share: Share) -> tuple[object, ...]:
    return share.function_id, share.procedure_code, share.unit_id, *sorted(share.localities)


def _founds(change: Change, body: Body, founds: bool) -> str:
    words = {"kind": change.get_kind_display(), "identifier": body.identifier}
    if founds:
        return (
            _(
                "%(kind)s lập cơ quan mới, nhưng %(identifier)s đang hoạt động; hãy mô tả cơ quan "
                "mới với một mã mới."
            )
            % words
        )
    return (
        _(
            "%(kind)s không lập cơ quan mới, nhưng %(identifier)s là cơ quan mới; hãy sửa hình "
            "thức hoặc mã."
        )
        % words
    )


def _keeps_itself(picture: Picture, change: Change) -> Iterator[Problem]:
    before, after = picture.originals_of.get(change.pk, ()), picture.resulting_of.get(change.pk, ())
    for original, body in zip(before, after, strict=False):
        if not picture.is_same(original, body):
            yield Problem(_("đổi tên không đổi mã; hãy ghi cùng một mã ở hai bên."), change.row)
        elif not picture.bodies[body].full_name:
            yield Problem(
                _("đổi tên mà chưa có tên mới của %s; hãy ghi “name” ở “organizations”.")
                % picture.bodies[body].identifier,
                change.row,
            )


def _bodies(picture: Picture) -> Iterator[Problem]:
    """A new organization has a superior that lives, and one head."""
    used = {pk for pks in picture.resulting_of.values() for pk in pks}
    for body in picture.bodies.values():
        if body.is_founded and body.pk not in used:
            yield Problem(
                _(
                    "cơ quan mới %s không có trong thay đổi nào; hãy thêm vào một thay đổi hoặc "
                    "bỏ đi."
                )
                % body.identifier,
                body.row,
            )
        if body.parent_id in picture.ending:
            yield Problem(
                _("cơ quan cấp trên của %s kết thúc trong phương án này; hãy chọn cấp trên khác.")
                % body.identifier,
                body.row,
            )
        yield from _posts(body)


def _posts(body: Body) -> Iterator[Problem]:
    titles = Counter(post["title"] for post in body.posts)
    for title, count in titles.items():
        if count > 1:
            words = {"title": title, "identifier": body.identifier}
            yield Problem(
                _("chức danh “%(title)s” của %(identifier)s ghi hai lần; hãy gộp lại.") % words,
                body.row,
            )
    if sum(post["head"] for post in body.posts) > 1:
        yield Problem(
            _("%s có hơn một chức danh đứng đầu; hãy để lại một.") % body.identifier, body.row
        )


def _circles(picture: Picture) -> Iterator[Problem]:
    """No organization answers to itself through others."""
    above = conflicts.superiors_after(picture)
    for body in picture.bodies.values():
        seen, here = set(), conflicts.key_of(body)
        while here in above and here not in seen:
            seen.add(here)
            here = above[here]
        if here in seen and conflicts.key_of(body) == here:
            yield Problem(
                _("%s thành cấp trên của chính mình qua các cơ quan khác; hãy sửa “parent”.")
                % body.identifier,
                body.row,
            )


def _orphans(picture: Picture) -> Iterator[Problem]:
    """Whoever answers to one that ends without an heir, and goes on, needs another superior."""
    stay = {body.organization_id for body in picture.bodies.values()}  # said to do both: _sides
    heirless = [pk for pk in picture.ending if pk not in stay and not _has_default(picture, pk)]
    saying = {b.organization_id for b in picture.bodies.values() if b.parent_id or b.parent_body_id}
    below = Subordination.objects.on(picture.plan.day).filter(parent__in=heirless)
    left = below.exclude(child__in=list(picture.ending)).exclude(child__in=saying - {None})
    for row in left.select_related("child").order_by("child__identifier"):
        words = {"child": row.child.identifier, "parent": _named(picture, row.parent_id)}
        yield Problem(
            _(
                "%(child)s tiếp tục hoạt động mà cấp trên %(parent)s kết thúc và không có nơi kế "
                "thừa; hãy ghi “parent” mới của %(child)s ở “organizations”."
            )
            % words,
            picture.ending[row.parent_id][0].row,
        )


def _has_default(picture: Picture, original: int) -> bool:
    said = any(share.is_default for share in picture.shares_of.get(original, ()))
    return said or compiling.implied_default(picture, original) is not None


def _shares(picture: Picture) -> Iterator[Problem]:
    """Everything of an organization that ends has exactly one heir or falls to the default."""
    for original in picture.ending:
        yield from _defaults(picture, original)
    for original, shares in picture.shares_of.items():
        if original not in picture.ending:
            yield from (
                Problem(
                    _(
                        "cơ quan chuyển đi vẫn hoạt động nên không có “default”; hãy ghi rõ phần "
                        "chuyển."
                    ),
                    share.row,
                )
                for share in shares
                if share.is_default
            )
        yield from _twice(picture, original)
    yield from _transfers_nothing(picture)


def _defaults(picture: Picture, original: int) -> Iterator[Problem]:
    said = [share for share in picture.shares_of.get(original, ()) if share.is_default]
    changes = picture.originals[original]
    if len(said) > 1:
        yield Problem(
            _("%s có hơn một nơi nhận phần còn lại; hãy để “default” ở một dòng.")
            % _named(picture, original),
            said[1].row,
        )
    heirs = picture.heirs(original)
    if not said and len(heirs) > 1:
        yield Problem(
            _(
                "%s có nhiều nơi nhận mà không nơi nào nhận phần còn lại; hãy ghi “default: có” ở "
                "một dòng."
            )
            % _named(picture, original),
            changes[0].row,
        )


def _twice(picture: Picture, original: int) -> Iterator[Problem]:
    """The same function, procedure, place or hamlet is not given to two."""
    heirs: defaultdict[tuple[object, ...], set[int]] = defaultdict(set)
    rows: dict[tuple[object, ...], int | None] = {}
    for share in picture.shares_of[original]:
        if not compiling.is_narrow(share):
            continue
        for locality in share.localities or [""]:
            key = (share.function_id, share.procedure_code, share.unit_id, locality)
            heirs[key].add(share.resulting_id)
            rows[key] = share.row
    for part, those in heirs.items():
        if len(those) > 1:
            yield Problem(
                _("cùng một phần của %s giao cho hai nơi; hãy để lại một.")
                % _named(picture, original),
                rows[part],
            )


def _transfers_nothing(picture: Picture) -> Iterator[Problem]:
    for change in picture.changes.values():
        if change.kind not in (ChangeKind.TRANSFER, ChangeKind.SEPARATE):
            continue
        given = [share for share in picture.shares if share.change_id == change.pk]
        after = picture.resulting_of.get(change.pk, ())
        moves_units = any(picture.units_of.get(pk) for pk in after)
        if not given and not moves_units:
            yield Problem(
                _("%s mà chưa nói chuyển gì; hãy ghi “shares” với lĩnh vực, thủ tục hoặc địa bàn.")
                % change.get_kind_display(),
                change.row,
            )


def _portions(picture: Picture) -> Iterator[Problem]:
    """The portions of an original's people add up to one, where any is given."""
    for original, shares in picture.shares_of.items():
        said = [share for share in shares if share.portion is not None]
        total = sum((share.portion or Decimal(0) for share in said), Decimal(0))
        if said and original in picture.ending and total != 1:
            words = {"name": _named(picture, original), "total": f"{total.normalize():f}"}
            yield Problem(
                _("các tỷ lệ của %(name)s cộng lại là %(total)s, phải là 1; hãy sửa “portion”.")
                % words,
                said[-1].row,
            )
        if said and original not in picture.ending and total > 1:
            words = {"name": _named(picture, original), "total": f"{total.normalize():f}"}
            yield Problem(
                _("các tỷ lệ của %(name)s cộng lại là %(total)s, nhiều hơn 1; hãy sửa “portion”.")
                % words,
                said[-1].row,
            )


def _named(picture: Picture, original: int) -> str:
    return names([picture.organizations[original]])
