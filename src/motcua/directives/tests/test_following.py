"""Does the duty to follow pass to the heir's post on the day, and back to the letter?"""

from datetime import timedelta

from motcua.directives import following
from motcua.directives.models import FollowingPost
from motcua.organizations.tests.reorganizing import everything, ledger, moving
from motcua.periods.clock import today

DAY = timedelta(days=5)


def test_the_follower_of_who_ends_follows_for_the_heir(offices, people):
    day, row = today() + DAY, FollowingPost.objects.get()
    before, notes = everything(FollowingPost), ledger()

    following.pass_on(
        moving([row], offices.giver, offices.other, people.giver.post), day=day, ledger=notes
    )

    assert FollowingPost.objects.on(day).get().organization == offices.other
    assert FollowingPost.objects.on(day - timedelta(days=1)).get().organization == offices.giver
    following.take_back(notes)
    assert everything(FollowingPost) == before


def test_the_heir_of_the_following_post_follows_for_who_goes_on(offices, people):
    day, row = today() + DAY, FollowingPost.objects.get()
    assert list(following.held_at([], [people.giver.post], day)) == [row]

    following.pass_on(
        moving([row], offices.giver, offices.giver, people.stranger.post),
        day=day,
        ledger=ledger(),
    )

    there = FollowingPost.objects.on(day).get()
    assert (there.organization, there.post) == (offices.giver, people.stranger.post)
