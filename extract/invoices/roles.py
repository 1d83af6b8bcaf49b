"""What the words beside an amount, or above a column, mean, where no list of captions has them: by their key words, in several languages.

The first pattern that fits decides, so particular words stand before general ones: "total discount" is a discount.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.invoices.layout import ItemRole
from extract.records import InvoiceAmountRole

_TAX = r"vat|gst|hst|pst|qst|sst|tax|tva|mwst|ust|btw|iva|moms|usst|umsatzsteuer|mehrwertsteuer|cukai|税额|稅額|增值税"
_WITHOUT = (
    r"\bexcl|\bex\b|\bexc\b|\bexempt|\bbefore\b|\bnet\b(?! (?:due|payable|to pay|total))|\bnetto\b|\bwithout\b|\bht\b|hors tax|ohne|"
    r"sans tva|"
    r"senza|sin iva|不含税|未税|未稅|pre-?tax|less tax|\btaxable\b"
)
_WITH = r"\bincl|\binc\b|\bgross\b|\bbrutto\b|\bttc\b|\bwith (?:vat|tax|gst)|含税|含稅|价税合计"

_AMOUNTS: tuple[tuple[InvoiceAmountRole | None, str], ...] = (
    ("total", r"^total \d+ items?$"),
    ("net", r"\b(?:items?|lines?) total$|\btotal (?:of )?(?:lines|items)$"),
    ("tax", r"[税稅][额額金](?:小计|合计|小計|合計)|(?:合计|小计|合計|小計)[税稅][额額金]"),
    ("tax", rf"^(?:total )?(?:{_TAX}) (?:is )?included$|^incl(?:uded|uding|udes|\.)? (?:total )?(?:{_TAX})"),
    ("retention", r"with-?h(?:eld|olding)|\bwht\b|tax withheld|代扣|预扣|\birpf\b|ritenuta"),
    ("paid", r"(?:paid|payments?) (?:received )?(?:on account|in advance|to date)|on account$"),
    (None, r"\b(?:qty|quantity|(?<!total )items?|pieces|pcs|units|hours|weight|points?|pages?|packages)\b|件数|数量|积分|重量|page|rate$|"
           r"account|a/c\b|(?<!to )\bdate\b|日期|code|number|\bno\b|days|^(?:over|under)|saved|saving|member|card no|"
           r"capital|\bref|limit|\bid$|会员|余额|电话"),
    ("carried", r"carried|brought|b/f|c/f|\bpage total|转下页|承前页|过次页|report à nouveau|übertrag"),
    ("change", r"^change\b|change due|\bbaki\b|找零|找赎|找回|wechselgeld|rückgeld|\bbalik|rendu|resto$|cambio"),
    ("tip", r"\btips?\b|gratuit|service charge|^service$|pourboire|服务费|小费"),
    ("rounding", r"round|pelarasan|penggenapan|抹零|舍入|尾差|arrondi|rundung|afronding|redondeo"),
    ("discount", r"\bdisc\b|discount|rebate|\bvoucher|\bcoupon|promo|diskaun|remise|rabatt|skonto|korting|descuento|"
     r"sconto|nachlass|^credits?$|优惠|折扣|立减|满减"),
    ("retention", r"retention|retainage|质保金|保留金"),
    ("deduction", r"previous|previously|prior (?:bill|invoice|cert|appl)|less paid|already (?:bill|invoice)|contra charge"),
    ("paid", r"deposit|\bpaid\b|prepa|advance|payments?(?: received)?$|\breceived\b|on account|acompte|anzahlung|aanbetaling|anticipo|"
             r"acconto|"
             r"credit applied|预付|已付|定金|已收"),
    ("cash", r"\bcash\b|tunai|\btender|\bvisa\b|master\s?card|\bamex\b|debit|contactless|\bcard\b|\bcheque\b|e-?wallet|gegeben|\bbar\b|"
             r"espèces|efectivo|contante|\bpin\b|微信|支付宝|现金|刷卡|银联|实收|收款|付款|云闪付|储值"),
    ("shipping", r"carriage|freight|surcharge|shipping|delivery|postage|handling|\bp ?& ?p\b|transport$|frais de port|\bport\b|"
                 r"versand|verzend|"
                 r"porto|"
                 r"envío|spedizione|运费|配送费|快递费"),
    ("payable", r"balance|outstanding|\bto pay\b|amount (?:due|payable)|\bnow due|\bremaining|please (?:pay|remit)|reste à payer|"
                r"net à payer|"
                r"restbetrag|"
                r"zu zahlen|zahlbetrag|te betalen|a pagar|da pagare|尚欠|未付|欠款|left to pay"),
    (None, r"\bsupplies\b|zero.?rated|standard.?rated|\bsr\b|\bzrl?\b"),
    ("total", rf"(?:total|amount|price|sum|jumlah).*(?:{_WITH})|(?:{_WITH}).*total"),
    ("net", rf"(?:total|amount|sum|value|price|sales|montant|betrag).*(?:{_WITHOUT})|^(?:{_WITHOUT}).*(?:total|amount|price|value|"
            rf"sales)"),
    ("net", r"sub-?\s?total|subtotaal|sous-total|zwischensumme|jumlah kecil|merchandise|\bgoods\b|sum of lines|小计|小計|item total|"
            r"\blabou?r\b(?=.*total)|商品金额|总计金额"),
    ("net", r"\bnet (?:of )?(?:vat|gst|tax)\b|\bnet (?:amount|total|value|sales)\b(?! (?:due|payable|to pay))|^nett?$|labou?r$|"
            r"materials?$|^charges$"),
    ("tax", rf"(?:^|[^a-z])(?:{_TAX})\b(?!.*\b(?:total|value|payable)\b)(?!.*(?:incl|inc\b|excl|ex\b|before))|\btotal (?:{_TAX})$|"
            rf"\b(?:{_TAX}) (?:total|payable|amount|value)$"),
    ("net", rf"(?:total|amount|sum|value|price|montant|betrag|importe|合计|金额)?.*(?:{_WITHOUT})"),
    ("total", r"\btotal|\bsum\b|\bsumme\b|amount|jumlah|invoice value|\bgross\b|totaal|totale|importe|gesamt|"
              r"montant|应收|應收|应付|实付|合计|合計|"
              r"总计|總計|总额|總額|价税合计|小写|\bttc\b|to be paid|payable|\bdue\b|charged"),
)  # fmt: skip
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _AMOUNTS)

_COLUMNS: tuple[tuple[ItemRole, str], ...] = (
    # Of two characters recognition hurts one.
    ("net", r"^(?:[£$€¥￥]|gbp|usd|eur|rm|元)$|^fees?$"), ("unit_price", r"(?:session|day|daily|hourly|monthly) (?:fee|rate)"),
    ("quantity", r"^(?:tonnes|tons|kgs?|litres|liters|miles|km|sessions|words|visits|shifts|weeks|months)$"),
    ("net", r"^金.$"), ("tax", r"^[税稅].$"), ("quantity", r"^[数數].$"),
    ("description", r"^(?:item )?(?:descri\w*|details?|particulars|services?|products?|goods|works?|articles?|materials?|tasks?|"
                    r"activit\w+|item|"
                    r"désignation|libellé|bezeichnung|beschreibung|omschrijving|concepto|descrizione|barang|butiran|"
                    r"perkara)\b(?!.*(?:code|no\b|"
                    r"number|#|total|value|amount|price|cost))"),
    ("description", r"(?:名称|品名|项目|貨品|货品|商品|摘要|服务|品项|菜名)(?!.*(?:编号|代码|金额))|"
                    r"(?:name|description) (?:of|and)|item name"),
    ("discount", r"\bdisc\b|discount|rebate|rabatt|remise|korting|\bdto\b|sconto|diskaun|优惠|折扣"),
    ("other", r"ordered|back ?order|\bb/?o\b|outstanding|previous|contract|complete|code|\bv/?c\b|\bsku\b|\bref\b|(?<!to )\bdate\b|"
              r"weight|"
              r"编号|序号|规格|型号|\bline\b$|\bpos\b|item (?:no|number|#)|part (?:no|number|#)|catalog|model|"
              r"colou?r|size|lot|batch|serial"),
    ("tax_rate", rf"(?:{_TAX})\b.*(?:%|rate|satz|taux)|(?:%|\brate\b|taux|税率).*(?:{_TAX})|税率|征收率"),
    ("unit_price", r"^(?!.*(?:total|line|ext|amount))(?:.*(?:price|cost|\brate\b|preis|prix|prijs|precio|prezzo|harga|tarif|"
                   r"单价|單價|售价)|"
                   r".*\bp\.? ?u\b|"
                   r".*\beach\b|unit (?:net|cost|value|price)|.*per (?:unit|hour|day|item|piece))"),
    ("gross", rf"{_WITH}"),
    ("quantity", r"\bqty\b|quantit|\bhours?\b|\bhrs\b|\bunits\b|shipped|supplied|delivered|\bpcs\b|menge|anzahl|aantal|\bqté|cantidad|"
                 r"kuantiti|\bdays?\b|"
                 r"nights|no of|\bcount\b|数量|數量|\bvolume\b|stück"),
    ("tax", rf"^(?:total )?(?:{_TAX})\b(?: amount| amt| value|\s*[(（].*)?$|\bline (?:{_TAX})"),
    ("net", r"amount|total|value|\bext(?:ended|ension|d)?\b|\bnet\b|\bnetto\b|montant|betrag|importe|importo|bedrag|jumlah|金额|金額|小计|"
            r"小計|\bsum\b|"
            r"charge|line (?:net|price)|price|\bgoods\b"),
    ("unit", r"^(?:unit|uom|u/m|unité|einheit|unidad|单位|單位|計量單位|measure)$"),
)  # fmt: skip
_COMPILED_COLUMNS = tuple((role, re.compile(pattern)) for role, pattern in _COLUMNS)
#: Words and signs around a caption that say nothing of its meaning: a rate, a currency, a base ("on £742.00"), an ordinal.
_SILENT = re.compile(
    r"[（(]\s*(?:gbp|eur|usd|cny|rmb|rm|hkd|[£$€¥￥元])?\s*[)）]|\d[\d.,]*\s*%|%|@|[£$€¥￥]\s?\d[\d.,]*|\b(?:gbp|eur|usd|cny|rmb|hkd|hk\$|"
    r"myr|rm|sgd|aud|cad|chf|in|of|the|add|"
    r"less|plus|zzgl)\b|"
    r"\bon\s+\d[\d.,]*|"
    r"[:：=*]|^\W+",
    re.IGNORECASE,
)
#: A caption is short; more words are a sentence.
_LONGEST = 60


@lru_cache(maxsize=4096)
def amount_role(label: str) -> InvoiceAmountRole | None:
    """What the amount beside `label` is; None where its words tell nothing or it is no amount of money."""
    words = " ".join(re.sub(r"[.()（）]", " ", _SILENT.sub(" ", label.lower())).split())
    words = words.removesuffix("小写").strip() or words  # says only that the amount is in figures
    if len(label) > _LONGEST:
        return None
    if not words:
        return None
    for role, pattern in _COMPILED:
        if pattern.search(words):
            return role
    return None


@lru_cache(maxsize=4096)
def column_role(caption: str) -> ItemRole | None:
    """What a column of items holds, by its name; None where the name tells nothing."""
    words = " ".join(re.sub(r"[.:：#£€$]", " ", caption.lower()).split()) or caption.strip().lower()
    if not words or len(caption) > _LONGEST:
        return None
    return next((role for role, pattern in _COMPILED_COLUMNS if pattern.search(words)), None)
