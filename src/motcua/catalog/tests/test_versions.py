from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.catalog import exceptions
from motcua.catalog.models import (
    Case,
    Channel,
    Component,
    LegalBasis,
    Procedure,
    ProcedureVersion,
    ResultType,
)
from motcua.periods.models import since
from motcua.worktime.limits import Limit, Unit

DAY = date(2026, 11, 23)


def refused_by_the_database(change):
    with pytest.raises(IntegrityError), transaction.atomic():
        change()
    return True


def test_a_draft_may_be_edited(draft):
    draft.name = "Đăng ký khai sinh cho trẻ"

    draft.save()

    assert ProcedureVersion.objects.get().name == "Đăng ký khai sinh cho trẻ"


def test_a_draft_is_not_offered(draft):
    assert not Procedure.objects.offered_on(DAY).exists()
    assert draft.procedure.version_on(DAY) is None


def test_a_published_version_is_in_force_in_somebodys_name(published, machine):
    assert published.procedure.version_on(DAY) == published
    assert list(Procedure.objects.offered_on(DAY)) == [published.procedure]
    assert published.published_by == machine.person
    assert published.is_published


def test_a_published_version_cannot_be_saved(published):
    published.name = "Khác"

    with pytest.raises(exceptions.VersionPublished):
        published.save()


def test_nothing_is_published_twice(published, machine):
    with pytest.raises(exceptions.VersionPublished):
        published.publish(by=machine)


def test_the_database_refuses_to_change_a_published_version(published):
    rows = ProcedureVersion.objects.filter(pk=published.pk)

    assert refused_by_the_database(lambda: rows.update(name="Khác"))
    assert refused_by_the_database(lambda: rows.update(form={}))
    assert refused_by_the_database(lambda: rows.update(published_at=None))
    assert refused_by_the_database(lambda: rows.update(valid_during=since(date(2020, 1, 1))))
    assert refused_by_the_database(rows.delete)


@pytest.mark.parametrize("part", [Channel, LegalBasis, ResultType, Case, Component])
def test_the_database_refuses_to_change_a_part_of_a_published_version(published, part):
    row = part.objects.get()

    assert refused_by_the_database(lambda: part.objects.update(position=9))
    assert refused_by_the_database(lambda: part.objects.filter(pk=row.pk).delete())
    row.pk, row.position = None, 9
    assert refused_by_the_database(row.save)


def test_no_part_moves_into_a_published_version(published, make_draft):
    draft = make_draft(number=2)

    assert refused_by_the_database(lambda: draft.channels.update(version=published, position=5))


def test_the_next_version_ends_the_one_before(published, make_draft, machine):
    following = make_draft(number=2, first=date(2026, 9, 1))

    following.publish(by=machine)

    assert published.procedure.version_on(date(2026, 8, 31)) == published
    assert published.procedure.version_on(date(2026, 9, 1)) == following


def test_a_version_may_be_replaced_on_its_first_day(published, make_draft, machine):
    corrected = make_draft(number=2, first=date(2026, 1, 1))

    corrected.publish(by=machine)

    assert published.procedure.version_on(date(2026, 1, 1)) == corrected
    ended = ProcedureVersion.objects.get(pk=published.pk)
    assert not ended.holds_on(DAY)
    assert ended.first_day is None


def test_two_versions_cannot_be_in_force_on_one_day(published, make_draft):
    second = make_draft(number=2, first=date(2026, 3, 1))
    rows = ProcedureVersion.objects.filter(pk=second.pk)

    assert refused_by_the_database(lambda: rows.update(published_at="2026-03-01T00:00:00Z"))


def test_an_ended_version_is_not_reopened(published, make_draft, machine):
    make_draft(number=2, first=date(2026, 9, 1)).publish(by=machine)
    rows = ProcedureVersion.objects.filter(pk=published.pk)

    assert refused_by_the_database(lambda: rows.update(valid_during=since(date(2026, 1, 1))))


def test_a_partly_online_version_gives_its_reason(make_draft):
    assert refused_by_the_database(lambda: make_draft(online_level="partial"))


def test_a_code_has_eight_characters(procedure):
    rows = Procedure.objects.all()

    assert refused_by_the_database(lambda: rows.update(code="1.00119"))


def test_a_channel_that_the_record_does_not_name_stands_for_all(draft):
    draft.channels.update(kind=Channel.Kind.UNSPECIFIED)

    assert draft.channel(Channel.Kind.DIRECT).kind == Channel.Kind.UNSPECIFIED
    assert draft.takes_online


def test_a_version_with_other_channels_only_takes_nothing_online(draft):
    draft.channels.update(kind=Channel.Kind.POST)

    assert draft.channel(Channel.Kind.DIRECT) is None
    assert not draft.takes_online


def test_a_number_without_a_unit_is_no_limit_that_a_machine_reads():
    bare = Channel(limit_value=3, limit_note="Bản ghi chỉ viết “3”")

    assert bare.limit == Limit(3, None, "Bản ghi chỉ viết “3”")
    assert not bare.limit.is_machine_readable
    assert Channel(limit_value=5, limit_unit="working_day").limit.unit is Unit.WORKING_DAY


def test_a_version_knows_which_legal_parts_are_missing(draft):
    missing = draft.missing_parts()

    assert "Trình tự thực hiện" in missing
    assert "Thành phần hồ sơ" not in missing
    assert "Yêu cầu, điều kiện" in missing


def test_what_the_source_says_to_be_none_is_not_missing(make_draft):
    draft = make_draft(states_none=["conditions", "fees", "forms"])

    assert "Yêu cầu, điều kiện" not in draft.missing_parts()
    assert "Phí, lệ phí" not in draft.missing_parts()
