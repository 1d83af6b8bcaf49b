"""What stands above and below the figures of a statement."""

from __future__ import annotations

from samples.company import Firm
from samples.papers.paper import Block, Line


def chinese_heading(firm: Firm, title: str, form: str, period: str) -> tuple[Block, ...]:
    """Title, form number, 编制单位, period and unit."""
    return (
        Line(centre=title, size=16, strong=True, gap=6),
        Line(right=form, size=8.5),
        Line(left=f"编制单位：{firm.name}", centre=period, right="单位：元", size=8.5, gap=3),
    )


def signatures(firm: Firm) -> Block:
    head, finance, clerk = firm.people
    return Line(left=f"单位负责人：{head}", centre=f"财务负责人：{finance}", right=f"制表人：{clerk}", size=8.5, gap=8)


def british_heading(firm: Firm, title: str, period: str) -> tuple[Block, ...]:
    """Company, its number, title and period."""
    return (
        Line(left=firm.name, right=f"Registered number: {firm.company_number}", size=11, strong=True, gap=10),
        Line(left=title, size=13, strong=True, gap=16),
        Line(left=period, size=10.5, gap=4),
        Line(left="", size=4, gap=2),
    )


def british_close(firm: Firm, year: int) -> tuple[Block, ...]:
    """The directors' statements and approval under a balance sheet."""
    texts = (
        f"For the year ended 31 December {year} the company was entitled to exemption from audit under section 477 of the",
        "Companies Act 2006 relating to small companies. The directors acknowledge their responsibilities for complying with the",
        "requirements of the Act with respect to accounting records and the preparation of accounts.",
        "",
        f"Approved by the board of directors on 12 March {year + 1} and signed on its behalf by:",
    )
    lines = [Line(left=text, size=8.5, gap=22 if index == 0 else 3) for index, text in enumerate(texts)]
    return (
        *lines,
        Line(left="................................................", size=9, gap=34),
        Line(left=f"{firm.people[0]}, director", size=9, gap=3),
    )
