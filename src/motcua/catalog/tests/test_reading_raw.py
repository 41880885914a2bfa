"""What a raw record says, put where a citizen looks for it: papers, conditions, notes, steps."""

import itertools
import json
import random
import re

import pytest
from django.core.management import call_command

from motcua.catalog import known, outlines
from motcua.catalog.importing import cases, papers, steps, translating
from motcua.catalog.importing.conditions import Named, apart
from motcua.catalog.importing.remarks import Remarks
from motcua.catalog.models import ProcedureVersion
from motcua.catalog.templatetags.catalog import counts_itself, outlined
from motcua.catalog.tests.raw import raw

TABLE = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"


def read(glued):
    remarks = Remarks()
    found, notes = papers.read(glued, remarks.on("field"))
    told = [paper for case in found for paper in case["components"]]
    return told, notes, [remark.why for remark in remarks]


# --- Sentences among the papers -------------------------------------------------------------------

SENTENCES = [
    "Trường hợp không khai thác được thông tin thì cơ quan yêu cầu xuất trình bản chính.",
    "Trường hợp gửi qua bưu chính thì phải gửi kèm theo bản sao các giấy tờ nêu trên.",
    "Người tiếp nhận có trách nhiệm kiểm tra, đối chiếu với thông tin trong tờ khai.",
    "Người có yêu cầu thực hiện việc nộp/xuất trình các giấy tờ sau:",
    "Trường hợp quy định tại điểm a khoản 4 Điều 20, hồ sơ gồm:",
    "Giấy tờ do cơ quan nước ngoài cấp phải được hợp pháp hóa lãnh sự.",
    "Bản chụp các giấy tờ gửi kèm phải bảo đảm rõ nét, đầy đủ.",
    "Không yêu cầu xuất trình giấy tờ đã có trong cơ sở dữ liệu.",
    "Cá nhân có quyền lựa chọn nơi nộp.",
    "* Giấy tờ phải gửi kèm:",
    "Lưu ý: Mang theo điện thoại để nhận tin nhắn.",
]
PAPERS = [
    "Tờ khai theo mẫu",
    "Hộ chiếu",
    "Hộ khẩu của người đứng tên",
    "Hồ sơ thiết kế được phê duyệt",
    "Giấy tờ chứng minh nơi cư trú",
    "Đối với Quân đội nhân dân: Giấy giới thiệu được cấp từ trung đoàn",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("none", ["0 bản chính", "0 bản chính, 0 bản sao", "0 bản sao"])
def test_a_sentence_without_copies_is_a_note(sentence, none):
    found, notes, _whys = read(f"{TABLE}{sentence}{none}Đơn1 bản chính")
    assert [paper["name"] for paper in found] == ["Đơn"]
    assert [word for note in notes for word in note.split()][-3:] == sentence.split()[-3:]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_without_copies_stays_one_and_is_told(paper):
    found, notes, whys = read(f"{TABLE}{paper}0 bản chính")
    assert (len(found), notes, whys) == (1, [], [papers.MAYBE])


def test_an_instruction_with_copies_stays_a_paper_and_is_told():
    found, _notes, whys = read(
        f"{TABLE}Người nộp chịu trách nhiệm về lời khai.0 bản chính,1 bản sao"
    )
    assert (len(found), whys) == (1, [papers.COUNTED])


def test_a_sentence_stands_by_the_only_paper_that_it_names():
    found, notes, _whys = read(
        f"* Giấy tờ phải xuất trình:{TABLE}"
        "- Hộ chiếu hoặc giấy tờ khác (sau đây gọi tắt là giấy tờ tùy thân)1 bản chính"
        "Trường hợp giấy tờ tùy thân là thẻ thì chỉ cần đọc số.0 bản chính"
        "Trường hợp đã có trong dữ liệu thì không phải nộp.0 bản chính"
        f"* Giấy tờ phải nộp:{TABLE}Đơn1 bản chính"
    )
    assert found[0]["note"] == "Trường hợp giấy tờ tùy thân là thẻ thì chỉ cần đọc số."
    assert notes == [
        "Giấy tờ phải xuất trình: Trường hợp đã có trong dữ liệu thì không phải nộp.",
    ]


def test_a_sentence_that_may_mean_two_papers_stands_by_none():
    found, notes, _whys = read(
        f"{TABLE}Giấy chứng sinh của con1 bản chínhGiấy chứng sinh của con, bản dịch1 bản chính"
        "Trường hợp mất giấy chứng sinh của con thì phải xin lại.0 bản chính"
    )
    assert [paper.get("note") for paper in found] == [None, None]
    assert len(notes) == 1


def test_a_heading_of_unknown_papers_is_a_note_and_told():
    _found, notes, whys = read(f"{TABLE}Trường hợp tu hành, hồ sơ gồm:0 bản chínhĐơn1 bản chính")
    assert notes == ["Trường hợp tu hành, hồ sơ gồm:"]
    assert whys == [cases.NO_ORDER]


def test_a_case_of_which_only_sentences_are_told_is_named_in_the_notes():
    found, notes, _whys = read(f"Trường hợp ủy quyền:{TABLE}Người nộp phải có mặt.0 bản chính")
    assert (found, notes) == ([], ["Trường hợp ủy quyền: Người nộp phải có mặt."])


def test_remarks_in_one_row_come_apart():
    _found, notes, _whys = read(
        f"{TABLE}Lưu ý: - Không nộp bản gốc. - Nộp trước 15 giờ.0 bản chính"
    )
    assert notes == ["Không nộp bản gốc.", "Nộp trước 15 giờ."]


def test_what_is_told_as_a_remark_keeps_its_condition():
    glued = f"Lưu ý:{TABLE}Trường hợp gửi thư thì phải nộp bản sao.0 bản chính"
    assert read(glued)[1] == ["Trường hợp gửi thư thì phải nộp bản sao."]


def test_a_heading_with_a_letter_behind_a_count_begins_a_case():
    found, _notes = papers.read(
        f"a) Với hộ gia đình:{TABLE}Đơn1 bản chính,1 bản saob) Với tổ chức:{TABLE}Đơn1 bản chính",
        Remarks().on("field"),
    )
    assert [case["name"] for case in found] == ["a) Với hộ gia đình", "b) Với tổ chức"]


def test_rows_of_a_list_may_be_sentences_as_well():
    rows = [{"ten": "Người nộp phải có mặt.", "ban_chinh": 0}, {"ten": "Đơn", "ban_chinh": 1}]
    found, notes, _whys = read(rows)
    assert ([paper["name"] for paper in found], notes) == (["Đơn"], ["Người nộp phải có mặt."])


# --- Conditions -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "Tờ khai theo mẫu. Hai bên khai chung (nếu chọn nộp theo hình thức trực tiếp)",
            Named(
                "Tờ khai theo mẫu", "Nếu chọn nộp theo hình thức trực tiếp", "Hai bên khai chung"
            ),
        ),
        (
            "Mẫu điện tử (do người yêu cầu điền, nếu nộp theo hình thức trực tuyến)",
            Named("Mẫu điện tử (do người yêu cầu điền)", "Nếu nộp theo hình thức trực tuyến"),
        ),
        (
            "Văn bản ủy quyền trong trường hợp nhờ người khác. Người nhà thì không phải chứng thực",
            Named(
                "Văn bản ủy quyền",
                "Trong trường hợp nhờ người khác",
                "Người nhà thì không phải chứng thực",
            ),
        ),
        (
            "Giấy phép đối với trường hợp kinh doanh có điều kiện",
            Named("Giấy phép", "Đối với trường hợp kinh doanh có điều kiện"),
        ),
        (
            "Đối với Công an: Giấy giới thiệu",
            Named("Giấy giới thiệu", "Đối với Công an"),
        ),
        (
            "(i) Trường hợp mang thai hộ phải có văn bản của cơ sở y tế",
            Named("Văn bản của cơ sở y tế", "(i) Trường hợp mang thai hộ"),
        ),
        ("Mảnh trích đo (nếu có)", Named("Mảnh trích đo", "Nếu có")),
        (
            "Tờ khai (Dùng cho cá nhân), Mẫu số 01/2025/LLTP",
            Named("Tờ khai, Mẫu số 01/2025/LLTP", "Dùng cho cá nhân"),
        ),
    ],
)
def test_a_condition_is_taken_out_of_the_name(name, told):
    assert apart(name) == told


