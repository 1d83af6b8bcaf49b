"""The drawing operators of a figure rewritten: its glyphs taken out, others of the same font put in, everything else left in its place."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Name, Operator, Page, Pdf, Stream, String

from samples.alteration.embedded import Face
from samples.alteration.glyphs import Content, Glyph, Instruction, inside, page_of, read
from samples.alteration.technique import CannotAlter, Replacement


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the new figure: the font resource to draw it with, that font's widths, its codes."""

    font: str
    face: Face
    codes: list[bytes]


#: What draws a replacement in place of these glyphs of the page; None: nothing (the glyphs are only taken out).
Drawer = Callable[[Page, Replacement, list[Glyph]], list[Piece]]


@dataclass(frozen=True, slots=True)
class _Insertion:
    """A new figure where its first old glyph was: `start` thousandths on from there, `width` of them wide."""

    start: float
    width: float
    pieces: tuple[Piece, ...]


#: Place of an operator (stream, number) -> place of a glyph in it that goes (element, number) -> what comes there.
_Edits = dict[tuple[int, int], dict[tuple[int, int], _Insertion | None]]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A page and those of its streams that are to change, with their new bytes; `None` stands for the page's own content."""

    page: int
    streams: tuple[tuple[Stream | None, bytes], ...]


def same_font(page: Page, replacement: Replacement, glyphs: list[Glyph]) -> list[Piece]:  # noqa: ARG001  a Drawer
    """The new figure in the glyphs of the old one's fonts (some producers part one typeface).

    Raises CannotAlter when no subset has one of its signs.
    """
    fonts = {glyph.font: glyph.face for glyph in glyphs}
    pieces: list[Piece] = []
    for character in replacement.new:
        wanted = (character, _OTHER.get(character, character))
        found = next(((name, face.codes[sign]) for sign in wanted for name, face in fonts.items() if sign in face.codes), None)
        if found is None:
            raise CannotAlter(f"the font {glyphs[0].face.source.get('/BaseFont')} has no glyph for {character}")
        if not pieces or pieces[-1].font != found[0]:
            pieces.append(Piece(found[0], fonts[found[0]], []))
        pieces[-1].codes.append(found[1])
    return pieces


#: Signs that a page may have in another form: full width, mathematical.
_OTHER = {"¥": "￥", "￥": "¥", "-": "−", "−": "-"}


def rewritten(pdf: Pdf, replacements: Sequence[Replacement], drawer: Drawer | None = same_font) -> list[Rewritten]:
    """The streams that change when `replacements` are made, page by page; `pdf` keeps its own.

    Raises CannotAlter when a figure is not drawn as text in its box, or the drawer cannot draw its new digits.
    """
    result = []
    for number in sorted({replacement.page for replacement in replacements}):
        page = page_of(pdf, number)
        contents, glyphs = read(page)
        edits: _Edits = {}
        for replacement in replacements:
            if replacement.page != number:
                continue
            if replacement.box is None:
                raise CannotAlter(f"nothing says where {replacement.old} stands")
            old = inside(glyphs, replacement.box, replacement.old)
            pieces = drawer(page, replacement, old) if drawer else []
            _plan(edits, replacement, old, pieces)
        result.append(Rewritten(number, tuple(_apply(contents, glyphs, edits))))
    return result


def put(pdf: Pdf, changes: Sequence[Rewritten]) -> None:
    """The new streams put into `pdf` in place of the old ones."""
    for change in changes:
        for form, content in change.streams:
            if form is None:
                pdf.pages[change.page - 1].Contents = pdf.make_stream(content)
            else:
                form.write(content)


def _plan(edits: _Edits, replacement: Replacement, old: list[Glyph], pieces: list[Piece]) -> None:
    """Notes for each operator which glyphs go, and where the new ones come."""
    first = old[0]
    if any(glyph.size != first.size for glyph in old):
        raise CannotAlter(f"{replacement.old} is drawn in two sizes")
    for glyph in old:
        edits.setdefault((glyph.content, glyph.instruction), {})[glyph.element, glyph.at] = None
    if pieces:
        spacing = first.advance - first.face.width(first.code)
        width = sum(piece.face.width(code) + spacing for piece in pieces for code in piece.codes)
        # The first glyph is where the old figure began; aligned right, the new one has to begin as much earlier as it is longer.
        room = (old[-1].x1 - first.x0) / first.unit + spacing
        start = room - width if replacement.align == "right" else 0.0
        edits[first.content, first.instruction][first.element, first.at] = _Insertion(start, width, tuple(pieces))


