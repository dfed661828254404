"""Words that make a name an organisation or a place, and bodies news never spells out."""

from __future__ import annotations

from factcheck.lexicon.wordset import word_set

#: As a part of a capitalised name these make it an organisation.
ORG_WORDS = word_set(
    """
    academy administration agency airlines airways alliance army assembly associates association authority
    bank bancorp board brigade broadcasting brothers bureau cabinet centre center centers chamber church
    club coalition college command commission committee communications community company confederation
    congress consortium corp corporation council court department directorate division enterprises
    exchange faculty federation fleet force forces foundation front fund government group guard holdings
    hospital inc industries institute institution insurance international investments jihad laboratories
    laboratory league legion ltd llc plc media ministry mission mosque movement museum navy network
    newspaper observatory office organisation organization parliament partners partnership party police
    post press project railway regiment reserve school secretariat senate service services society squad
    studios survey syndicate systems team technologies times tribunal tribune trust union university
    ventures research advisors analysts capital financial motors electric pharmaceuticals entertainment
    securities software semiconductor steel bancorp insurers watch works
    """
)

#: These head a name that goes on with "of" or "for" (Ministry of Defence).
ORG_HEADS = word_set(
    """
    academy association bank board bureau center centre centers chamber college commission committee
    confederation congress council court department directorate federation fund government house institute
    institution kingdom league ministry museum office organisation organization parliament party republic
    school secretariat society survey union university
    """
)

#: As the last word of a name these make it a place.
PLACE_WORDS = word_set(
    """
    airport archipelago avenue bay beach borough boulevard bridge canyon cape castle coast county creek
    desert district falls forest gulf harbor harbour heights highway hill hills island islands isle lake
    mountain mountains ocean oblast palace park peninsula plateau port prefecture prison province region
    reservoir river road sea square state station strait street territory town township valley village
    volcano
    """
)

#: These head a place name (Lake Geneva, Gulf of Aden).
PLACE_HEADS = word_set("lake mount mt gulf bay strait straits isle cape fort port sea horn camp")

#: Acronym -> full name, only where general news uses it unexplained and it has one meaning there.
ACRONYMS = {
    "UN": "United Nations",
    "U.N.": "United Nations",
    "EU": "European Union",
    "E.U.": "European Union",
    "NATO": "North Atlantic Treaty Organization",
    "WHO": "World Health Organization",
    "IMF": "International Monetary Fund",
    "WTO": "World Trade Organization",
    "FBI": "Federal Bureau of Investigation",
    "F.B.I.": "Federal Bureau of Investigation",
    "CIA": "Central Intelligence Agency",
    "C.I.A.": "Central Intelligence Agency",
    "NASA": "National Aeronautics and Space Administration",
    "OPEC": "Organization of the Petroleum Exporting Countries",
    "IAEA": "International Atomic Energy Agency",
    "USGS": "United States Geological Survey",
    "BBC": "British Broadcasting Corporation",
    "AP": "Associated Press",
    "AFP": "Agence France-Presse",
    "ECB": "European Central Bank",
    "SEC": "Securities and Exchange Commission",
    "FDA": "Food and Drug Administration",
    "EPA": "Environmental Protection Agency",
    "FAA": "Federal Aviation Administration",
    "NTSB": "National Transportation Safety Board",
    "CDC": "Centers for Disease Control and Prevention",
    "UNICEF": "United Nations Children's Fund",
    "UNHCR": "United Nations High Commissioner for Refugees",
    "UNRWA": "United Nations Relief and Works Agency",
    "OSCE": "Organization for Security and Co-operation in Europe",
    "ASEAN": "Association of Southeast Asian Nations",
    "CSTO": "Collective Security Treaty Organization",
    "IRA": "Irish Republican Army",
    "PKK": "Kurdistan Workers' Party",
    "PLO": "Palestine Liberation Organization",
    "FIFA": "FIFA",
    "UEFA": "UEFA",
    "IOC": "International Olympic Committee",
    "NFL": "National Football League",
    "NBA": "National Basketball Association",
    "NHL": "National Hockey League",
    "IBM": "IBM",
    "GM": "General Motors",
    "HP": "Hewlett-Packard",
    "H-P": "Hewlett-Packard",
    "GOP": "Republican Party",
    "Al-Qaida": "al-Qaeda",
    "Al Qaeda": "al-Qaeda",
    "Al-Qaeda": "al-Qaeda",
    "Al Qaida": "al-Qaeda",
    "al-Qaida": "al-Qaeda",
    "al Qaeda": "al-Qaeda",
    "Hizbollah": "Hezbollah",
    "Hizbullah": "Hezbollah",
    "al-Shabaab": "al-Shabab",
    "ISIS": "Islamic State",
    "ISIL": "Islamic State",
    "NHS": "National Health Service",
    "MI5": "MI5",
    "MI6": "MI6",
    "ICC": "International Criminal Court",
    "ICJ": "International Court of Justice",
}

#: Organisations whose name has no telling word, in lower case.
KNOWN_ORGS = frozenset(
    """
    reuters|xinhua|bloomberg|interfax|tass|ria novosti|al jazeera|al-jazeera|cnn
    fox news|nbc|abc news|cbs|bbc news|associated press|agence france-presse|kyodo
    the guardian|new york times|washington post|wall street journal|twitter|facebook|google
    alphabet|microsoft|apple|amazon|intel|oracle|samsung|sony|toyota|honda|nissan
    volkswagen|boeing|airbus|general motors|general electric|hewlett-packard|hewlett packard
    goldman sachs|jp morgan|jpmorgan|morgan stanley|deutsche bank|hsbc|barclays|citigroup
    lehman brothers|exxon|exxonmobil|shell|chevron|gazprom|rosneft|lukoil|walmart
    wal-mart|netflix|tesla|spacex|uber|youtube|yahoo|nokia|hezbollah|hamas|taliban
    al-qaeda|al-qaida|al qaeda|al-shabab|al-shabaab|boko haram|islamic state|fatah|isis
    kremlin|white house|pentagon|capitol hill|downing street|scotland yard|interpol|europol
    greenpeace|amnesty international|human rights watch|red cross|red crescent|european union
    united nations|general assembly|supreme court|house of representatives|house of commons
    house of lords|state department|justice department|defense department|treasury
    federal reserve|wall street|tory party|congress|parliament|knesset|duma|bundestag
    manchester united|real madrid|nasdaq|dow jones|pfizer|moderna|astrazeneca|merck
    novartis|roche|lufthansa|ryanair|british airways|air france|american airlines
    united airlines|delta air lines|aeroflot|qantas|world bank
    """.replace("\n", "|")
    .replace("    ", "")
    .split("|")
) - {""}
