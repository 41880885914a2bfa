"""What does the demo say when its doors are open?"""

from pathlib import Path

PASSWORD = "mot-cua-2026"  # noqa: S105  shown on the demo's own page
"""The password of every demo officer."""

TEXT = """
  The portal is open:  {base}/

  Citizens   sign in with the button “Đăng nhập”, then pick an invented person.
  Officers   {base}/tai-khoan/can-bo/dang-nhap/
             tiepnhan.baichay receives, hotich.baichay appraises, lanhdao.baichay decides.
             chuyenvien.sonoivu plans a merger of two wards at {base}/can-bo/sap-xep/
             Password {password}; all login names and the one-time codes of this moment:
             {base}/demo/dang-nhap/
  Files      {folder} (logs in logs/, outgoing letters in mail/)

  Everything in this province is invented, or says where it comes from.
  Ctrl-C stops it and loses nothing; `make reset` starts it afresh.
"""


def text(base: str, folder: Path) -> str:
    return TEXT.format(base=base, folder=folder, password=PASSWORD)
