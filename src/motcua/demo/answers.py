"""What did an invented applicant write into the form? Enough for the form to be complete."""

from __future__ import annotations

from typing import Any

BIRTH = "1.001193"
SUBJECTS = ("Đề nghị giải quyết theo hồ sơ kèm theo", "Xin được giải quyết sớm nếu có thể")


def to_form(code: str, name: str, number: int, *, address: str, phone: str) -> dict[str, Any]:
    """Answers to the procedure ``code`` by the ``number``th invented citizen."""
    asker = {
        "full_name": name,
        "personal_number": f"099190{number:06d}",
        "residence": {"detail": address},
        "phone": phone,
    }
    if code == BIRTH:
        return _birth(asker, name, address.rpartition(", ")[2], number)
    request = {"subject": SUBJECTS[number % 2], "details": "Nội dung do bản trình diễn tự đặt ra."}
    return {"applicant": asker, "request": request, "declaration": True}


def _birth(asker: dict[str, Any], name: str, place: str, number: int) -> dict[str, Any]:
    family = name.partition(" ")[0]
    return {
        "requester": {**asker, "relation": "mother" if " Thị " in name else "father"},
        "child": {
            "full_name": f"{family} {'Minh An' if number % 2 else 'Bảo Châu'}",
            "birth_date": "2025-08-15",
            "sex": "male" if number % 2 else "female",
            "ethnicity": "Kinh",
            "nationality": "Việt Nam",
            "birth_place": {"facility": "Cơ sở y tế ví dụ"},
            "native_place": place,
        },
        "mother_declared": "no",
        "father_declared": "no",
        "registration": {"basis": "carer", "copies": number % 3},
        "declaration": True,
    }
