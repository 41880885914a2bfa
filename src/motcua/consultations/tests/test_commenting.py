"""What becomes of what somebody says, and who may read it?"""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from motcua.accounts.fields import seal_again
from motcua.consultations import actions, exceptions, moderation
from motcua.consultations.models import Comment
from motcua.consultations.workflow import Stance, WhyNot
from motcua.dossiers.tests.factories import at, pdf

from .stories import article, commented

PHONE = "0912 345 678"


def test_somebody_without_an_account_comments_on_one_article(is_open):
    comment = commented(is_open, article=article(is_open, 2), stance=Stance.DISAGREE)

    assert comment.is_new
    assert comment.person is None
    assert comment.article.number == "Điều 2"
    assert comment.code.startswith("GY-")


def test_a_double_click_makes_one_comment(is_open):
    key = uuid.uuid4()

    first, second = (commented(is_open, form_key=key) for _ in range(2))

    assert first == second
    assert Comment.objects.count() == 1


def test_after_the_last_day_nothing_is_taken(is_open, noon):
    noon.move_to(at("2026-11-23 00:00"), tick=False)

    with pytest.raises(exceptions.NotOpen):
        commented(is_open)


def test_the_database_takes_nothing_after_the_last_day(is_open):
    with pytest.raises(IntegrityError, match="nothing is taken on"), transaction.atomic():
        Comment.objects.create(
            code="GY-X",
            consultation=is_open,
            stance=Stance.AGREE,
            received_at=timezone.now() + timedelta(days=21),
        )


def test_a_canceled_one_takes_nothing(is_canceled):
    with pytest.raises(exceptions.NotOpen):
        commented(is_canceled)


def test_what_was_written_is_sealed(is_open):
    commented(is_open, f"Gọi tôi: {PHONE}", name="Lê Văn Mẫu", email="mau@example.vn")

    with connection.cursor() as cursor:
        cursor.execute("SELECT c::text FROM consultations_comment c")
        stored = cursor.fetchone()[0]

    assert "Mẫu" not in stored
    assert PHONE not in stored


def test_it_is_sealed_anew_when_the_key_changes(is_open, settings):
    comment = commented(is_open, name="Lê Văn Mẫu")
    settings.PERSONAL_DATA_RETIRED_KEYS = [settings.PERSONAL_DATA_KEY]
    settings.PERSONAL_DATA_KEY = "another-" + "2" * 40

    assert actions.seal_comments_again() == 1
    assert seal_again(Comment.objects.all(), "said") == 0
    assert Comment.objects.get(pk=comment.pk).name == "Lê Văn Mẫu"


def test_personal_things_are_masked_in_the_suggestion(is_open):
    comment = commented(is_open, f"Tôi là Lê Văn Mẫu, {PHONE}: đồng ý.", name="Lê Văn Mẫu")

    said = moderation.suggested(comment)

    assert PHONE not in said
    assert "Mẫu" not in said
    assert any(piece.kind for piece in moderation.marked(comment))


def test_who_wants_no_name_has_none(is_open):
    hidden = commented(is_open, name="Lê Văn Mẫu", represents="Hội Nông dân phường")
    named = commented(is_open, name="Lê Văn Mẫu", shows_name=True)

    assert moderation.suggested_name(hidden) == "Hội Nông dân phường"
    assert moderation.suggested_name(named) == "Lê Văn Mẫu"


def test_a_moderator_shows_it(is_open, people):
    comment = commented(is_open)

    event = comment.show(by=people.drafter, text="Nên thêm hợp tác xã.")

    assert Comment.objects.shown().get().public_text == "Nên thêm hợp tác xã."
    assert event.person == people.drafter.person


def test_a_number_does_not_become_public(is_open, people):
    comment = commented(is_open, f"Gọi {PHONE}")

    with pytest.raises(exceptions.StillPersonal):
        comment.show(by=people.drafter, text=f"Gọi {PHONE}")
    with pytest.raises(exceptions.PublicTextMissing):
        comment.show(by=people.drafter, text=" ")

    assert not Comment.objects.shown().exists()


def test_a_moderator_withholds_it_and_says_why(is_open, people):
    comment = commented(is_open)

    event = comment.withhold(by=people.drafter, why=WhyNot.ABUSE, note="Xúc phạm.")

    assert (event.why_not, event.note) == ("abuse", "Xúc phạm.")
    assert Comment.objects.unanswered().count() == 1  # the office still answers it


def test_of_two_moderators_the_second_is_told(is_open, people):
    comment = commented(is_open)
    same = Comment.objects.get(pk=comment.pk)
    comment.withhold(by=people.drafter, why=WhyNot.ABUSE)

    with pytest.raises(exceptions.TooLate):
        same.show(by=people.second, text="Vẫn đọc được.")

    assert not Comment.objects.shown().exists()


def test_a_moderator_may_think_again(is_open, people):
    comment = commented(is_open)
    comment.withhold(by=people.drafter, why=WhyNot.ABUSE)

    comment.show(by=people.second, text="Đã che lời xúc phạm.")

    assert comment.is_shown
    assert comment.events.count() == 2


def test_nobody_moderates_their_own(is_open, people):
    comment = commented(is_open, person=people.drafter.person)

    assert not Comment.objects.handled_by(people.drafter).exists()
    assert Comment.objects.handled_by(people.second).get() == comment
    with pytest.raises(exceptions.NotYourMove):
        comment.show(by=people.drafter, text="Hay quá.")


def test_another_office_sees_no_comment(is_open, people):
    comment = commented(is_open)

    assert not Comment.objects.handled_by(people.stranger).exists()
    with pytest.raises(exceptions.NotYourMove):
        comment.show(by=people.stranger, text="x")


def test_a_comment_is_never_removed(is_open):
    commented(is_open)

    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.all().delete()


def test_a_signed_in_writer_attaches_a_file(is_open, people):
    comment = commented(is_open, person=people.citizen, file=(pdf(), "ý kiến.pdf"))

    assert comment.file_name == "ý kiến.pdf"