@pytest.mark.parametrize(
    "name",
    [
        "Đơn, sơ đồ (nếu có)",
        "Giấy A; báo cáo thẩm tra (trường hợp pháp luật có quy định)",
        "Giấy A hoặc giấy B đối với trường hợp C",
        "Đơn trong trường hợp A hoặc tờ khai trong trường hợp B",
        "Giấy C, trừ trường hợp D",
        "Bản sao thẻ (Xuất trình bản chính. Trường hợp không có thì chứng thực)",
        "Một trong các giấy tờ sau: + Giấy A. + Giấy B. Trường hợp C thì nộp D",
        "Giấy chứng sinh; trường hợp không có thì nộp văn bản của người làm chứng",
        "Giấy giới thiệu của TP. Hà Nội",
    ],
)
def test_a_name_in_doubt_stays_whole(name):
    assert apart(name) == Named(name)


# --- Steps ----------------------------------------------------------------------------------------


def test_lines_stand_under_their_step_and_keep_the_marks_that_others_name():
    told, notes = steps.read(
        "- Nộp hồ sơ.\n- Cán bộ kiểm tra.\n(i) Đủ thì nhận.\n(ii) Thiếu thì báo.\n"
        "- Công chức thẩm tra.\n+ Không đạt thì thực hiện lại bước (ii).\nBáo trong ngày.\n"
        "* Lưu ý:\n- Mang thẻ."
    )
    assert told == [
        "Nộp hồ sơ.",
        "Cán bộ kiểm tra.\n(i) Đủ thì nhận.\n(ii) Thiếu thì báo.",
        "Công chức thẩm tra.\n+ Không đạt thì thực hiện lại bước (ii).\nBáo trong ngày.",
    ]
    assert notes == ["Mang thẻ."]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("- Bước 1: A.\n- Bước 2: B.", ["A.", "B."]),
        ("a) Bước 1: A\nChi tiết\nb) Bước 2: B", ["A\nChi tiết", "B"]),
        ("1. A\n2. B", ["A", "B"]),
        ("Trình tự:\n- A\n- B", ["Trình tự:\nA", "B"]),
        ("A.\nB.", ["A.", "B."]),
        ("A.\nB:\n- C\n- D\nE.", ["A.", "B:\n- C\n- D", "E."]),
        ("A.\n- B\n- C", ["A.", "B", "C"]),
        ("* Trực tiếp: - Nộp đơn\n- Nhận\n* Qua mạng: - Gửi", None),
        ("Bước 1: A\nBước 3: B", ["Bước 1: A", "Bước 3: B"]),
        ("a) A\nb) B", ["a) A", "b) B"]),
    ],
)
def test_the_portals_numbers_do_not_contradict_those_of_the_record(words, told):
    whole = ["Trực tiếp:\n- Nộp đơn\n- Nhận", "Qua mạng:\n- Gửi"]
    found, notes = steps.read(words)
    assert (found, notes) == (told or whole, [])
    assert counts_itself(found) is (words.startswith("Bước") and told is not None)


