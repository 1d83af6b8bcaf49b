"""German invoices (Rechnung, Gutschrift), Factur-X and ZUGFeRD visual pages among them. Seen: 11 genuine files."""

import re

from extract.invoices.layout import InvoiceLayout

LAYOUT = InvoiceLayout(
    name="German invoice",
    signs=("rechnung|gutschrift", "netto|brutto|mwst|ust|umsatzsteuer|mehrwertsteuer|steuerbetrag|gesamtbetrag|rechnungsbetrag"),
    title=re.compile(
        r"(?:rechnung|gutschrift)\b.*?\b(?:Nr\.?|Nummer)\s*:?\s*(?P<number>[A-Z0-9][\w./-]*\d[\w./-]*)"
        r"(?:\s+vom\s+(?P<date>\d{1,2}\.\s?\d{1,2}\.\d{4}))?",
        re.IGNORECASE,
    ),
    captions={
        "number": (
            "rechnungsnummer", "rechnungs-nr", "rechnungsnr", "rechnung nr", "rechnungs nr", "re-nr", "rg-nr", "beleg-nr",
            "belegnummer", "gutschriftsnummer", "gutschrift nr", "rechnung", "beleg nr",
        ),
        "date": ("rechnungsdatum", "datum der rechnung", "belegdatum", "ausstellungsdatum", "gutschriftsdatum", "datum"),
        "due": (
            "fälligkeitsdatum", "fällig am", "fälligkeit", "zahlbar bis", "zahlungsziel", "zu zahlen bis", "fällig bis",
        ),
        "net": (
            "rechnungssumme ohne ust", "gesamtbetrag netto", "summe netto", "nettosumme", "nettobetrag", "gesamt netto",
            "netto gesamt", "nettogesamtbetrag", "warenwert netto", "rechnungsbetrag netto", "zwischensumme",
            "summe ohne mwst", "netto",
        ),
        "tax": (
            "steuerbetrag", "umsatzsteuer", "mehrwertsteuer", "mwst", "ust", "mwst. betrag", "summe mwst", "summe ust",
            "zzgl. mwst", "zzgl. ust", "zzgl. umsatzsteuer", "zzgl. mehrwertsteuer", "gesamt mwst",
        ),
        "total": (
            "bruttosumme", "gesamtbetrag brutto", "bruttobetrag", "rechnungsbetrag brutto", "rechnungsbetrag",
            "gesamtbetrag", "gesamtsumme", "endbetrag", "rechnungssumme", "gesamt brutto", "summe brutto",
            "gesamtbetrag inkl. mwst", "gesamtpreis", "gesamt", "summe", "brutto",
        ),
        "payable": ("zahlbetrag", "zu zahlender betrag", "zu zahlen", "offener betrag", "restbetrag"),
        "seller": ("verkäufer", "rechnungssteller", "lieferant", "leistungserbringer", "rechnungsaussteller"),
        "buyer": (
            "käufer/leistungsempfänger", "käufer", "rechnungsempfänger", "kunde", "leistungsempfänger", "auftraggeber",
            "rechnung an",
        ),
        "name": ("name", "firma"),
        "address": ("anschrift", "adresse"),
        "tax_id": (
            "ust.-id.-nr", "ust-idnr", "ust-id-nr", "ust-id", "ust.-idnr", "umsatzsteuer-id", "ustid",
            "umsatzsteuer-identifikationsnummer", "steuernummer", "steuer-nr", "st.-nr", "st-nr",
        ),
        "currency": ("währung",),
        "skip": (
            "kundennummer", "kunden-nr", "kundennr", "bestellnummer", "bestellung", "auftragsnummer", "lieferdatum",
            "leistungsdatum", "liefer- und leistungsdatum", "lieferscheinnummer", "lieferschein-nr", "bestelldatum",
            "auftragsdatum", "leistungszeitraum", "abrechnungszeitraum", "abweichender warenempfänger",
            "abweichender zahlungsempfänger", "telefon", "e-mail", "iban", "bic", "globale nummer", "nummer",
            "ansprechpartner", "handelsregisternummer", "positionssumme", "erhaltene anzahlungen", "seite",
            "referenz des käufers", "lieferavis", "bemerkungen", "betreff",
        ),
    },
    columns={
        "description": (
            "beschreibung", "bezeichnung", "artikel", "leistung", "artikelbezeichnung", "text", "position", "produkt",
        ),
        "quantity": ("menge", "anzahl", "stunden", "stk"),
        "unit_price": ("nettopreis", "einzelpreis", "preis", "e-preis", "preis/einheit", "einzelpreis netto", "ep"),
        "net": ("nettobetrag", "gesamtpreis", "betrag", "gesamt", "summe", "netto", "g-preis", "gesamt netto", "gp"),
        "gross": ("bruttobetrag", "brutto", "gesamt brutto"),
        "tax_rate": ("steuersatz", "mwst", "ust", "mwst %", "ust %", "mwst-satz", "mwst. %", "ust.-satz"),
        "tax": ("steuerbetrag", "mwst-betrag"),
        "unit": ("einheit", "me"),
        "other": ("pos", "pos.", "art-nr", "artikelnr", "artikel-nr", "rabatt", "datum"),
    },
    decimal=",",
    currency="EUR",
    precedence=2,
)  # fmt: skip
