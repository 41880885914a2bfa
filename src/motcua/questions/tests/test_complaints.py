"""Is a complaint told from a question?"""

import pytest

from motcua.questions.complaints import Matter, recognized


@pytest.mark.parametrize(
    "text",
    [
        "Tôi khiếu nại quyết định thu hồi đất của phường.",
        "Chúng tôi khiếu nại về việc bồi thường.",
        "Đề nghị hủy quyết định số 15 vì sai diện tích.",
        "Tôi không đồng ý với quyết định xử phạt 3 triệu đồng.",
        "toi khieu nai quyet dinh xu phat",
        "TÔI KHIẾU NẠI việc cấp sổ",
        "Gia đình tôi khiếu\nnại phường.",
    ],
)
def test_a_complaint_is_recognized(text):
    found = recognized("Việc của tôi", text)

    assert found
    assert found.matter is Matter.COMPLAINT


@pytest.mark.parametrize(
    "text",
    [
        "Tôi tố cáo ông Trần Văn Mẫu lấn chiếm vỉa hè.",
        "Cán bộ nhận hối lộ 2 triệu đồng khi làm hồ sơ.",
        "Người này vòi tiền tôi hai lần.",
        "Có dấu hiệu tham ô quỹ khu phố.",
        "Trưởng thôn lợi dụng chức vụ để bán đất.",
        "toi to cao hanh vi nhung nhieu",
    ],
)
def test_a_denunciation_is_recognized(text):
    found = recognized(text)

    assert found
    assert found.is_denunciation


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tục khiếu nại lần hai gồm những giấy tờ gì?",
        "Thời hạn giải quyết khiếu nại là bao lâu?",
        "Luật Tố cáo quy định bảo vệ người tố cáo thế nào?",
        "Đây không phải khiếu nại, tôi chỉ hỏi cách làm.",
        "Muốn khiếu nại thì gửi đơn ở đâu?",
        "Mẫu đơn tố cáo lấy ở đâu?",
        "Tôi tố giác trộm cắp ở đâu?",
        "Ông bà tôi cáo ốm nên không đi làm căn cước được.",
        "Quyết định cho con nuôi có cần công chứng không?",
        "Con tôi đã ba tháng tuổi, đăng ký khai sinh muộn có bị phạt không?",
        "",
    ],
)
def test_a_question_is_none(text):
    assert recognized(text) is None


def test_marks_that_are_typed_count():
    assert recognized("tôi xin hỏi tham ỏ") is None
    assert recognized("toi xin hoi tham o").is_denunciation