def test_the_steps_of_a_list_stay_whole():
    assert steps.read(["- Một", "Bước 1: Hai\n- Ba"]) == (["- Một", "Bước 1: Hai\n- Ba"], [])


def test_an_outline_is_written_as_a_list_and_nothing_else_is_marked_up():
    assert outlined("A & <b>\nmore\n- **B**\n(i) C\n- D") == (
        "A &amp; &lt;b&gt;<br>more"
        '<ul class="under"><li class="under__1"><b>B</b></li>'
        '<li class="under__2">(i) C</li><li class="under__1">D</li></ul>'
    )
    assert outlined("A") == "A"
    assert max(line.depth for line in outlines.lines("A\n- b\n+ c\n* d\n(i) e")) == 3


# --- Many records of our own ----------------------------------------------------------------------

HEADINGS = ["--", "* Giấy tờ phải nộp:", "* Giấy tờ phải xuất trình:", "Trường hợp ủy quyền:"]
CONDITIONAL = [
    "Giấy phép (nếu nộp theo hình thức trực tiếp)",
    "Văn bản ủy quyền trong trường hợp nhờ người khác. Người nhà thì không phải chứng thực",
    "Trường hợp trẻ bị bỏ rơi thì phải có biên bản của xã.",
    "Đối với Công an: Giấy giới thiệu",
]
COUNTS = ["0 bản chính", "1 bản chính", "0 bản chính,1 bản sao", "1 bản chính, 1 bản sao"]
LINES = ["Nộp hồ sơ.", "Kiểm tra:", "Thực hiện lại bước (ii).", "Trả kết quả"]
MARKS = ["- ", "+ ", "(i) ", "a) ", "Bước 2: ", "1. ", "* ", ""]


