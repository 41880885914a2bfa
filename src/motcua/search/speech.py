"""With which words does one ask and tell, whatever it is about? They say little or nothing."""

from __future__ import annotations

from . import words

FILLERS = frozenset(
    {
        *("em", "tôi", "tui", "mình", "anh", "chị", "ạ", "với", "thì", "là", "bị", "nhé", "ơi"),
        *("cần", "muốn", "phải", "làm", "gì", "sao", "nào", "đâu", "ở", "như", "thế", "xin"),
        *("cho", "của", "và", "hỏi", "được", "không", "bao", "nhiêu", "lâu", "để", "có", "rồi"),
        *("mà", "này", "kia", "đi", "ra", "về", "những", "các", "ai", "khi", "nếu", "vậy", "nha"),
        *("nhỉ", "à", "giúp", "biết", "cách", "vừa", "đang", "sẽ", "đã", "sắp", "tính", "giờ"),
        *("mấy", "nữa", "luôn", "chứ", "cái", "chiếc", "bác", "cháu", "vào", "từ", "thêm"),
        *("toi", "tui", "muon", "nhu", "nao", "gi", "xin", "cua", "va", "phai", "bi"),
    }
)
"""Words that a question is said with and nothing is called by."""

FILLER_PHRASES = [
    tuple(words.loose(phrase))
    for phrase in (
        *("giấy tờ gì", "giấy tờ nào", "giấy gì", "hướng dẫn", "thủ tục", "hồ sơ", "cần gì"),
        *("cần những gì", "làm sao", "làm thế nào", "thế nào", "như thế nào", "ở đâu"),
        *("được không", "phải không", "bao lâu", "bao nhiêu", "có phải", "mang theo gì"),
        *("cho tôi", "cho em", "làm gì"),
    )
]

WEAK = frozenset(
    {
        *("ông", "bà", "bố", "mẹ", "cha", "ba", "má", "vợ", "chồng", "con", "cô", "chú", "dì"),
        *("cậu", "mợ", "thím", "nội", "ngoại", "trai", "gái", "bé", "đứa", "thằng", "nhà", "quê"),
        *("người", "bạn", "hàng", "xóm", "chúng", "bọn", "tụi", "họ", "mọi", "ngày", "tháng"),
        *("năm", "tuần", "hôm", "nay", "qua", "mai", "trước", "sau", "lúc", "xưa", "cũ", "mới"),
        *("đến", "tới", "lên", "xuống", "sang", "qua", "tận", "gần", "xa", "bên", "trên", "dưới"),
        *("trong", "ngoài", "giữa", "khác", "còn", "chưa", "chỉ", "nên", "vì", "bởi", "tại", "do"),
        *("rất", "lắm", "quá", "hơn", "nhiều", "ít", "cũng", "vẫn", "đều", "cứ", "hay", "hoặc"),
        *("nhưng", "thấy", "nghe", "nói", "bảo", "kêu", "nhờ", "đưa", "mang", "lấy", "đòi", "bắt"),
        *("phía", "chỗ", "nơi", "việc", "chuyện", "lần", "đầu", "lại", "cùng", "nhau", "tự"),
        *("to", "nhỏ", "lớn", "một", "hai", "bốn", "sáu", "bảy", "tám", "chín", "mười"),
        *("tỉnh", "huyện", "xã", "phường", "quận", "thôn", "ấp", "phố", "làng", "theo", "gặp"),
        *(
            "tuổi",
            "vài",
            "cửa",
            "sống",
            "ăn",
            "mất",
            "nhất",
            "thứ",
            "đời",
            "nghỉ",
            "thay",
            "thu",
            "bỏ",
            "sửa",
        ),
    }
)
"""Words that tell of people, times and ways, and that some things are called by all the same."""
