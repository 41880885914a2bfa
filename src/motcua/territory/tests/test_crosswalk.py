"""Do the files say what is known of the change from elsewhere?"""

from collections import Counter

from motcua.territory.tiers import Tier

QUANG_NINH = """
06652 phường Hà Tu; 06658 phường Cao Xanh; 06661 phường Việt Hưng; 06673 phường Bãi Cháy;
06676 phường Hà Lầm; 06685 phường Hồng Gai; 06688 phường Hạ Long; 06706 phường Tuần Châu;
06709 phường Móng Cái 2; 06712 phường Móng Cái 1; 06724 xã Hải Sơn; 06733 xã Hải Ninh;
06736 phường Móng Cái 3; 06757 xã Vĩnh Thực; 06760 phường Mông Dương; 06778 phường Quang Hanh;
06781 phường Cửa Ông; 06793 phường Cẩm Phả; 06799 xã Hải Hòa; 06811 phường Uông Bí;
06820 phường Vàng Danh; 06832 phường Yên Tử; 06838 xã Bình Liêu; 06841 xã Hoành Mô;
06856 xã Lục Hồn; 06862 xã Tiên Yên; 06874 xã Điền Xá; 06877 xã Đông Ngũ; 06886 xã Hải Lạng;
06895 xã Đầm Hà; 06913 xã Quảng Tân; 06922 xã Quảng Hà; 06931 xã Quảng Đức; 06946 xã Đường Hoa;
06967 xã Cái Chiên; 06970 xã Ba Chẽ; 06979 xã Kỳ Thượng; 06985 xã Lương Minh;
06994 đặc khu Vân Đồn; 07030 phường Hoành Bồ; 07054 xã Quảng La; 07060 xã Thống Nhất;
07069 phường Mạo Khê; 07081 phường Bình Khê; 07090 phường An Sinh; 07093 phường Đông Triều;
07114 phường Hoàng Quế; 07132 phường Quảng Yên; 07135 phường Đông Mai; 07147 phường Hiệp Hòa;
07168 phường Hà An; 07180 phường Liên Hòa; 07183 phường Phong Cốc; 07192 đặc khu Cô Tô
"""
"""From another source than the files: vietnam-provinces 2026.9.0, by the list of QĐ 19/2025."""

DIVIDED = {
    "Hà Khẩu",
    "Hải Hòa",
    "Trưng Vương",
    "Vô Ngại",
    "Đại Dực",
    "Đông Ngũ",
    "Yên Than",
    "Hải Lạng",
    "Quảng Long",
    "Đồng Lâm",
    "Đức Chính",
    "Liên Hòa",
}
NEVER_MERGED = {"01", "04", "11", "12", "14", "20", "22", "38", "40", "42", "46"}
"""The eleven provinces that NQ 202/2025/QH15 left as they were."""


def communes(files_of_quang_ninh, when):
    places = getattr(files_of_quang_ninh, when).values()
    return [place for place in places if place.tier is Tier.COMMUNE]


def test_the_country_is_counted_as_the_law_counts_it(files):
    before = Counter(place.tier for place in files.before.values())
    after = Counter(place.tier for place in files.after.values())

    assert before == {Tier.PROVINCE: 63, Tier.DISTRICT: 696, Tier.COMMUNE: 10_035}
    assert after == {Tier.PROVINCE: 34, Tier.COMMUNE: 3_321}
    assert len(files.commune_pairs) == 10_602


def test_wards_communes_and_special_zones_are_counted_as_of_2025(files):
    kinds = Counter(p.kind for p in files.after.values() if p.tier is Tier.COMMUNE)

    assert kinds == {"phường": 687, "xã": 2_621, "đặc khu": 13}


def test_quang_ninh_has_the_54_units_of_the_official_list(files_of_quang_ninh):
    found = {(p.code, p.kind, p.name) for p in communes(files_of_quang_ninh, "after")}

    listed = [" ".join(line.split()) for line in QUANG_NINH.split(";")]
    official = {(line[:5], line[6:]) for line in listed}
    assert {(code, f"{kind} {name}") for code, kind, name in found} == official
    assert Counter(kind for _, kind, _ in found) == {"phường": 30, "xã": 22, "đặc khu": 2}


def test_quang_ninh_had_171_communes_in_13_districts(files_of_quang_ninh):
    tiers = Counter(place.tier for place in files_of_quang_ninh.before.values())

    assert tiers == {Tier.PROVINCE: 1, Tier.DISTRICT: 13, Tier.COMMUNE: 171}


def test_twelve_communes_of_quang_ninh_were_divided(files_of_quang_ninh):
    divided = {
        place.name
        for place in communes(files_of_quang_ninh, "before")
        if place.code in files_of_quang_ninh.divided
    }

    assert divided == DIVIDED


def test_only_provinces_that_nothing_was_merged_into_continue(files):
    assert {code for code in files.unchanged if len(code) == 2} == NEVER_MERGED


def test_a_commune_continues_only_alone_and_under_its_code(files):
    heirs, sources = Counter(), Counter()
    for old, new in files.commune_pairs:
        heirs[old] += 1
        sources[new] += len(old) == 5

    for code in (code for code in files.unchanged if len(code) == 5):
        assert (code, code) in files.pairs
        assert heirs[code] == sources[code] == 1


def test_no_district_continues(files):
    assert not [code for code in files.unchanged if len(code) == 3]


def test_every_old_unit_has_an_heir_and_every_new_one_a_source(files):
    assert {old for old, _new in files.pairs} == files.before.keys()
    assert {new for _old, new in files.pairs} == files.after.keys()


def test_every_unit_but_a_province_lies_in_a_unit_of_its_time(files):
    for places in (files.before, files.after):
        assert all(p.within in places for p in places.values() if p.tier is not Tier.PROVINCE)
