"""The predicates a counted thing can take part in, normalised: killed, injured, arrested ...

The lexicon covers the predicates of running figures and of everyday news.
"""

from __future__ import annotations

from factcheck.lexicon.wordset import word_set

#: role | forms that take the counted thing as their object | forms said of it after its
#: noun | nouns that count the event itself ("24 deaths").
_TABLE = """
killed|kill kills killing killed slaying slain murdered murdering massacred claiming claimed \
executed|killed dead died dying perished drowned slain murdered executed|death deaths fatality \
fatalities killings murders
injured|injure injures injuring injured wound wounds wounding wounded hurting hurt maimed|injured \
wounded hurt|injury injuries
missing||missing unaccounted|
arrested|arrest arrests arresting arrested detain detains detaining detained capture captures \
capturing captured apprehend apprehends apprehending apprehended nab nabs nabbing nabbed \
nabs|arrested detained captured apprehended nabbed jailed|arrests detentions
rescued|rescue rescues rescuing rescued saving saved|rescued saved survived|survivors
evacuated|evacuate evacuates evacuating evacuated|evacuated|evacuations
displaced|displace displaces displacing displaced uprooting uprooted|displaced homeless uprooted \
fled|
damaged|damage damages damaging damaged|damaged|
destroyed|destroy destroys destroying destroyed leveling leveled levelled levelling flattening \
flattened razing razed|destroyed flattened razed leveled levelled|
infected|infect infects infecting infected|infected \
contracted|infections
sickened|sicken sickening sickened|sickened|
hospitalised|hospitalise hospitalised hospitalize hospitalized hospitalizing|hospitalised \
hospitalized|hospitalisations hospitalizations
treated|treat treating treated|treated|
deployed|deploy deploys deploying deployed dispatched dispatching send sends sending sent|deployed \
dispatched sent stationed|
withdrawn|withdraw withdraws withdrawing withdrew withdrawn|withdrawn withdrew|
born||born|births
hired|hire hires hiring hired recruiting recruited|hired recruited|hires
laid_off|sack sacks sacking sacked fired firing cutting cut axing axed|sacked fired axed \
redundant|layoffs redundancies
abducted|abduct abducts abducting abducted kidnap kidnaps kidnapping kidnapped|abducted kidnapped \
hostage|abductions kidnappings
shot|shot shooting|shot|
charged|charge charges charging charged indicting indicted|charged indicted prosecuted|
convicted|convict convicts convicting convicted sentence sentences sentencing \
sentenced|convicted sentenced|convictions
released|release releases releasing released freeing freed|released freed|
seized|seize seizes seizing seized confiscating confiscated recovering recovered|seized \
confiscated recovered|
launched|launch launches launching launched|launched|
dropped|drop drops dropping dropped|dropped|
collapsed||collapsed|
exploded|detonate detonates detonated detonating|exploded explode explodes detonated|explosions
landed||landed|
closed|close closes closing closed shut shuts shutting shutter shuttered|closed shut shuttered|closures
opened|open opens opening opened|opened|
employed|employ employs employing employed|employed|
stranded|strand stranding stranded trapping trapped|stranded trapped|
escaped||escaped|
recalled|recall recalls recalling recalled|recalled|recalls
cancelled|cancel cancels cancelled canceled cancelling canceling|cancelled canceled|cancellations
expelled|expel expels expelled expelling|expelled|expulsions
attacked|attack attacks attacked attacking|attacked|
downed|downing downed|downed|
buried|bury burying buried|buried|
sold|sell sells selling sold|sold|
won|win wins winning won|won|
affected|affect affects affecting affected|affected|
attended|draw draws drew attracted attract|attended gathered protested marched rallied filled packed thronged|
found|find finds finding found discover discovered|found discovered|
"""
BY_OBJECT: dict[str, str] = {}
BY_AFTER: dict[str, str] = {}
BY_NOUN: dict[str, str] = {}
for _line in _TABLE.strip().splitlines():
    _role, _objects, _states, _nouns = _line.split("|")
    BY_OBJECT.update(dict.fromkeys(_objects.split(), _role))
    BY_AFTER.update(dict.fromkeys(_states.split(), _role))
    BY_NOUN.update(dict.fromkeys(_nouns.split(), _role))
#: Roles that only living beings take: an elliptic "20 wounded" means people named before.
PERSONAL = word_set(
    """
    killed injured sickened missing arrested rescued evacuated displaced infected hospitalised treated born
    hired laid_off abducted shot charged convicted released escaped
    """
)


def is_state(word: str) -> bool:
    """Whether the word says what happened to the thing before it ("20 wounded")."""
    return word in BY_AFTER


def noun_role(word: str) -> str | None:
    """The role of a noun that counts events ("24 deaths")."""
    return BY_NOUN.get(word)


def object_role(word: str) -> str | None:
    """The role a verb form gives to its object ("killing four")."""
    return BY_OBJECT.get(word)


def state_role(word: str) -> str | None:
    """The role a participle or adjective gives to the thing it is said of."""
    return BY_AFTER.get(word)