def words_of(value):
    if isinstance(value, str):
        return re.findall(r"\w+", value.lower())
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [word for one in inside for word in words_of(one)]


GIVEN_UP = set(words_of("thì phải có nộp gửi kèm theo lưu ý giấy tờ xuất trình bước 1 2 3 4 5 6"))
"""Words that turned into a column, a heading or a number of the portal."""


def records(number):
    chance = random.Random(20_261_127)
    for _n in range(number):
        names = [*SENTENCES, *PAPERS, *CONDITIONAL]
        blocks = [
            [chance.choice(["", "- ", "+ "]) + one for one in chance.sample(names, 4)]
            for _block in range(chance.randint(1, 3))
        ]
        order = [chance.choice(MARKS) + chance.choice(LINES) for _line in range(6)]
        glued = "".join(
            chance.choice(HEADINGS) + TABLE + "".join(row + chance.choice(COUNTS) for row in rows)
            for rows in blocks
        )
        yield glued, [row for rows in blocks for row in rows], order


def test_no_word_of_many_records_is_lost():
    for glued, rows, order in records(400):
        whole = raw(thanh_phan_ho_so=glued, trinh_tu_thuc_hien="\n".join(order))
        record, _remarks = translating.understand(whole)
        said = set(words_of(record))
        lost = set(words_of([*rows, *order])) - said - GIVEN_UP
        assert not lost, (glued, order)
        found = [paper for case in record.get("cases", []) for paper in case["components"]]
        instructed = [one["name"] for one in found if not (one["originals"] or one["copies"])]
        assert not set(instructed) & {one.strip(" .:") for one in SENTENCES}, glued


@pytest.mark.django_db
def test_many_records_are_the_same_a_second_time(tmp_path):
    rows = itertools.starmap(
        lambda number, one: raw(
            ma_thu_tuc=f"5.{number:06}",
            thanh_phan_ho_so=one[0],
            trinh_tu_thuc_hien="\n".join(one[2]),
        ),
        enumerate(records(60)),
    )
    (tmp_path / "a.json").write_text(json.dumps(list(rows)))
    call_command("import_procedures", tmp_path, workers=1)
    call_command("import_procedures", tmp_path, workers=1)
    assert ProcedureVersion.objects.count() == 60
    assert set(ProcedureVersion.objects.values_list("number", flat=True)) == {1}


# --- What the state has ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("basis", "here", "elsewhere"),
    [
        ("Nghị định 104, Điều 14; bản ghi thủ tục 1.001193", None, "Nghị định 104, Điều 14"),
        ("Bản ghi thủ tục 1.001193", None, ""),
        ("Luật Hộ tịch", None, "Luật Hộ tịch"),
    ],
)
def test_a_record_speaks_for_its_own_procedure_alone(basis, here, elsewhere):
    assert known.basis_for("1.001193", basis) == (here or basis)
    assert known.basis_for("1.000894", basis) == elsewhere
