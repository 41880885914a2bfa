"""A small form with a group that repeats."""

from typing import Any

REPEATS: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "members": {
            "type": "array",
            "title": "Thành viên",
            "x-entry": "Thành viên",
            "maxItems": 3,
            "items": {
                "type": "object",
                "properties": {
                    "full_name": {"type": "string", "title": "Họ và tên"},
                    "share": {"type": "integer", "title": "Phần góp"},
                },
            },
        }
    },
}
REPEATS_LAYOUT: dict[str, Any] = {
    "pages": [
        {
            "key": "thanh-vien",
            "title": "Thành viên",
            "sections": [{"title": "Thành viên", "fields": ["members"]}],
        }
    ]
}
