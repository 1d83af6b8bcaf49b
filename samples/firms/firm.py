"""The nouns of a made-up firm: who it is, whom it trades with, how it does business. Drawing them is profile.py's and parties.py's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from samples.population.splits import Split

Language = Literal["zh", "en"]
Country = Literal["CN", "GB", "US"]
Industry = Literal["trade", "manufacturing", "catering", "construction", "services"]
#: xqy, cas: Chinese small-enterprise and general standard.   frs105, frs102 (Section 1A): British.   us_tax: income tax basis.
Framework = Literal["xqy", "cas", "frs102", "frs105", "ifrs_smes", "us_gaap", "us_tax"]
#: general, small_scale: Chinese VAT.   uk_vat; sales_tax: American, sales tax collected for the state.
Taxpayer = Literal["general", "small_scale", "uk_vat", "sales_tax"]
Bookkeeper = Literal["in_house", "agency", "owner"]
Role = Literal[
    "customer", "supplier", "platform", "landlord", "utility", "carrier", "office", "lender", "treasury", "insurer", "staff", "owner",
    "related", "private_lender", "helper", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Someone the firm deals with.

    id         "customer-07", "supplier-02", "landlord", "owner", "lender-1", …: the key that journal entries carry
    tax_id     credit code, VAT number or EIN; "" for a natural person
    bank, account   where it banks, and its account number there
    aliases    how bank lines also spell the name: shortened, transliterated, a group's payer
    terms      days from invoice to payment
    weight     of its share in the trade with its like
    natural    a person and no firm
    disclosed  the borrower names it as related (only role "related" and "owner" have a reason to be)
    trades     on which side a firm of the family trades with this one; "" for the others: what customers and suppliers are, their role says
    """

    id: str
    role: Role
    name: str
    tax_id: str = ""
    address: str = ""
    phone: str = ""
    bank: str = ""
    account: str = ""
    aliases: tuple[str, ...] = ()
    terms: int = 0
    weight: float = 1.0
    natural: bool = False
    disclosed: bool = True
    trades: Literal["", "customer", "supplier"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account of the firm at a bank.   id: "bank_1" …, also the ledger account   bank: id in the catalogue of made-up banks

    kind   basic: the one that every firm has; general: for trade as well; wages, tax: only for that
    """

    id: str
    bank: str
    bank_name: str
    branch: str
    number: str
    kind: Literal["basic", "general"] = "basic"
    iban: str = ""
    bic: str = ""
    sort_code: str = ""


@dataclass(frozen=True, slots=True)
class Good:
    """What is sold or bought.   price, cost: minor units for one unit, without VAT   category: short name of its tax category, or code"""

    category: str
    name: str
    unit: str
    price: int
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How the firm does business. Amounts in minor units a year unless they say otherwise; shares are plain numbers (0.14 is 14 %).

    revenue         net sales of the first simulated year of twelve months
    growth          a year
    gross_margin, margin_noise   of net sales; standard deviation between months
    tickets         sales a month, on average
    terms, terms_deviation       of sales, days
    cash_share      of sales paid at once
    retention       of each bill, held back for retention_months (construction)
    vat_rate        of sales; input_rate: of purchases of goods
    payroll         gross wages of a month; headcount: persons; insured: of them
    levy, withheld  employer's contributions on top of wages; employees' contributions and tax out of them
    rent            a month; power: a month, of which kwh_price a kilowatt-hour
    loan            owed when the books open; loan_rate a year; loan_style: "rollover" or "instalments"
    owner_loan      owed to (positive) or by (negative) the owner when the books open
    owner_card      share of receipts that go to the owner's own card
    notes_share     share of receipts that come as bankers' acceptances
    platform_fee    of platform sales (catering)
    fixed_assets    cost of them when the books open; capex: a year
    """

    revenue: int
    growth: float
    gross_margin: float
    margin_noise: float
    tickets: float
    terms: float
    terms_deviation: float
    purchase_terms: float
    purchase_terms_deviation: float
    cash_share: float
    retention: float
    retention_months: int
    vat_rate: float
    input_rate: float
    stock_days: float
    payroll: int
    headcount: int
    insured: int
    levy: float
    withheld: float
    rent: int
    power: int
    kwh_price: int
    overheads: int
    freight_share: float
    entertainment_share: float
    loan: int
    loan_rate: float
    loan_style: Literal["rollover", "instalments"]
    owner_loan: int
    owner_card: float
    notes_share: float
    invoices_wanted: float
    platform_fee: float
    fixed_assets: int
    capex: int
    capital: int
    dividend: int
    opening_cash: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """One applicant for a loan.

    split        everything that its case is made of comes from this side
    people       legal representative, head of finance, bookkeeper
    first, last  first and last day of the books; year_ends: the two or three financial years that end inside
    applied      day of the application, after `last`
    parties      by id, every one of them
    micro        small enough to hand in few papers
    """

    seed: int
    split: Split
    language: Language
    country: Country
    industry: Industry
    framework: Framework
    taxpayer: Taxpayer
    currency: str
    name: str
    short_name: str
    tax_id: str
    company_number: str
    legal_form: str
    city: str
    address: str
    phone: str
    founded: date
    people: tuple[str, str, str]
    bookkeeper: Bookkeeper
    software: str
    micro: bool
    accounts: tuple[Account, ...]
    parties: Mapping[str, Party]
    goods: tuple[Good, ...]
    materials: tuple[Good, ...]
    profile: Profile
    first: date
    last: date
    year_ends: tuple[date, ...]
    applied: date

    def of(self, role: Role) -> tuple[Party, ...]:
        """The parties of that role, in the order of their ids."""
        return tuple(party for _, party in sorted(self.parties.items()) if party.role == role)

    def trading(self, role: Literal["customer", "supplier"]) -> tuple[Party, ...]:
        """The customers or suppliers, and after them the family's firms that trade on that side."""
        return (*self.of(role), *(party for party in self.of("related") if party.trades == role))

    @property
    def owner(self) -> Party:
        return self.of("owner")[0]
