"""The new figure drawn in glyphs whose /ToUnicode still says the old one: a person reads the new figure, a program the old one.

What it leaves: a second font of the same name whose glyphs and characters disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from pikepdf import Dictionary, Name, Page

from samples.alteration.glyphs import Glyph
from samples.alteration.overlay import own_resources
from samples.alteration.retype import Piece, put, reopened, rewritten, same_font
from samples.alteration.revision import saved
from samples.alteration.technique import CannotAlter, Replacement, Technique

_MAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <{low}> <{high}> endcodespacerange
{count} beginbfchar
{lines}
endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end"""


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:  # noqa: ARG001  nothing is left to chance
    with reopened(content) as pdf:
        # A font resource of each name for each map: name of the original -> maps, code -> character.
        clones: dict[tuple[int, str], list[dict[bytes, str]]] = {}
        resources: dict[int, Dictionary] = {}

        def drawer(page: Page, replacement: Replacement, glyphs: list[Glyph]) -> list[Piece]:
            old = "".join(replacement.old.split())
            signs = [(piece, code) for piece in same_font(page, replacement, glyphs) for code in piece.codes]
            if len(signs) != len(old):
                raise CannotAlter("the two figures are not of one length")
            if glyphs[0].content:
                raise CannotAlter("the figure is drawn inside a form")
            resources.setdefault(replacement.page, own_resources(page))
            pieces: list[Piece] = []
            for (piece, code), character in zip(signs, old, strict=True):
                maps = clones.setdefault((replacement.page, piece.font), [])
                number = next((place for place, known in enumerate(maps) if known.get(code, character) == character), len(maps))
                if number == len(maps):
                    maps.append({})
                maps[number][code] = character
                name = f"{piece.font}x{number}"
                if pieces and pieces[-1].font == name:
                    pieces[-1].codes.append(code)
                else:
                    pieces.append(Piece(name, piece.face, [code]))
            return pieces

        changes = rewritten(pdf, replacements, drawer)
        for (number, font), maps in clones.items():
            fonts = resources[number].Font
            for place, characters in enumerate(maps):
                clone = Dictionary(dict(fonts[font].items()))
                clone.ToUnicode = pdf.make_stream(_stated(characters))
                fonts[Name(f"{font}x{place}")] = pdf.make_indirect(clone)
        put(pdf, changes)
        return saved(pdf)


def _stated(characters: dict[bytes, str]) -> bytes:
    lines = [f"<{code.hex()}> <{character.encode('utf-16-be').hex()}>" for code, character in sorted(characters.items())]
    length = len(next(iter(characters)))
    return _MAP.format(low="00" * length, high="ff" * length, count=len(lines), lines="\n".join(lines)).encode()


TECHNIQUE = Technique(name="unicode_map", split="test", media="pdf", apply=_apply)
