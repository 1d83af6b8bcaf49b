"""Every glyph of a page with its place and the operand that draws it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, Page, Pdf, Stream, String

from extract.place import Box
from samples.alteration.embedded import Face
from samples.alteration.technique import CannotAlter

#: a b c d e f of a PDF matrix.
Matrix = tuple[float, float, float, float, float, float]
Instruction = ContentStreamInstruction | ContentStreamInlineImage
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Matrix, then: Matrix) -> Matrix:
    """`first` applied before `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


@dataclass(slots=True, kw_only=True)
class Content:
    """A content stream taken apart.   form: the form XObject that it is, None for the page's own"""

    instructions: list[Instruction]
    form: Stream | None = None

    def written(self) -> bytes:
        return pikepdf.unparse_content_stream(self.instructions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """One drawn character.

    content, instruction, element, at   which stream, operator, member of a TJ array and code of that string draws it
    x0, x1, baseline   points from the top left of the page
    size, set_size     of the letters as seen, points; and as the operator Tf sets it
    unit               points that a thousandth of the size is wide
    advance            thousandths of the size, character and word spacing included
    shown              whether it is painted (render mode 3 is not)
    """

    content: int
    instruction: int
    element: int
    at: int
    code: bytes
    text: str
    face: Face
    font: str
    x0: float
    x1: float
    baseline: float
    size: float
    set_size: float
    unit: float
    advance: float
    shown: bool = True


@dataclass(slots=True)
class _State:
    matrix: Matrix = UNIT
    font: str = ""
    face: Face | None = None
    size: float = 0.0
    spacing: float = 0.0
    word: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


@dataclass
class _Reader:
    """Walks the streams of a page."""

    top: float
    left: float
    contents: list[Content] = field(default_factory=list)
    glyphs: list[Glyph] = field(default_factory=list)
    line: Matrix = UNIT
    here: Matrix = UNIT
    _faces: dict[tuple[int, int], Face] = field(default_factory=dict)

    def walk(self, content: Content, resources: Dictionary, state: _State, depth: int = 0) -> None:
        number = len(self.contents)
        self.contents.append(content)
        stack: list[_State] = []
        for place, instruction in enumerate(content.instructions):
            if isinstance(instruction, ContentStreamInlineImage):
                continue
            operator, operands = str(instruction.operator), list(instruction.operands)
            if operator == "q":
                stack.append(replace(state))
            elif operator == "Q" and stack:
                state = stack.pop()
            elif operator == "cm":
                state.matrix = times(_matrix(operands), state.matrix)
            elif operator == "Do":
                self._form(resources, str(operands[0]), state, depth)
            elif operator == "Tf":
                state.font, state.size = str(operands[0]), float(operands[1])
                state.face = self._face(resources, state.font)
            elif operator in _TEXT_STATE:
                name, factor = _TEXT_STATE[operator]
                setattr(state, name, float(operands[0]) * factor)
            elif operator == "Tr":
                state.mode = int(operands[0])
            elif operator in {"BT", "Tm", "Td", "TD", "T*"}:
                self._place(operator, operands, state)
            elif operator in {"Tj", "TJ", "'", '"'}:
                if operator in {"'", '"'}:
                    self._place("T*", [], state)
                if operator == '"':
                    state.word, state.spacing = float(operands[0]), float(operands[1])
                self._show(number, place, operands[-1], state)

    def _face(self, resources: Dictionary, name: str) -> Face | None:
        font = resources.get("/Font", Dictionary()).get(name)
        if not isinstance(font, Dictionary):
            return None
        key = font.objgen
        if key == (0, 0):
            return Face(font)
        return self._faces.setdefault(key, Face(font))

    def _form(self, resources: Dictionary, name: str, state: _State, depth: int) -> None:
        form = resources.get("/XObject", Dictionary()).get(name)
        if not isinstance(form, Stream) or form.get("/Subtype") != Name.Form or depth > 8:
            return
        inner = replace(state, matrix=times(_matrix(list(form.get("/Matrix", Array(UNIT)).as_list())), state.matrix))
        own = form.get("/Resources", resources)
        assert isinstance(own, Dictionary)
        line, here = self.line, self.here
        self.walk(Content(instructions=list(pikepdf.parse_content_stream(form)), form=form), own, inner, depth + 1)
        self.line, self.here = line, here

    def _place(self, operator: str, operands: list[pikepdf.Object], state: _State) -> None:
        if operator == "BT":
            self.line = UNIT
        elif operator == "Tm":
            self.line = _matrix(operands)
        else:
            x, y = (0.0, -state.leading) if operator == "T*" else (float(operands[0]), float(operands[1]))
            if operator == "TD":
                state.leading = -y
            self.line = times((1.0, 0.0, 0.0, 1.0, x, y), self.line)
        self.here = self.line

    def _show(self, number: int, place: int, operand: pikepdf.Object, state: _State) -> None:
        face = state.face
        if face is None:
            return
        for element, item in enumerate(operand.as_list() if isinstance(operand, Array) else [operand]):
            if not isinstance(item, String):
                self._advance(-float(item) / 1000 * state.size * state.scale)
                continue
            for at, code in enumerate(face.split(bytes(item))):
                spacing = state.spacing + (state.word if code == b" " else 0.0)
                advance = face.width(code) + (spacing / state.size * 1000 if state.size else 0.0)
                whole = times((state.size * state.scale, 0.0, 0.0, state.size, 0.0, state.rise), times(self.here, state.matrix))
                x0, x1 = whole[4] - self.left, whole[4] + whole[0] * face.width(code) / 1000 - self.left
                self.glyphs.append(
                    Glyph(
                        content=number, instruction=place, element=element, at=at, code=code, text=face.text(code),
                        face=face, font=state.font, x0=x0, x1=x1, baseline=self.top - whole[5], size=abs(whole[3]),
                        set_size=state.size, unit=whole[0] / 1000, advance=advance, shown=state.mode not in {3, 7},
                    )
                )  # fmt: skip
                self._advance(advance / 1000 * state.size * state.scale)

    def _advance(self, by: float) -> None:
        self.here = times((1.0, 0.0, 0.0, 1.0, by, 0.0), self.here)


_TEXT_STATE = {"Tc": ("spacing", 1.0), "Tw": ("word", 1.0), "Tz": ("scale", 0.01), "TL": ("leading", 1.0), "Ts": ("rise", 1.0)}


def _matrix(operands: Sequence[pikepdf.Object]) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return (a, b, c, d, e, f)


def read(page: Page) -> tuple[list[Content], list[Glyph]]:
    """The streams of `page`, its own first, and every glyph that they draw, in painting order."""
    if int(page.obj.get("/Rotate", 0)) % 360:
        raise CannotAlter("the page is turned")
    x0, _, _, y1 = (float(edge) for edge in page.cropbox.as_list())
    reader = _Reader(top=y1, left=x0)
    resources = page.resources
    reader.walk(Content(instructions=list(pikepdf.parse_content_stream(page))), resources, _State())
    return reader.contents, reader.glyphs


def plain(text: str) -> str:
    """Without blanks and in compatible characters: what two ways to write one figure have in common."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def inside(glyphs: Sequence[Glyph], box: Box, text: str) -> list[Glyph]:
    """The glyphs in `box` that draw `text`, from the left.   Raises CannotAlter when it is not drawn there as text."""
    near = [glyph for glyph in glyphs if glyph.shown and box.top < glyph.baseline < box.bottom + 1.5]
    near = [glyph for glyph in near if box.x0 - 1 < (glyph.x0 + glyph.x1) / 2 < box.x1 + 1]
    near = sorted((glyph for glyph in near if plain(glyph.text)), key=lambda glyph: glyph.x0)
    drawn, wanted = "".join(plain(glyph.text) for glyph in near), plain(text)
    start = drawn.find(wanted)
    if not wanted or start < 0:
        raise CannotAlter(f"{text} is not drawn as text there")
    ends = list(_ends(near))
    return [glyph for glyph, end in zip(near, ends, strict=True) if start < end <= start + len(wanted)]


def _ends(glyphs: Sequence[Glyph]) -> Iterator[int]:
    length = 0
    for glyph in glyphs:
        length += len(plain(glyph.text))
        yield length


def page_of(pdf: Pdf, number: int) -> Page:
    """Page `number`, from 1.   Raises CannotAlter when there is none."""
    if not 1 <= number <= len(pdf.pages):
        raise CannotAlter(f"there is no page {number}")
    return pdf.pages[number - 1]