def _apply(contents: list[Content], glyphs: list[Glyph], edits: _Edits) -> list[tuple[Stream | None, bytes]]:
    changed = []
    by_operator: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        by_operator.setdefault((glyph.content, glyph.instruction), []).append(glyph)
    for number, content in enumerate(contents):
        touched = {place: edit for (stream, place), edit in edits.items() if stream == number}
        if not touched:
            continue
        instructions: list[Instruction] = []
        for place, instruction in enumerate(content.instructions):
            if place in touched and isinstance(instruction, ContentStreamInstruction):
                kept_end = _line_goes_on(content.instructions[place + 1 :])
                instructions.extend(_shown(instruction, by_operator[number, place], touched[place], keep_end=kept_end))
            else:
                instructions.append(instruction)
        changed.append((content.form, Content(instructions=instructions).written()))
    return changed


def _line_goes_on(following: Sequence[Instruction]) -> bool:
    """Whether something is shown before the next operator that sets a place of its own."""
    for instruction in following:
        operator = str(instruction.operator)
        if operator in {"Tj", "TJ"}:
            return True
        if operator in {"Td", "TD", "Tm", "T*", "ET", "'", '"'}:
            return False
    return False


class _Array:
    """A TJ array in the making."""

    def __init__(self) -> None:
        self.items: list[bytes | float] = []

    def shift(self, by: float) -> None:
        """Moves on by `by` thousandths of the size (a TJ number moves back)."""
        last = self.items[-1] if self.items else b""
        if isinstance(last, float):
            by -= last
            self.items.pop()
        if abs(by) > 0.005:
            self.items.append(-by)

    def show(self, code: bytes) -> None:
        last = self.items[-1] if self.items else None
        if isinstance(last, bytes):
            self.items[-1] = last + code
        else:
            self.items.append(code)

    def instruction(self) -> list[Instruction]:
        if not self.items:
            return []
        if len(self.items) == 1 and isinstance(self.items[0], bytes):
            return [ContentStreamInstruction([String(self.items[0])], Operator("Tj"))]
        members = [String(item) if isinstance(item, bytes) else round(item, 3) for item in self.items]
        return [ContentStreamInstruction([Array(members)], Operator("TJ"))]


def _shown(
    instruction: ContentStreamInstruction, glyphs: list[Glyph], edit: dict[tuple[int, int], _Insertion | None], *, keep_end: bool
) -> list[Instruction]:
    """The operator with its edit; text after the figure stays where it was."""
    operator = str(instruction.operator)
    if operator not in {"Tj", "TJ"}:
        raise CannotAlter(f"the figure is drawn with the operator {operator}")
    operand = instruction.operands[0]
    members = list(operand.as_list()) if isinstance(operand, Array) else [operand]
    places = {(glyph.element, glyph.at): glyph for glyph in glyphs}
    result: list[Instruction] = []
    current = _Array()
    font = glyphs[0].font
    for element, member in enumerate(members):
        if not isinstance(member, String):
            current.shift(-float(member))
            continue
        for at in range(len(glyphs[0].face.split(bytes(member)))):
            glyph = places[element, at]
            if (element, at) not in edit:
                current.show(glyph.code)
                continue
            insertion = edit[element, at]
            if insertion:
                current.shift(insertion.start)
                for piece in insertion.pieces:
                    if piece.font != font:
                        result += [*current.instruction(), _font(piece.font, glyphs[0])]
                        current = _Array()
                    for code in piece.codes:
                        current.show(code)
                    if piece.font != font:
                        result += [*current.instruction(), _font(font, glyphs[0])]
                        current = _Array()
                current.shift(-insertion.start - insertion.width)
            current.shift(glyph.advance)
    if not keep_end and current.items and isinstance(current.items[-1], float):
        current.items.pop()
    return result + current.instruction()


def _font(name: str, like: Glyph) -> ContentStreamInstruction:
    return ContentStreamInstruction([Name(name), round(like.set_size, 3)], Operator("Tf"))


def reopened(content: bytes) -> Pdf:
    """`content` as pikepdf opens it.   Raises CannotAlter when it cannot."""
    try:
        return pikepdf.open(io.BytesIO(content))
    except pikepdf.PdfError as error:
        raise CannotAlter("this is no PDF that can be opened for a change") from error
