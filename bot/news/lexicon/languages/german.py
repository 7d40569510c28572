"""How German-language press says it. Plain data."""

from __future__ import annotations

from bot.model.claim import Kind
from bot.news.lexicon.languages.language import DateWords, Language, SeasonWords, patterns, rules_of

_SHOOT = r"(?:Dreharbeiten|Dreh|Produktion|Drehstart)"
_RULES = {
    Kind.RENEWED: (
        r"\b(?:verlängert|verlängerte|Verlängerung)\b",
        (r"\b(?:bestellt|bestellte|ordert|orderte|bekommt|bekommen|erhält|gibt\sgrünes\sLicht\sfür|geht\sin|geht\s"
        r"weiter\smit|kehrt\smit|kommt\smit|bestätigt|kündigt|beauftragt|setzt|sichert\ssich)\b<gap>(?:{N}|{M})"),
        (r"(?:{N}|{M})<near>\b(?:bestellt|bestätigt|beschlossen|kommt|offiziell|angekündigt|grünes\sLicht|"
        r"in\sAuftrag)\b"),
        r"\bgeht\s(?:es\s)?(?:\w+\s)?weiter\b<near>(?:{N}|{M})",
    ),
    Kind.CANCELLED: (
        r"{S}<gap>\b(?:abgesetzt|eingestellt|gecancelt|gecancelled)\b",
        r"\b(?:setzt|setzte|stellt|stellte)\s(?:die\s(?:Serie|Comedy)\s|das\sDrama\s)?{S}<gap>\b(?:ab|ein)\b",
        r"\b(?:cancelt|streicht|beerdigt)\s(?:die\sSerie\s)?{S}",
        r"\bdie\s(?:Serie|Comedy)\s(?:wurde|wird|ist)\s(?:\w+\s){0,3}(?:abgesetzt|eingestellt|gecancelt)\b",
        r"\b(?:Absetzung|Aus\sfür|Ende\sfür)\s(?:von\s|der\sSerie\s|die\sSerie\s)?{S}",
        r"\b(?:keine|ohne)\s(?:weitere\s)?(?:{N}|{M})<near>\b(?:von|für|bei)\b<near>{S}",
        r"{S}<gap>\b(?:bekommt|erhält|wird)\s(?:\w+\s)?(?:keine\s(?:{N}|{M})|nicht\s(?:verlängert|fortgesetzt))",
        r"\b(?:verlängert|setzt)\s{S}\snicht\b",
        r"{NET}\s(?:beendet|beerdigt)\s(?:die\sSerie\s)?{S}",
    ),
    Kind.FINAL_SEASON: (
        (r"\b(?:endet|enden|schließt|hört|geht\szu\sEnde|läuft\saus|verabschiedet\ssich)\s(?:\w+\s)?(?:mit|"
        r"nach)\s<gap>{N}"),
        r"\b(?:verlängert|bestellt|bekommt|erhält|ordert|kehrt|kommt|startet|kündigt|bestätigt)\b<gap>{F}",
        r"{N}<near>\b(?:ist|wird|sei)\s(?:(?:auch|zugleich|gleichzeitig)\s)?die\sletzte\b",
        r"{F}<near>\b(?:bestellt|bestätigt|angekündigt|beschlossen|offiziell|kommt)\b",
        r"\b(?:zugleich|gleichzeitig|auch)\sdie\sletzte\b",
        r"\bfinale[rn]?\sStaffel\s(?:bestellt|kommt)\b",
        r"\bnach\s{N}\sist\s(?:endgültig\s)?Schluss\b",
    ),
    Kind.FILM: (
        (r"\b(?:endet|endend|bekommt|erhält|kehrt|kommt|plant|kündigt|bestätigt|dreht|bestellt|geht)\b<gap>"
        r"\b(?:(?:Kino|Abschluss|Fernseh|TV-?)?-?Film|Weihnachtsspecial|Special)\b"),
        r"\b(?:Kino|Abschluss)?-?Film\s(?:zu|zur\sSerie)\s{S}<gap>\b(?:bestätigt|kommt|offiziell|angekündigt)\b",
    ),
    Kind.FILMING_START: (
        (r"\b(?:beginnt|beginnen|begann|begannen|startet|starten|gestartet|begonnen|laufen|angelaufen|fällt|gefallen)\b"
        rf"<gap>\b{_SHOOT}\b"),
        (rf"\b(?:{_SHOOT}|erste\sKlappe)\b<gap>\b(?:beginn\w+|begann\w*|startet|starten|gestartet|begonnen|laufen|"
        r"angelaufen|gefallen|im\sGange)\b"),
        (r"\b(?:Drehstart|dreht\s(?:bereits|derzeit|gerade)|wird\s(?:bereits|derzeit|gerade)\sgedreht|"
        r"steh\w+\swieder\svor\sder\sKamera)\b"),
    ),
    Kind.HALT: (
        rf"\b{_SHOOT}\b<gap>\b(?:unterbrochen|gestoppt|pausiert|ausgesetzt|auf\sEis|ruh(?:t|en)|Pause|verschoben)\b",
        rf"\b(?:unterbricht|stoppt|pausiert|setzt)\b<gap>\b{_SHOOT}\b",
        r"{S}<gap>\b(?:auf\sEis\sgelegt|liegt\sauf\sEis)\b",
    ),
    Kind.DATE_MOVED: (
        r"\b(?:verschiebt|verschoben|vorgezogen|verspätet\ssich|später\sals\sgeplant)\b",
    ),
    Kind.TRAILER: (
        r"\b(?:Trailer|Teaser|erster\sEinblick|erste\sBilder|Vorschau)\b",
    ),
    Kind.RELEASED: (
        (r"\b(?:ab\s(?:heute|sofort)|seit\sheute|jetzt|nun)\s(?:\w+\s)?(?:bei|auf|in|verfügbar|online|zu\ssehen|"
        r"im\sStream)\b"),
        r"\b(?:startet|läuft|kommt|erscheint)\sheute\b",
        r"\bist\s(?:ab\ssofort|jetzt|nun|da)\s?(?:verfügbar|online|gestartet)?(?=[\s.!])",
    ),
    Kind.SPIN_OFF: (
        (r"\b(?:Spin-?off|Spinoff|Ableger(?:-?serie)?|Prequel|Sequel|Remake|Reboot|Neuauflage|"
        r"Fortsetzungsserie|US-Version|Neuverfilmung)\b"),
    ),
    Kind.TALK: (
        (r"\b(?:spricht|sprechen|sprach|sagt|verrät|äußert\ssich|erklärt|erzählt|"
        r"plaudert)\b<gap>(?:\bZukunft\b|{N}|{M}|"
        r"\bRückkehr\b|\bFortsetzung\b)"),
        (r"\b(?:hofft|hoffen|wünscht|wünschen|würde|würden|möchte|träumt)\b<gap>(?:{N}|{M}|\bRückkehr\b|"
        r"\bFortsetzung\b|"
        r"\bweitermachen\b)"),
        r"\b(?:deutet|stellt)\b<gap>{N}<near>\b(?:an|in\sAussicht)\b",
        r"\b(?:keine\s(?:konkreten\s)?Pläne|in\sVerhandlungen|Gespräche\süber)\b",
        r"\bkönnte[n]?\s(?:\w+\s){0,2}(?:zurückkehren|weitergehen|kommen|{M}|{N}|enden)",
    ),
}  # fmt: skip

