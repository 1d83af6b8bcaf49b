"""Dutch, French, Spanish and Italian invoices. Seen: 1 genuine Dutch file."""

import re

from extract.invoices.layout import InvoiceLayout

LAYOUT = InvoiceLayout(
    name="continental invoice",
    signs=("factuur|facture|factura|fattura", "btw|tva|iva"),
    title=re.compile(
        r"(?:fattura|factura|facture|factuur)\b\s*(?:n\.?[°ºo]?|nr\.?|num\.?|nummer)\s*:?\s*(?P<number>[A-Z0-9][\w./-]*)"
        r"(?:\s+(?:del|de|du|van|di|vom)\s+(?P<date>\d{1,2}[./-]\d{1,2}[./-]\d{4}))?",
        re.IGNORECASE,
    ),
    captions={
        "number": (
            "factuurnummer", "factuurnr", "factuur nr", "facture n°", "facture no", "numéro de facture", "n° de facture",
            "n° facture", "número de factura", "nº de factura", "nº factura", "factura nº", "numero fattura",
            "fattura n.", "fattura n°", "facture numéro",
        ),
        "date": (
            "factuurdatum", "date de facture", "date de la facture", "date d'émission", "fecha de factura",
            "fecha de emisión", "data fattura", "datum", "fecha", "data", "date",
        ),
        "due": (
            "vervaldatum", "te betalen voor", "date d'échéance", "échéance", "fecha de vencimiento", "vencimiento",
            "data scadenza", "scadenza",
        ),
        "net": (
            "exclusief btw", "totaal excl. btw", "totaal exclusief btw", "subtotaal excl. btw", "excl. btw", "subtotaal",
            "total ht", "montant ht", "sous-total", "total hors taxes", "base imponible", "subtotal", "imponibile",
            "totale imponibile",
        ),
        "tax": (
            "totaal btw", "btw bedrag", "btw", "total tva", "montant tva", "tva", "total iva", "cuota iva", "iva",
            "totale iva", "imposta",
        ),
        "total": (
            "totaal incl. btw", "totaal inclusief btw", "inclusief btw", "totaalbedrag", "totaal", "total ttc",
            "montant ttc", "total factura", "importe total", "totale fattura", "totale documento", "totale", "total",
        ),
        "payable": ("te betalen", "net à payer", "a pagar", "netto a pagare"),
        "seller": ("leverancier", "verkoper", "vendeur", "fournisseur", "proveedor", "fornitore"),
        "buyer": ("factuuradres", "klant", "aan", "client", "facturé à", "adresse de facturation", "cliente", "spett.le", "spett",
            "destinatario", "intestatario", "destinataire",
            "geadresseerde"),
        "tax_id": (
            "btw nummer", "btw-nummer", "btw nr", "btw", "n° tva", "tva intracommunautaire", "nif", "cif", "partita iva",
            "p.iva",
        ),
        "skip": (
            "klantnummer", "ordernummer", "orderdatum", "kvk", "bestelnummer", "numéro de client", "n° client", "iban",
            "bic",
        ),
    },
    columns={
        "description": ("artikel", "omschrijving", "désignation", "description", "descripción", "concepto", "descrizione"),
        "quantity": ("aantal", "quantité", "qté", "cantidad", "quantità", "q.tà"),
        "unit_price": (
            "prijs per stuk", "prijs", "stukprijs", "prix unitaire", "p.u.", "pu ht", "precio", "precio unitario",
            "prezzo", "prezzo unitario",
        ),
        "net": ("bedrag", "totaal", "montant ht", "total ht", "montant", "importe", "total", "importo", "totale"),
        "gross": ("prijs incl. btw", "total ttc", "montant ttc"),
        "tax_rate": ("btw %", "btw", "tva", "taux tva", "tva %", "iva", "iva %", "% iva"),
        "other": ("artikelnummer", "code", "référence", "ref"),
    },
    decimal=",",
    currency="EUR",
    precedence=3,
)  # fmt: skip
