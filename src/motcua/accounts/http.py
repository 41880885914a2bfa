"""Who is at the counter, in the type of the request."""

from django.http import HttpRequest

from motcua.accounts.models import Person


class SignedIn(HttpRequest):
    """A request of a person who has signed in, by either door."""

    user: Person
