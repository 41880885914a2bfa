"""Where may a sign-in lead afterwards? To a page of ours, never to another host."""

from django.utils.http import url_has_allowed_host_and_scheme


def is_ours(address: str) -> bool:
    """Whether ``address`` is a path of this portal, e.g. ``/tai-khoan/?a=b``."""
    return address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)


def ours_or(address: str | None, otherwise: str) -> str:
    """``address`` where it is ours, else ``otherwise``."""
    return address if address and is_ours(address) else otherwise
