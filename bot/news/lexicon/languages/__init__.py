"""The languages beside English whose news is read, and words that give others away. Plain data; knows no shows."""

from __future__ import annotations

import re

from bot.news.lexicon.languages.french import FRENCH
from bot.news.lexicon.languages.german import GERMAN
from bot.news.lexicon.languages.portuguese import PORTUGUESE
from bot.news.lexicon.languages.spanish import SPANISH

READ = (SPANISH, PORTUGUESE, GERMAN, FRENCH)
"""Languages that have a table."""

EVENTS = re.compile(
    r"\b(?:festival|evento|concierto|gira|convención|fiesta|entrevista|encuentro|concerto|turnê|turné|convenção|festa|"
    r"konzert|veranstaltung|tournee|messe|lesung|fantreffen|concert|tournée|convention|événement|soirée|rencontre)\b"
    r"[^.;:!?]{0,60}$",
    re.IGNORECASE,
)
"""What is called off beside shows, in the languages that have a table."""
ENGLISH_WORDS = frozenset(
    """
    the and of to for with on is are was has will at by from as it its after before new season series returns
    renewed cancelled canceled first about who what when why how his her their this that be been not but more a
    i an in no do so me my us he she we you they all any can could should would if or film movie die son date am
    war over out up back now just one two three four five release episode episodes cast gets get sets set final
    last ends end star stars show shows axed axes ordered orders cancels renews renewal greenlit doc watch
    picked lands comedy drama until stop here there into off says say still adds joins trailer finale premiere
    coming
    """.split()  # noqa: SIM905 - words are read more easily than strings
)
"""Words that speak for English."""

_OTHERS = {
    "it": "il di che per con una della del nella gli sono stagione non è serie dal alla anche ha la si",
    "nl": "het een van voor niet met seizoen wordt en op zijn dat serie ook nieuwe komt bij over",
    "sv": "och det att för på som är inte säsong ett av till med nya får den sista en",
    "da": "og det at for på som er ikke sæson sesong et af av til med nye får den siste en",
    "pl": "i w na nie się z do jest sezon serial że dla będzie nowy oraz po co",
    "tr": "ve bir bu için ile sezon dizi yeni olarak çok daha sezonu dizisi geliyor",
    "fi": "ja on ei se että kausi sarja uusi myös mutta ovat kauden sarjan",
}
OTHER_WORDS = {code: frozenset(words.split()) for code, words in _OTHERS.items()}
"""Words that speak for a language that is recognised and not read."""
