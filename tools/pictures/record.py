"""Record the demo's sound and film, and set its documents. Needs Debian's espeak-ng and ffmpeg.

``record.py``. What it makes is committed; it runs again only when the words below change.
"""

import json
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import typst
from playwright.sync_api import Page, sync_playwright
from shapes import BAND, FAR, INK, JADE, LAMP, PAPER, RED, SEA, arch, rect, stroke

ROOT = Path(__file__).resolve().parents[2]
NEWS = ROOT / "src" / "motcua" / "demo" / "news"
FONTS = ROOT / "src" / "motcua" / "paperwork" / "fonts"
SPOKEN = (
    "Bản tin một phút, tuần bốn mươi bảy.",
    "Việc thứ nhất. Từ ngày một tháng mười hai, bạn nộp hồ sơ ở trung tâm nào cũng được.",
    "Việc thứ hai. Quét mã trên giấy hẹn để biết ai đang giữ hồ sơ của bạn.",
    "Việc thứ ba. Bãi Cháy mở quầy buổi tối thứ Năm cho người đi làm ca.",
    "Hẹn gặp lại tuần sau.",
)
STEPS = ("Bước 1: chọn thủ tục", "Bước 2: trả lời, gửi giấy tờ", "Bước 3: nhận mã và ngày hẹn")
FRAMES, RATE = 96, 8
SIZE = {"width": 960, "height": 540}
CENTERS = (
    ("Phường Hồng Gai", "7:30–11:30, 13:30–17:00", "Thứ Hai đến thứ Sáu"),
    ("Phường Bãi Cháy", "7:30–11:30, 13:30–17:00; tối thứ Năm đến 20:00", "Thứ Hai đến thứ Sáu"),
    ("Phường Cẩm Phả", "7:30–11:30, 13:30–17:00", "Thứ Hai đến thứ Sáu"),
    ("Phường Móng Cái 1", "7:00–11:00, 13:00–16:30", "Thứ Hai đến thứ Bảy (sáng)"),
    ("Xã Tiên Yên", "7:30–11:30, 13:30–17:00", "Thứ Hai đến thứ Sáu"),
    ("Đặc khu Cô Tô", "7:00–11:00, 13:30–17:00", "Thứ Hai đến thứ Bảy (sáng)"),
)


def main() -> None:
    speak(NEWS / "media" / "ban-tin-tuan.mp3")
    film(NEWS / "media" / "ba-buoc-nop-ho-so.mp4")
    paper(NEWS / "documents" / "gio-lam-viec.pdf")
    conclusion(NEWS / "documents" / "ket-luan-214.pdf")
    for path in (*(NEWS / "media").iterdir(), *(NEWS / "documents").iterdir()):
        print(f"{path.name}: {path.stat().st_size // 1024} KB")


def speak(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        wave = Path(place) / "spoken.wav"
        words = "\n\n".join(SPOKEN)
        subprocess.run(["espeak-ng", "-v", "vi", "-s", "150", "-w", wave, words], check=True)
        convert("-i", wave, "-ac", "1", "-ar", "24000", "-b:a", "32k", path)


def film(path: Path) -> None:
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=SIZE)
        for number in range(FRAMES):
            photograph(page, drawn(number / FRAMES), Path(place) / f"{number:03}.png")
        browser.close()
        frames = ("-framerate", str(RATE), "-i", Path(place) / "%03d.png")
        light = ("-c:v", "libx264", "-crf", "30", "-preset", "veryslow", "-pix_fmt", "yuv420p")
        convert(*frames, *light, "-movflags", "+faststart", path)


def drawn(share: float) -> str:
    """The door on the telephone opens in three steps; ``share`` of the film is over."""
    step = min(2, int(share * 3))
    within = share * 3 - step
    opening = (step + within) / 3 * 120
    done = stroke("M820 330l40 40l80 -84", JADE, 18) if step == 2 and within > 0.4 else ""
    bars = "".join(
        rect(330 + 270 * n, 690, 240, 14, JADE if n <= step else FAR, 7) for n in range(3)
    )
    words = (
        f'<text x="720" y="640" font-family="Be Vietnam Pro, DejaVu Sans" font-size="44"'
        f' text-anchor="middle" fill="{INK}">{STEPS[step]}</text>'
    )
    return (
        rect(0, 0, 1440, 810, BAND)
        + rect(480, 60, 480, 500, PAPER, 30)
        + arch(590, 480, 180, 330, SEA)
        + arch(680 - opening / 2, 480, opening + 1, 180 + opening, LAMP)
        + rect(560, 480, 240, 16, RED)
        + done
        + words
        + bars
    )


def photograph(page: Page, inside: str, path: Path) -> None:
    page.set_content(
        "<style>body{margin:0}svg{display:block}</style>"
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1440 810" width="960">{inside}</svg>'
    )
    page.screenshot(path=path)


def convert(*arguments: str | Path) -> None:
    subprocess.run(["ffmpeg", "-y", "-loglevel", "error", *map(str, arguments)], check=True)


def paper(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    cells = "".join(f"[{name}], [{hours}], [{days}],\n" for name, hours, days in CENTERS)
    source = f"""
        #set document(title: "Giờ làm việc của các trung tâm (bản ví dụ)", date: auto)
        #set text(font: "Liberation Serif", lang: "vi", size: 12pt)
        #set page(margin: 2.2cm)
        = Giờ làm việc của các trung tâm phục vụ hành chính công
        Bản ví dụ của trang trình diễn; giờ thật do từng nơi công bố.
        #v(1em)
        #table(columns: (auto, 1fr, auto), inset: 7pt,
          table.header([*Trung tâm*], [*Giờ mở cửa*], [*Ngày làm việc*]),
          {cells})
        Ngày nghỉ lễ, Tết theo lịch chung. Nộp hồ sơ trực tuyến mở cả ngày lẫn đêm.
    """
    path.write_bytes(_typeset(source))


def conclusion(path: Path) -> None:
    """The signed paper of the demo's first conclusion: the same words, marked as an example."""
    one = json.loads((NEWS.parent / "directives.json").read_text(encoding="utf-8"))[0]
    body = "".join(f"#par[#text({json.dumps(each, ensure_ascii=False)})]\n" for each in one["text"])
    source = f"""
        #set document(title: "Thông báo {one["number"]} (bản ví dụ)", date: auto)
        #set text(font: "Liberation Serif", lang: "vi", size: 13pt)
        #set page(margin: 2.4cm)
        #set par(justify: true, spacing: 1em)
        = Thông báo {one["number"]}
        Bản ví dụ của trang trình diễn; cuộc họp và các con số đều không có thật.
        #v(1em)
        {body}
    """
    path.write_bytes(_typeset(source))


def _typeset(source: str) -> bytes:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    made = typst.compile(
        source.encode(),
        font_paths=fonts,
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        timestamp=datetime(2026, 11, 20, tzinfo=UTC),
    )
    return bytes(made)


if __name__ == "__main__":
    main()
