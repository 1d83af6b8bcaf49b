"""One page of a PDF: its frame as a person sees it, its words and strokes, and whether its text layer can be trusted."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.text import extract_words

from extract.document import DocumentWarning
from extract.formats.turned import Turn, turn_of, way_of
from extract.limits import MAX_STROKES_PER_PAGE, MAX_TEXT, MAX_WORDS_PER_PAGE
from extract.page import Page, Stroke, Word
from extract.place import Box

#: A filled rectangle no thicker than this, in points, is a drawn line.
_THIN = 2.0
#: Share of the page that pictures must cover for it to be a scan.
_COVERED = 0.7
#: A scan with fewer letters than this in its text layer has a stamp, a page number or an app's footer there, not its text.
_HARDLY_ANY = 40
#: Share of letters that no program can have meant.
_GARBAGE = 0.2
#: Outlines on a page without a letter: text turned into curves has hundreds.
_OUTLINES = 100
#: Text render modes that paint nothing: invisible, and clipping only.
_UNPAINTED = frozenset({3, 7})
_MOST_OBJECTS = 20_000
#: Gap between two letters of one word, in parts of the letter size; a space is a quarter.
_WORD_GAP = 0.15
#: How sure a figure is whose part nobody sees.
_CUT = 0.5


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the visible page (its crop box, after rotation) stands in pdfplumber's coordinates."""

    left: float
    top: float
    width: float
    height: float

    def box(self, item: dict[str, Any]) -> Box:
        x0, x1 = sorted((item["x0"] - self.left, item["x1"] - self.left))
        top, bottom = sorted((item["top"] - self.top, item["bottom"] - self.top))
        return Box(float(x0), float(top), float(x1), float(bottom))

    def shows(self, box: Box) -> bool:
        """Whether the middle of `box` is on the visible page."""
        return -1 <= box.centre <= self.width + 1 and -1 <= box.middle <= self.height + 1


def frame_of(plumbed: PlumberPage) -> Frame:
    """The visible part of the page. pdfplumber rotates the crop box's sides but not its place, so it is done here."""
    x0, y0, x1, y1 = _upright(plumbed.page_obj.mediabox)
    crop = _upright(plumbed.page_obj.cropbox)
    cx0, cy0, cx1, cy1 = max(crop[0], x0), max(crop[1], y0), min(crop[2], x1), min(crop[3], y1)
    if cx1 - cx0 < 1 or cy1 - cy0 < 1:
        cx0, cy0, cx1, cy1 = x0, y0, x1, y1
    turn = int(plumbed.rotation) % 360
    if turn == 90:
        left, top, width, height = cy0 - y0, cx0 - x0, cy1 - cy0, cx1 - cx0
    elif turn == 180:
        left, top, width, height = x1 - cx1, cy0 - y0, cx1 - cx0, cy1 - cy0
    elif turn == 270:
        left, top, width, height = y1 - cy1, x1 - cx1, cy1 - cy0, cx1 - cx0
    else:
        left, top, width, height = cx0 - x0, y1 - cy1, cx1 - cx0, cy1 - cy0
    return Frame(plumbed.mediabox[0] + left, plumbed.mediabox[1] + top, max(width, 1.0), max(height, 1.0))


def _upright(box: Any) -> tuple[float, float, float, float]:
    x0, x1 = sorted((float(box[0]), float(box[2])))
    y0, y1 = sorted((float(box[1]), float(box[3])))
    return x0, y0, x1, y1


