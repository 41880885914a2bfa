"""Whose request is it?"""

import pytest

from motcua.operations.networks import UNKNOWN, network_of


@pytest.mark.parametrize(
    ("peer", "forwarded_for", "proxies", "network"),
    [
        ("203.0.113.7", "", 0, "203.0.113.7"),
        ("203.0.113.7", "192.0.2.1", 0, "203.0.113.7"),  # nobody in front: not believed
        ("10.0.0.1", "192.0.2.1", 1, "192.0.2.1"),
        ("10.0.0.1", "6.6.6.6, 192.0.2.1", 1, "192.0.2.1"),  # the client's own line is not
        ("10.0.0.1", "6.6.6.6, 192.0.2.1, 10.0.0.2", 2, "192.0.2.1"),
        ("10.0.0.1", "192.0.2.1", 2, "10.0.0.1"),  # fewer lines than proxies: the peer
        ("2001:db8:1:2:3:4:5:6", "", 0, "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "", 0, "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "", 0, "203.0.113.7"),
        ("[2001:db8::1]", "", 0, "2001:db8::/64"),
        ("", "", 0, UNKNOWN),
        ("unix:/run/x", "", 0, UNKNOWN),
        ("10.0.0.1", "<script>", 1, UNKNOWN),
    ],
)
def test_the_network_behind_a_request(peer, forwarded_for, proxies, network):
    assert network_of(peer, forwarded_for, proxies) == network
