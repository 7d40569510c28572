"""Networks, streamers and studios as the press writes them, by family: "HBO Max" and "Max" speak for "HBO".

Knows nothing of which show runs where.
"""

from __future__ import annotations

import re
from functools import lru_cache

_FAMILIES: dict[str, tuple[str, ...]] = {
    "netflix": ("Netflix",),
    "amazon": ("Prime Video", "Amazon Prime Video", "Amazon Prime", "Amazon MGM Studios", "Amazon", "Freevee"),
    "apple": ("Apple TV+", "Apple TV Plus", "Apple TV", "AppleTV+", "Apple"),
    "disney": ("Disney+", "Disney Plus", "Disney Channel", "Disney", "Marvel Television", "Lucasfilm"),
    "hulu": ("Hulu",),
    "hbo": ("HBO Max", "HBO", "Max"),
    "paramount": ("Paramount+ with Showtime", "Paramount+", "Paramount Plus", "Paramount", "CBS All Access"),
    "showtime": ("Showtime", "Paramount+ with Showtime"),
    "peacock": ("Peacock",),
    "abc": ("ABC", "ABC Family"),
    "nbc": ("NBC", "NBCUniversal"),
    "cbs": ("CBS", "CBS Studios", "CBS All Access"),
    "fox": ("Fox", "FOX"),
    "cw": ("The CW", "CW"),
    "fx": ("FX", "FXX", "FX on Hulu"),
    "amc": ("AMC", "AMC+"),
    "mgm": ("MGM+", "MGM Plus", "Epix"),
    "starz": ("Starz", "STARZ"),
    "syfy": ("Syfy", "SYFY"),
    "usa": ("USA Network",),
    "tnt": ("TNT",),
    "tbs": ("TBS",),
    "pop": ("Pop TV",),
    "bravo": ("Bravo",),
    "freeform": ("Freeform",),
    "bet": ("BET", "BET+"),
    "hallmark": ("Hallmark Channel", "Hallmark+", "Hallmark"),
    "lifetime": ("Lifetime",),
    "britbox": ("BritBox", "Britbox"),
    "acorn": ("Acorn TV",),
    "shudder": ("Shudder",),
    "adult-swim": ("Adult Swim", "Cartoon Network"),
    "comedy-central": ("Comedy Central",),
    "nickelodeon": ("Nickelodeon",),
    "crunchyroll": ("Crunchyroll",),
    "roku": ("The Roku Channel", "Roku Channel", "Roku"),
    "tubi": ("Tubi",),
    "bbc": ("BBC One", "BBC Two", "BBC Three", "BBC Four", "BBC iPlayer", "BBC America", "BBC", "Beeb"),
    "itv": ("ITV1", "ITV2", "ITVX", "ITV", "ITV Studios"),
    "channel4": ("Channel 4", "E4", "More4", "All 4"),
    "channel5": ("Channel 5", "My5"),
    "sky": ("Sky Atlantic", "Sky Max", "Sky One", "Sky Comedy", "Sky Showtime", "SkyShowtime", "Sky", "NOW TV"),
    "uktv": ("UKTV", "Alibi", "Dave", "U&Dave", "U&Drama", "U&Alibi"),
    "rte": ("RTÉ", "RTE", "RTÉ One", "TG4", "Virgin Media One", "Virgin Media Television"),
    "s4c": ("S4C",),
    "cbc": ("CBC", "CTV", "Crave", "Citytv", "Global TV", "Corus"),
    "abc-au": (
        "Stan", "Binge", "BINGE", "Foxtel", "Network Ten", "Network 10", "Channel Nine", "Nine Network",
        "Channel Seven",
    ),
    "nz": ("TVNZ", "TVNZ+"),
    "korea": ("tvN", "JTBC", "TVING", "Coupang Play", "KBS2", "KBS", "Viki"),
    "india": (
        "JioHotstar", "Disney+ Hotstar", "Hotstar", "JioCinema", "SonyLIV", "Sony LIV", "ZEE5", "Zee5",
        "Amazon MX Player", "MX Player", "Amazon miniTV", "Star Plus", "StarPlus", "Colors TV", "Zee TV",
    ),
    "hidive": ("HIDIVE",),
    "nordic": ("SVT", "NRK", "Viaplay"),
    "spanish": ("Telemundo", "Univision", "ViX"),
    "tve": (
        "Movistar Plus+", "Movistar+", "RTVE", "Atresplayer", "Globoplay", "Canal+", "TF1", "ZDF", "ARD",
    ),
    "studio": (
        "Sony Pictures Television", "Sony", "Warner Bros. Television",
        "Warner Bros.", "Universal Television", "Lionsgate Television",
        "Lionsgate", "20th Television", "A24", "Skydance",
        "Legendary Television", "eOne", "Fremantle", "Banijay", "Universal",
    ),
}  # fmt: skip

_FAMILY = {name.lower(): family for family, names in reversed(list(_FAMILIES.items())) for name in names}
_NAMES = sorted({name for names in _FAMILIES.values() for name in names}, key=len, reverse=True)
_FIRST = "".join(sorted({re.escape(name[0]) for name in _NAMES}))
NETWORKS = re.compile(rf"(?=[{_FIRST}])(?<![\w+])(?:" + "|".join(re.escape(name) for name in _NAMES) + r")(?![\w+])")
"""A network's name, as it is capitalised. A look at one letter spares trying every name at every word."""


def family(network: str) -> str:
    """The family of a network's name; an unknown name is its own family."""
    name = network.strip().lower()
    return _FAMILY.get(name) or _FAMILY.get(name.split("/")[0].strip()) or name


@lru_cache(maxsize=256)
def families_in(text: str) -> frozenset[str]:
    """The families of the networks that a text names."""
    return frozenset(family(match.group()) for match in NETWORKS.finditer(text))


def networks_in(text: str) -> list[str]:
    """The networks that a text names, as it writes them, in order."""
    return [match.group() for match in NETWORKS.finditer(text)]
