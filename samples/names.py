"""Words that made-up names are put together from. None of the firms exists; a likeness would be chance."""

from __future__ import annotations

#: City, region code of the credit code (GB/T 2260), district and road.
CITIES = (
    ("杭州", "330106", "杭州市西湖区古墩路"),
    ("宁波", "330212", "宁波市鄞州区中河路"),
    ("苏州", "320508", "苏州市姑苏区干将路"),
    ("佛山", "440604", "佛山市禅城区季华路"),
    ("合肥", "340104", "合肥市蜀山区潜山路"),
    ("长沙", "430104", "长沙市岳麓区枫林路"),
    ("青岛", "370202", "青岛市市南区香港路"),
    ("郑州", "410105", "郑州市金水区农业路"),
)
BRAND_FIRST = "瑞恒嘉华泰宏锦晟弘凯澜辰旭铭骏拓"
BRAND_SECOND = "丰源达盛越信诚茂润航禾岳森朗川腾"
TRADES = ("商贸", "贸易", "五金机电", "工贸", "机电设备", "建材", "五金工具", "实业")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = ("建国", "晓峰", "丽娟", "志强", "文静", "海燕", "俊杰", "慧敏", "永刚", "雪梅", "国华", "春玲", "立新", "佳怡")
BANKS_CHINA = ("华川银行", "江岸银行", "东霖银行")
#: Goods: short name of the tax category, name, unit, cheapest and dearest price in fen.
GOODS_CHINA = (
    ("金属制品", "角磨机切割片", "盒", 4500, 8800),
    ("电动工具", "冲击钻13mm", "台", 23000, 39800),
    ("电线电缆", "铜芯电缆BVR4", "卷", 31000, 52000),
    ("照明装置", "LED工矿灯100W", "只", 9800, 18600),
    ("金属制品", "不锈钢阀门DN50", "只", 12600, 24800),
    ("劳动防护用品", "防护手套", "箱", 26000, 41000),
    ("通用设备", "空气压缩机", "台", 168000, 289000),
    ("塑料制品", "PVC排水管110", "根", 3900, 7600),
)

NAMES_FIRST = (
    *("Hartwell", "Northgate", "Pembury", "Calder", "Thornbridge", "Oakhurst", "Redmere", "Stanwick", "Ferndale", "Whitcombe"),
    *("Ashdown", "Brackley", "Colne", "Deepdale", "Elmfield", "Fulbrook", "Glenmore", "Harcastle", "Inglewood", "Kelham"),
    *("Lockwood", "Medway", "Newlands", "Otterburn", "Priory", "Quarndon", "Rushmere", "Selwood"),
)
NAMES_SECOND = ("Supplies", "Trading", "Fastenings", "Electrical", "Tools", "Packaging", "Distribution", "Fixings", "Workwear", "Hardware")
TOWNS = (
    ("Leeds", "LS11 5QT", "Holbeck Lane"),
    ("Derby", "DE24 8UX", "Sinfin Road"),
    ("Bristol", "BS4 3EH", "Bath Road"),
    ("Preston", "PR2 5BD", "Longridge Road"),
    ("Norwich", "NR6 6BF", "Vulcan Road"),
    ("Swindon", "SN2 2PJ", "Cheney Manor"),
)
SURNAMES_ENGLISH = ("Bennett", "Holroyd", "Marsden", "Whitfield", "Carver", "Ashworth", "Lindley", "Prior", "Sutcliffe", "Dunmore")
GIVEN_ENGLISH = ("Alan", "Judith", "Peter", "Helen", "Martin", "Claire", "Stephen", "Rachel", "Graham", "Lucy")
BANKS_ENGLISH = ("Northmere Bank plc", "Severn & County Bank plc", "Albion Mutual Bank plc")
#: Goods: code, name, unit, cheapest and dearest price in pence.
GOODS_ENGLISH = (
    ("CD-115", "Cutting discs 115mm, box of 25", "box", 1450, 2650),
    ("DR-18V", "Cordless drill 18V", "each", 6800, 11900),
    ("CB-T6", "Twin and earth cable 6mm, 50m", "drum", 5400, 8900),
    ("HB-100", "LED high bay light 100W", "each", 3800, 7200),
    ("VL-50", "Stainless ball valve DN50", "each", 2400, 4600),
    ("GL-12", "Rigger gloves, carton of 120", "carton", 11500, 18600),
    ("CP-50", "Air compressor 50 litre", "each", 16500, 29500),
    ("PV-110", "Soil pipe 110mm, 3m", "length", 900, 1900),
)
