"""Which organization does an address mean?"""

import pytest

from motcua.organizations.addresses import canonical


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("H49.61", "H49.61"),
        ("h49.61", "H49.61"),
        ("H49.61..", "H49.61"),
        (" H49 . 61 ", "H49.61"),
        # TT 10/2016: from the bottom up, empty levels as zeros (domain.md §2.1)
        ("000.00.00.H49", "H49"),
        ("000.00.61.H49", "H49.61"),
        ("003.12.61.h49", "H49.61.12.003"),
        ("H49.000", "H49.000"),
        ("khong-phai", ""),
        ("H4", ""),
        ("Z49", ""),
        ("H49" + ".1" * 20, ""),
        ("", ""),
    ],
)
def test_identifiers_are_read_as_they_are_written(written, meant):
    assert canonical(written) == meant
