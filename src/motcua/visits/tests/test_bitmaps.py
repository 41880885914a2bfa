"""How wrong is the estimate?"""

from hashlib import blake2b

import pytest

from motcua.visits.bitmaps import BITS, BYTES, Bitmap, estimate


def filled(readers: int, salt: int) -> Bitmap:
    bitmap, key = Bitmap(), salt.to_bytes(8)
    for number in range(readers):
        bitmap.mark(int.from_bytes(blake2b(number.to_bytes(4), key=key, digest_size=8).digest()))
    return bitmap


@pytest.mark.parametrize("salt", range(3))
@pytest.mark.parametrize("readers", [1_000, 5_000, 20_000, 50_000])
def test_up_to_50_000_readers_the_estimate_is_off_by_at_most_2_5_percent(readers, salt):
    estimated = estimate(filled(readers, salt).ones)

    assert abs(estimated - readers) <= 0.025 * readers


@pytest.mark.parametrize("readers", range(0, 60, 7))
def test_a_few_readers_are_counted_nearly_exactly(readers):
    assert abs(estimate(filled(readers, salt=7).ones) - readers) <= 1


def test_whoever_comes_again_is_not_counted_again():
    bitmap = Bitmap()

    assert bitmap.mark(12_345)
    assert not bitmap.mark(12_345)
    assert bitmap.ones == 1


def test_every_bit_can_be_reached_and_a_full_bitmap_still_has_an_estimate():
    bitmap = Bitmap()
    for hashed in range(BITS):
        bitmap.mark(hashed)

    assert bitmap.ones == BITS
    assert len(bitmap.bits) == BYTES
    assert estimate(bitmap.ones) > 150_000
