"""Every bound on hostile input, with the reason for the number. Each has a test that trips it."""

from __future__ import annotations

#: A loan file's largest honest paper seen is a 60 MB scan of a hundred pages; four times that is no longer a paper.
MAX_FILE_BYTES = 256 * 1024 * 1024
#: A small firm's year of bank statements has under 300 pages; the rest of a longer file is left unread, and said.
MAX_PAGES = 400
#: A4 at 600 dpi is 35 megapixels, A3 70. More is a bomb or a poster.
MAX_PIXELS = 80_000_000
#: Longest side of a page in points: what PDF itself allows (ISO 32000-1, annex C), and a long receipt photographed at 72 dpi has.
MAX_PAGE_SIDE = 14_400.0
#: Words on one page: a dense bank page has 1,500.
MAX_WORDS_PER_PAGE = 20_000
#: Drawn lines on one page: a ruled form has 400; maps and fonts drawn as curves have hundreds of thousands.
MAX_STROKES_PER_PAGE = 20_000
#: Filled cells of a workbook or delimited file: a busy account has 100,000 movements of ten columns a year.
MAX_CELLS = 1_500_000
#: Sheets of a workbook.
MAX_SHEETS = 100
#: Characters in one cell or word; longer is cut, and said.
MAX_TEXT = 2_000
#: What a workbook may unpack to, and by what ratio: XML of figures packs at 10 to 40.
MAX_UNPACKED_BYTES = 400 * 1024 * 1024
MAX_PACK_RATIO = 200
#: An XML file, alone or embedded: a thousand lines of an invoice take 3 MB. Deeper nesting than 256 libxml2 refuses by itself.
MAX_MARKUP_BYTES = 32 * 1024 * 1024
#: Texts and attributes of one XML file: the same invoice has 80,000.
MAX_MARKUP_ELEMENTS = 400_000
#: Files embedded in a PDF that are looked at: an electronic invoice has one, with its supporting papers a dozen.
MAX_ATTACHMENTS = 20
#: Pages of one document whose QR code is looked for: each costs half a second.
MAX_CODE_PAGES = 60
#: Files in a zipped loan file, and in a folder.
MAX_FILES = 2_000
#: Archives within archives that are opened: a mail's attachments zipped, in a folder zipped again.
MAX_ARCHIVE_DEPTH = 3
#: What the child that opens a document may take.
CHILD_MEMORY_BYTES = 2 * 1024 * 1024 * 1024
CHILD_CPU_SECONDS = 60
#: Not counting the time that it waited for a processor.
CHILD_WALL_SECONDS = 90.0
CHILD_FILE_BYTES = 512 * 1024 * 1024
CHILD_OPEN_FILES = 128
#: The child's answer, as JSON: 400 pages of 1,500 words take 60 MB.
MAX_ANSWER_BYTES = 160 * 1024 * 1024
#: Resolution at which pages are rendered for recognition: at 200 dpi all digits of real scans are read, 300 only costs time.
RENDER_DPI = 200
#: Pages of one document that are recognised from pixels; each costs seconds.
MAX_RECOGNISED_PAGES = 60
