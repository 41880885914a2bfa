"""Does a sealed number open only where and for whom it should?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.accounts import sealing
from motcua.accounts.exceptions import SealBroken


@given(st.text(), st.text())
def test_what_was_sealed_opens_again(text, bound_to):
    assert sealing.unseal(sealing.seal(text, bound_to=bound_to), bound_to=bound_to) == text


def test_the_same_text_is_sealed_differently_every_time():
    assert sealing.seal("022188001234") != sealing.seal("022188001234")


def test_it_does_not_open_in_another_row():
    sealed = sealing.seal("022188001234", bound_to="row 1")

    with pytest.raises(SealBroken):
        sealing.unseal(sealed, bound_to="row 2")


@pytest.mark.parametrize("position", [0, 4, 16, -1])
def test_a_changed_byte_is_noticed(position):
    sealed = bytearray(sealing.seal("022188001234"))
    sealed[position] ^= 1

    with pytest.raises(SealBroken):
        sealing.unseal(bytes(sealed))


@pytest.mark.parametrize("rubbish", [b"", b"1234", b"12345678901234567", bytes(40)])
def test_rubbish_does_not_open(rubbish):
    with pytest.raises(SealBroken):
        sealing.unseal(rubbish)


def test_a_retired_key_still_opens(settings):
    sealed = sealing.seal("022188001234")
    settings.PERSONAL_DATA_RETIRED_KEYS = [settings.PERSONAL_DATA_KEY]
    settings.PERSONAL_DATA_KEY = "another-key"

    assert sealing.unseal(sealed) == "022188001234"
    assert not sealing.is_sealed_with_todays_key(sealed)


def test_a_forgotten_key_opens_nothing(settings):
    sealed = sealing.seal("022188001234")
    settings.PERSONAL_DATA_KEY = "another-key"

    with pytest.raises(SealBroken):
        sealing.unseal(sealed)


def test_a_keyed_hash_is_equal_for_equal_parts_only():
    assert sealing.keyed_hash("a", "b") == sealing.keyed_hash("a", "b")
    assert sealing.keyed_hash("a", "b") != sealing.keyed_hash("ab", "")
    assert sealing.keyed_hash("a", "b") != sealing.keyed_hash("b", "a")
    assert len(sealing.keyed_hash("a")) == 64


def test_a_keyed_hash_outlives_the_sealing_key_and_depends_on_its_own(settings):
    before = sealing.keyed_hash("personal number", "022188001234")

    settings.PERSONAL_DATA_KEY = "another-key"
    assert sealing.keyed_hash("personal number", "022188001234") == before

    settings.PERSONAL_DATA_LOOKUP_KEY = "another-key"
    assert sealing.keyed_hash("personal number", "022188001234") != before


def test_sealing_and_hashing_use_different_keys(settings):
    settings.PERSONAL_DATA_LOOKUP_KEY = settings.PERSONAL_DATA_KEY

    sealing_key = sealing._derived(settings.PERSONAL_DATA_KEY, "motcua sealing")
    hashing_key = sealing._derived(settings.PERSONAL_DATA_KEY, "motcua keyed hash")

    assert sealing_key != hashing_key