def read_page(plumbed: PlumberPage, number: int, frame: Frame, warnings: list[DocumentWarning]) -> tuple[Page, bool]:
    """The page, and whether it has to be recognised from its pixels because its text layer is missing, unseen or garbage."""
    letters = [char for char in plumbed.chars if char["text"].strip() and frame.shows(frame.box(char))]
    covered = _covered(plumbed, frame)
    if _needs_pixels(plumbed, letters, covered):
        return Page(number=number, width=frame.width, height=frame.height, source="none"), True
    turn = turn_of(letters, frame.width, frame.height)
    words = _turned_words(plumbed, frame, turn) if turn.quarters else _words(plumbed, frame)
    words = _doubted_at_edges(words, *turn.size, number, warnings)
    if hidden := _digits_outside(plumbed, frame):
        text = (
            f"Text with {hidden} digits stands outside the visible page, where nobody can see it; it was not read. "
            "Ask for the page as it was printed."
        )
        text_zh = f"有含 {hidden} 个数字的文字位于可见页面之外，看不到，未读取。请提供按原样打印的页面。"
        warnings.append(DocumentWarning("text-outside-page", text, number, text_zh))
    if len(words) > MAX_WORDS_PER_PAGE:
        text = f"The page has {len(words)} words; only the first {MAX_WORDS_PER_PAGE} are read."
        text_zh = f"该页有 {len(words)} 个词；只读取前 {MAX_WORDS_PER_PAGE} 个。"
        warnings.append(DocumentWarning("too-many-words", text, number, text_zh))
    strokes = [Stroke(turn.turned(stroke.box)) for stroke in _strokes(plumbed, frame)]
    width, height = turn.size
    return (
        Page(
            number=number,
            width=width,
            height=height,
            words=tuple(words[:MAX_WORDS_PER_PAGE]),
            strokes=tuple(strokes[:MAX_STROKES_PER_PAGE]),
        ),
        False,
    )


def _doubted_at_edges(words: list[Word], width: float, height: float, number: int, warnings: list[DocumentWarning]) -> list[Word]:
    """`words` with those doubted that the edge of the page cuts, which is said."""
    cut = [word for word in words if _is_cut(word, width, height)]
    if cut:
        first = cut[0].text[:40]
        text = (
            f"{len(cut)} figures stand across the edge of the page, where only a part of each shows (“{first}”). They were read from the "
            "file's text and are doubtful. Ask for the page as it was printed."
        )
        text_zh = f"{len(cut)} 个数字（如“{first}”）超出页面边缘，只显示一部分；已按文件中的文字读取，标为存疑。请提供按原样打印的页面。"
        warnings.append(DocumentWarning("text-cut-by-edge", text, number, text_zh))
    return [replace(word, confidence=_CUT) if _is_cut(word, width, height) else word for word in words] if cut else words


def _is_cut(word: Word, width: float, height: float) -> bool:
    """Whether a part of a figure lies beyond the page's edge; letters have room around them, which may."""
    box, room = word.box, 0.3 * word.box.height
    beyond = box.x0 < -2 or box.x1 > width + 2 or box.top < -room or box.bottom > height + room
    return beyond and any(letter.isdigit() for letter in word.text)


def _digits_outside(plumbed: PlumberPage, frame: Frame) -> int:
    """Digits that stand beyond the edges of the visible page."""
    return sum(char["text"].isdigit() and not frame.shows(frame.box(char)) for char in plumbed.chars)


def _covered(plumbed: PlumberPage, frame: Frame) -> float:
    """Share of the visible page under pictures; the strips of one scan add up."""
    page = Box(0, 0, frame.width, frame.height)
    area = 0.0
    for picture in plumbed.images[:1_000]:
        box = frame.box(picture)
        across, down = page.overlap_x(box), page.overlap_y(box)
        area += across * down if across > 0 and down > 0 else 0.0
    return area / (frame.width * frame.height)


def _needs_pixels(plumbed: PlumberPage, letters: list[dict[str, Any]], covered: float) -> bool:
    if covered >= _COVERED and len(letters) < _HARDLY_ANY:
        return True
    if not letters:
        return covered > 0.05 or len(plumbed.curves) + len(plumbed.rects) >= _OUTLINES
    garbage = sum(_is_garbage(char["text"]) for char in letters)
    return garbage > _GARBAGE * len(letters)


def _is_garbage(text: str) -> bool:
    return text.startswith("(cid:") or any(
        unicodedata.category(letter) in {"Co", "Cn", "Cc", "Cs"} or letter == "\ufffd" for letter in text
    )


def _words(plumbed: PlumberPage, frame: Frame) -> list[Word]:
    words = []
    for item in plumbed.extract_words(x_tolerance_ratio=_WORD_GAP, y_tolerance=2, return_chars=True):
        box = frame.box(item)
        text = clean(item["text"])
        if text and frame.shows(box):
            words.append(Word(text, box, size=float(item["chars"][0].get("size", 0.0))))
    return words


