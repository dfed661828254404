"""Currency signs, codes and names, to ISO 4217.

A bare sign or name means the best-known currency of that name (USD for $ and dollars);
a country's adjective or letters before it choose another.
"""

from __future__ import annotations

from factcheck.lexicon.wordset import word_set

SIGNS = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY",
    "₪": "ILS", "₦": "NGN", "₫": "VND", "₭": "LAK", "฿": "THB", "₱": "PHP", "₴": "UAH", "₸": "KZT",
    "₵": "GHS", "₾": "GEL",
}  # fmt: skip
CODES = word_set(
    """
    USD GBP EUR JPY CNY RMB INR RUB KRW TRY ILS NGN VND LAK THB PHP UAH KZT GHS GEL AUD CAD NZD HKD
    SGD TWD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN MXN BRL ARS CLP COP PEN ZAR EGP KES MYR IDR PKR
    BDT LKR AED SAR QAR KWD BTC ETH
    """
)
#: Letters before a dollar sign.
SIGN_PREFIXES = {
    "us": "USD", "u.s.": "USD", "u.s": "USD", "usd": "USD", "c": "CAD", "ca": "CAD", "can": "CAD",
    "cad": "CAD", "a": "AUD", "au": "AUD", "aud": "AUD", "nz": "NZD", "nzd": "NZD", "hk": "HKD",
    "hkd": "HKD", "s": "SGD", "sgd": "SGD", "nt": "TWD", "r": "BRL", "mx": "MXN",
}  # fmt: skip
NAMES = {
    "dollar": "USD", "dollars": "USD", "buck": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR",
    "pound": "GBP", "pounds": "GBP", "sterling": "GBP", "quid": "GBP", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rupee": "INR", "rupees": "INR", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB",
    "roubles": "RUB", "won": "KRW", "lira": "TRY", "liras": "TRY", "shekel": "ILS", "shekels": "ILS",
    "naira": "NGN", "dong": "VND", "kip": "LAK", "baht": "THB", "peso": "MXN", "pesos": "MXN",
    "hryvnia": "UAH", "hryvnias": "UAH", "tenge": "KZT", "cedi": "GHS", "cedis": "GHS", "franc": "CHF",
    "francs": "CHF", "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "zloty": "PLN",
    "zlotys": "PLN", "forint": "HUF", "forints": "HUF", "koruna": "CZK", "reais": "BRL", "rand": "ZAR",
    "rands": "ZAR", "ringgit": "MYR", "rupiah": "IDR", "taka": "BDT", "dirham": "AED", "dirhams": "AED",
    "riyal": "SAR", "riyals": "SAR", "rial": "IRR", "rials": "IRR", "dinar": "dinar", "dinars": "dinar",
    "shilling": "KES", "shillings": "KES", "markka": "FIM", "peseta": "ESP", "pesetas": "ESP",
    "lire": "ITL", "guilders": "NLG", "drachmas": "GRD", "bitcoin": "BTC", "bitcoins": "BTC",
    "crowns": "crown", "cent": "USD-cent", "cents": "USD-cent", "pence": "GBP-penny",
    "pennies": "GBP-penny", "kopecks": "RUB-kopeck",
}  # fmt: skip
#: A country's adjective before a name that several countries use.
NATIONAL = {
    "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "zealand": "NZD",
    "kong": "HKD", "singapore": "SGD", "singaporean": "SGD", "taiwan": "TWD", "swiss": "CHF",
    "french": "FRF", "belgian": "BEF", "cfa": "XOF", "british": "GBP", "egyptian": "EGP", "lebanese": "LBP",
    "syrian": "SYP", "sudanese": "SDG", "irish": "IEP", "mexican": "MXN", "philippine": "PHP",
    "argentine": "ARS", "chilean": "CLP", "colombian": "COP", "cuban": "CUP", "indian": "INR",
    "pakistani": "PKR", "nepalese": "NPR", "russian": "RUB", "belarusian": "BYN", "swedish": "SEK",
    "norwegian": "NOK", "danish": "DKK", "icelandic": "ISK", "czech": "CZK", "turkish": "TRY",
    "korean": "KRW", "japanese": "JPY", "chinese": "CNY", "iraqi": "IQD", "kuwaiti": "KWD",
    "jordanian": "JOD", "serbian": "RSD", "saudi": "SAR", "qatari": "QAR", "iranian": "IRR", "omani": "OMR",
    "kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS", "somali": "SOS", "israeli": "ILS",
    "finnish": "FIM", "ukrainian": "UAH", "polish": "PLN", "thai": "THB", "brazilian": "BRL",
}  # fmt: skip
#: Names that are other words, too, and need a scale word or a national adjective before them.
AMBIGUOUS = word_set("won pound pounds rand kip dong buck crowns taka")
#: Hundredths and the currency they belong to.
MINOR = {"USD-cent": "USD", "GBP-penny": "GBP", "RUB-kopeck": "RUB"}