GERMAN = Language(
    code="de",
    words=frozenset(
        """
        der die das und mit für von zu den dem ein eine einen einer ist wird im am auf nach bei nicht auch sich
        staffel serie startet verlängert dreharbeiten neue letzte ab zur zum aus als über um kommt bekommt endet
        abgesetzt oder sind geht weiter finale fest arbeitet arbeiten steht neuen schluss deutet verschiebt
        folgen plant setzt ein ableger staffeln erste letzten dritte zweite keine bei vor hat haben wurde
        über gibt zurück film so noch
        """.split()  # noqa: SIM905 - words are read more easily than strings
    ),
    seasons=SeasonWords(
        noun=r"(?:Staffeln?|Season)",
        ordinals={
            "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "siebent": 7,
            "acht": 8, "neunt": 9, "zehnt": 10,
        },
        ordinal_end="e[nrs]?",
        number_end=r"\.",
        joined=r"(?:und)\s(?:die\s|der\s)?",
        last=r"(?:letzte[nr]?|finale[nr]?|abschließende[nr]?)",
        last_after=r"(?:als\sFinale)",
        more=r"(?:eine\sneue|neue[nr]?|weitere[nr]?|eine\sweitere|noch\seine|(?:zwei|drei|2|3)\s(?:weitere|neue))",
        more_after=r"mehr",
        part=r"(?:Teil|Volume)",
    ),
    dates=DateWords(
        before_month=r"im|ab|bis|seit",
        before_season=r"im|diesen|in\sdiesem|ab|nächsten|kommenden",
        early="Anfang",
        mid="Mitte",
        late="Ende",
        before_year="(?:des\\sJahres)?",
        weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        before_weekday=r"am|ab|diesen|kommenden",
        today="heute|heute Abend",
        tomorrow="ab morgen|schon morgen",
        this_year="dieses Jahr|in diesem Jahr|noch dieses Jahr",
        next_year="(?:im )?nächste[ns]? Jahr|kommendes Jahr",
        day_first=r"[./]",
    ),
    rules=rules_of("de", _RULES),
    release=patterns(
        r"\b(?:startet|starten|Start(?:termin)?|läuft|laufen|kommt|kommen|erscheint|erscheinen|kehrt|kehren|"
        r"zurück|verfügbar|abrufbar|zu\ssehen|ab|Premiere|Ausstrahlung|feiert|veröffentlicht|online)\b"
    ),
    filming=patterns(rf"\b(?:{_SHOOT}|gedreht|dreht|Klappe)\b"),
    background=patterns(
        r"\b(?:letzte[sn]\sJahr|im\sVorjahr|vor\s(?:einem|zwei|drei|einigen)\s(?:Jahr|Monat|Woche)\w*|zuvor|"
        r"bereits\sim|"
        r"war\s(?:ursprünglich|zuvor)|hatte[n]?\s)"
    ),
    negated=patterns(r"\b(?:nicht|keine?[nrm]?|ohne|nie|niemals|dementiert|bestreitet)\b"),
    thought=patterns(
        r"\b(?:könnte[n]?|falls|wenn|vielleicht|möglicherweise|hofft|hoffen|wünscht|würde[n]?|möchte|träumt)\b"
    ),
    rumour=patterns(r"\b(?:angeblich\w*|Gerücht\w*|Insider\w*|mutmaßlich|geleakt|Leak|soll\w*\s(?:angeblich|wohl))\b"),
    hearsay=patterns(r"\b(?:laut|berichtet|Bericht(?:en)?\szufolge|wie\s\w+\serfuhr)\b"),
    official=patterns(r"\b(?:offiziell|bestätigt\w*|kündigt\w*|angekündigt|verkündet\w*|teilte\w*|gab\sbekannt)\b"),
    noise=patterns(
        r"\b(?:Kritik|Rezension|Review|Recap|Ranking|die\sbesten|Ende\serklärt|Quiz|Streaming-?Tipps?|TV-?Tipps?|"
        r"alle\sInfos|Filmfehler)\b"
    ),
)  # fmt: skip