def _turned_words(plumbed: PlumberPage, frame: Frame, turn: Turn) -> list[Word]:
    """The words of a page that is turned to be read; letters that run another way than most are words of their own."""
    letters: list[dict[str, Any]] = []
    for char in plumbed.chars:
        box = frame.box(char)
        if frame.shows(box):
            own = turn.turned(box)
            place = {"x0": own.x0, "x1": own.x1, "top": own.top, "bottom": own.bottom, "doctop": own.top}
            letters.append({**char, **place, "upright": way_of(char) == turn.quarters})
    words = []
    for item in extract_words(letters, x_tolerance_ratio=_WORD_GAP, y_tolerance=2, return_chars=True):
        box = Box(float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"]))
        text = clean(item["text"])
        if text:
            words.append(Word(text, box, size=float(item["chars"][0].get("size", 0.0)), seen=turn.back(box)))
    return words


#: Radicals that Unicode gives no equivalent for, or a traditional one.
_RADICALS = dict(
    zip(
        "⻝⻓⻔⻋⻢⻰⻚⻅⻆⻛⻘⻉⻩⻥⻦⻬⻮⻄⻣⻁⺠⺟⻤⻨⻜⻙⼾⻐⺬⻖⻎⺼⺮⻌",
        "食长门车马龙页见角风青贝黄鱼鸟齐齿西骨虎民母鬼麦飞韦户钅示阝辶月竹辶",
        strict=True,
    )
)
#: Some programs write radicals of the same look for common characters (⼭ for 山); a person reads no difference.
_LOOK_ALIKES = {
    code: alike
    for block in (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))
    for code in block
    if (alike := _RADICALS.get(chr(code), unicodedata.normalize("NFKC", chr(code)))) != chr(code)
}


def clean(text: str) -> str:
    """`text` without control characters and halves of characters, radicals as the characters they look like, at most MAX_TEXT long."""
    text = text if text.isascii() else text.translate(_LOOK_ALIKES)
    if not text.isprintable():
        text = "".join(letter for letter in text if unicodedata.category(letter) not in {"Cc", "Cs", "Cf"})
    return text.strip()[:MAX_TEXT]


def _strokes(plumbed: PlumberPage, frame: Frame) -> list[Stroke]:
    """Drawn lines, thin rectangles, and the four edges of other rectangles."""
    strokes: list[Stroke] = []
    for item in plumbed.lines[:MAX_STROKES_PER_PAGE]:
        box = frame.box(item)
        if min(box.width, box.height) <= _THIN < max(box.width, box.height):
            strokes.append(Stroke(box))
    for item in plumbed.rects[:MAX_STROKES_PER_PAGE]:
        box = frame.box(item)
        if min(box.width, box.height) <= _THIN:
            if max(box.width, box.height) > _THIN:
                strokes.append(Stroke(box))
            continue
        x0, top, x1, bottom = box.x0, box.top, box.x1, box.bottom
        edges = ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom))
        strokes.extend(Stroke(Box(*edge)) for edge in edges)
    return [stroke for stroke in strokes if frame.shows(stroke.box)]


def is_scan(plumbed: PlumberPage, frame: Frame) -> bool:
    """Whether pictures cover the page."""
    return _covered(plumbed, frame) >= _COVERED


def has_visible_text(document: Any, number: int) -> bool:
    """Whether a person sees the text of page `number` of PDFium's `document`: it is painted, and not under a picture.

    A searchable scan carries another program's recognition as text in an invisible mode (PDF 2.0, table 104, mode 3) or
    beneath its picture. Nothing says that it agrees with what a person sees, so such a page is read from its pixels.
    """
    page = document[number - 1]
    try:
        seen = unseen = 0
        width, height = page.get_size()
        kinds = (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE)
        for item in islice(page.get_objects(filter=kinds, max_depth=6), _MOST_OBJECTS):
            if item.type == raw.FPDF_PAGEOBJ_TEXT:
                if raw.FPDFTextObj_GetTextRenderMode(item) in _UNPAINTED:
                    unseen += 1
                else:
                    seen += 1
            else:
                left, bottom, right, top = item.get_bounds()
                if abs((right - left) * (top - bottom)) > _COVERED * width * height:
                    seen, unseen = 0, unseen + seen  # whatever was painted before lies beneath
        return seen > unseen
    except pypdfium2.PdfiumError:
        return True
    finally:
        page.close()
