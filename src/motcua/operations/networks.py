"""From which network does a request come, as far as we may believe it?"""

from collections.abc import Mapping
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

from django.conf import settings

SUBSCRIBER = 64
"""An IPv6 subscriber has a whole /64 to choose addresses from (RFC 6177), so it counts as one."""
UNKNOWN = "unknown"
"""All requests without a readable address count together."""


def network(meta: Mapping[str, Any]) -> str:
    """The network of a request with ``meta`` (``request.META``), behind our own proxies."""
    peer, forwarded = meta.get("REMOTE_ADDR", ""), meta.get("HTTP_X_FORWARDED_FOR", "")
    return network_of(peer, forwarded, settings.TRUSTED_PROXY_COUNT)


def network_of(peer: str, forwarded_for: str, proxies: int) -> str:
    """The client's network: an IPv4 address, or the /64 of an IPv6 address.

    ``forwarded_for`` (X-Forwarded-For) is believed only as far as ``proxies`` of ours wrote it:
    anyone can send the header, and what they write stands left of what our proxies add.
    """
    address = _address(_client(peer, forwarded_for, proxies))
    if address is None:
        return UNKNOWN
    if isinstance(address, IPv6Address):
        return str(ip_network((address, SUBSCRIBER), strict=False))
    return str(address)


def _client(peer: str, forwarded_for: str, proxies: int) -> str:
    hops = [hop.strip() for hop in forwarded_for.split(",") if hop.strip()]
    return hops[-proxies] if 0 < proxies <= len(hops) else peer


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text.strip("[]").partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
