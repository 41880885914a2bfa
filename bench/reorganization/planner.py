"""Who plans for the country, in a post of the committee of H01, which goes on."""

from datetime import date

from motcua.accounts.models import Person
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, Organization, Post
from motcua.periods.models import since
from motcua.reorganization.models import PlanningPost

ALWAYS = since(date(2020, 1, 1))
NAME = "bench-planner"


def found() -> Acting:
    """The planner, seated where there is none yet."""
    seat = Appointment.objects.filter(person__username=NAME).select_related("person", "post")
    if held := seat.first():
        return Acting(held.person, held.post)
    person = Person.objects.create(username=NAME, full_name="Người lập phương án", is_demo=True)
    post = Post.objects.create(
        organization=Organization.objects.get(identifier="H01"),
        title="Đầu mối sắp xếp",
        valid_during=ALWAYS,
    )
    held = Appointment.objects.create(
        person=person, post=post, seat=1, decision="Đo", valid_during=ALWAYS
    )
    PlanningPost.objects.create(post=post, valid_during=ALWAYS)
    return Acting(held.person, held.post)
