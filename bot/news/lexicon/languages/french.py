"""How French-language press says it. Plain data."""

from __future__ import annotations

from bot.model.claim import Kind
from bot.news.lexicon.languages.language import DateWords, Language, SeasonWords, patterns, rules_of

_SHOOT = r"(?:tournages?|production)"
_RULES = {
    Kind.RENEWED: (
        r"\b(?:renouvelle|renouvel(?:é|ée|és|ées)|renouvellement|renouvellera|reconduit[es]?|prolongée?s?)\b",
        (r"\b(?:aura|auront|commande|commandée?|obtient|décroche|prépare|confirme|officialise|annonce|donne\sson\sfeu\s"
        r"vert\sà|s['’]offre|(?:revient|reviendra|de\sretour)\s(?:pour|avec|dans))\b<gap>(?:{N}|{M})"),
        r"(?:{N}|{M})<near>\b(?:confirmée?s?|officielle?s?|commandée?s?|feu\svert|en\spréparation|annoncée?s?)\b",
        r"\bil\sy\saura\s<near>(?:{N}|{M})",
    ),
    Kind.CANCELLED: (
        r"{S}<gap>\b(?:annulée?s?|déprogrammée?s?\sdéfinitivement|supprimée?s?)\b",
        (r"\b(?:annule|annulent|a\sannulé|arrête|supprime|met\sfin\sà|enterre)\s(?:la\ssérie\s|"
        r"officiellement\s){0,2}{S}"),
        r"{NET}<near>\b(?:met\sfin\sà|arrête|stoppe)\s(?:{S}|la\ssérie\b)",
        r"\bannulation\sde\s(?:la\ssérie\s)?{S}",
        r"\bla\s(?:série|comédie)\s(?:est|a\sété|vient\sd['’]être)\s(?:\w+\s)?annulée\b",
        (r"\b(?:n['’]aura|n['’]auront|n['’]obtiendra|ne\s(?:reviendra|connaîtra))\s(?:donc\s)?(?:pas|jamais)\b<gap>"
        r"(?:{S}|{N}|{M})"),
        r"\bpas\sde\s(?:{N}|{M})\s(?:pour|de)\s{S}",
        r"\bne\s(?:renouvelle|sera)\s(?:pas|plus)\s(?:renouvelée\b|{S})",
    ),
    Kind.FINAL_SEASON: (
        (r"\b(?:renouvel\w+|commande|commandée|aura|annonce|confirme|revient|reviendra|tirera\ssa\srévérence|"
        r"officialise)"
        r"\b<gap>{F}"),
        (r"\b(?:se\sterminera|s['’]achèvera|prendra\sfin|se\sconclura|s['’]arrêtera|se\stermine|s['’]achève|"
        r"s['’]arrête)"
        r"\s(?:\w+\s)?(?:avec|à|après|dès|au\sterme\sde|à\sl['’]issue\sde)\s<gap>{N}"),
        r"{F}<near>\b(?:confirmée|commandée|officielle|annoncée)\b",
        r"{N}<near>\bsera\s(?:\w+\s)?la\sdernière\b",
    ),
    Kind.FILM: (
        (r"\b(?:aura|revient|reviendra|s['’]achèvera|se\sterminera|prépare|annonce|confirme|commande|tourne|adaptée?|"
        r"de\sretour)\b<gap>\b(?:film|long[\s-]métrage|téléfilm|épisode\sspécial|spécial\sNoël)\b"),
        (r"\b(?:le|un)\s(?:film|long[\s-]métrage)\b(?:\sde\s(?:la\ssérie\s)?{S})?<near>\b(?:officiel|confirmé|annoncé|"
        r"en\spréparation)\b"),
    ),
    Kind.FILMING_START: (
        rf"\b(?:débute|débutera|débuté|commence|commencera|commencé|démarre|démarrera|démarré|lance)\b<gap>\
        b{_SHOOT}\b",
        rf"\b{_SHOOT}\b<gap>\b(?:début\w+|commenc\w+|démarr\w+|lancé|en\scours|a\slieu)\b",
        r"\b(?:est|sont|actuellement)\s(?:officiellement\s)?en\s(?:plein\s)?tournage\b",
    ),
    Kind.HALT: (
        rf"\b{_SHOOT}\b<gap>\b(?:suspendue?s?|interrompue?s?|arrêtée?s?|en\spause|à\sl['’]arrêt|stoppée?s?)\b",
        rf"\b(?:suspend|interrompt|stoppe|arrête)\b<gap>\b{_SHOOT}\b",
    ),
    Kind.DATE_MOVED: (
        r"\b(?:repousse|reporte|décale|avance)\b<gap>(?:{S}|{N}|{D}|\bdiffusion\b|\bsortie\b)",
        r"\b(?:repoussée?s?|reportée?s?|décalée?s?)\b",
    ),
    Kind.TRAILER: (
        r"\b(?:bande[\s-]annonce|trailer|teaser|premières\simages|premier\saperçu|première\sbande)\b",
    ),
    Kind.RELEASED: (
        (r"\b(?:est|sont|désormais|déjà|dès\saujourd['’]hui)\s(?:désormais\s|enfin\s|déjà\s)?(?:disponibles?|en\sligne|"
        r"sur\s{NET})"),
        r"\b(?:débarque|arrive|sort|revient)\s(?:ce\ssoir|aujourd['’]hui)\b",
    ),
    Kind.SPIN_OFF: (
        (r"\b(?:spin-?off|préquel[le]*|prequel|suite\sde\sla\ssérie|remake|version\s(?:américaine|française)|"
        r"série\sdérivée|reboot)\b"),
    ),
    Kind.TALK: (
        (r"\b(?:parle|parlent|dit|évoque|évoquent|explique|répond|révèle|confie|assure|se\sconfie)\b<gap>(?:\bavenir\b|"
        r"{N}|{M}|\bretour\b|\bsuite\b)"),
        (r"\b(?:aimerait|aimeraient|espère|espèrent|souhaite|rêve|en\s(?:discussions?|négociations?))\b<gap>(?:{N}|{M}|"
        r"\bretour\b|\brevenir\b|\bsuite\b)"),
        r"\b(?:pas|aucun)\s(?:de\s)?(?:projets?|plans?)\b<gap>(?:{N}|{M}|\bsuite\b)",
        r"\bpourrai(?:t|ent)\s(?:avoir|revenir|obtenir|être\sla\sdernière|continuer)\b",
    ),
}  # fmt: skip

FRENCH = Language(
    code="fr",
    words=frozenset(
        """
        le la les une des du et pour avec sur dans est pas que qui son ses aux au ce cette plus sera saison série
        dévoile renouvelée annonce bande date de en un se ne tournage retour dernière nouvelle annulée l d n s
        disponible après saisons quitte rejoint arrête officiellement débutera fini c met fin pourquoi
        partie annule quatre trois deux renouvelle série à aura droit suite film tourne vers a été sont
        aimerait ou
        """.split()  # noqa: SIM905 - words are read more easily than strings
    ),
    seasons=SeasonWords(
        noun=r"(?:saisons?|parties?)",
        ordinals={
            "première": 1, "deuxième": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6,
            "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
        },
        ordinal_end="",
        number_end="e|ème|eme|ère|ere",
        joined=r"et\s(?:la\s)?",
        last=r"(?:dernière|ultime)",
        last_after=r"(?:finale|et\sdernière|ultime)",
        more=r"(?:une\snouvelle|nouvelles?|une\sautre|encore\sune|(?:deux|trois|2|3)\s(?:nouvelles|autres))",
        more_after=r"(?:supplémentaires?|de\splus)",
        part=r"(?:partie|volume)",
    ),
    dates=DateWords(
        before_month=r"en|dès|depuis|courant",
        before_season=r"cet|cette|ce|en|à\sl['’]|au",
        early=r"(?:au\s)?début",
        mid=r"(?:à\sla\s)?mi-?",
        late=r"(?:à\sla\s|d['’]ici\s(?:la\s)?)?fin",
        before_year="",
        weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        before_weekday=r"ce|le|dès|dès\sce",
        today="aujourd['’]hui|ce soir",
        tomorrow="dès demain|demain",
        this_year="cette année",
        next_year="l['’]année prochaine|l['’]an prochain",
    ),
    rules=rules_of("fr", _RULES),
    release=patterns(
        r"\b(?:arrive\w*|revien\w+|sort(?:ira|iront|ie)?|débarque\w*|disponibles?|diffus\w+|à\spartir|dès|date|"
        r"de\sretour|lance\w*|attendue?s?|en\sligne|rendez-vous|à\sdécouvrir)\b"
    ),
    filming=patterns(rf"\b(?:{_SHOOT}|tourner\w*|tourné\w*)\b"),
    background=patterns(
        r"\b(?:l['’]an\sdernier|l['’]année\sdernière|il\sy\sa\s(?:un|deux|trois|quelques|plusieurs)\s|auparavant|"
        r"avait\sété|précédemment|avait\sdéjà)\b"
    ),
    negated=patterns(r"(?:\bne\b|\bn['’]|\bpas\sde\b|\bsans\b|\baucune?\b|\bdément\b|\bexclut\b)"),
    thought=patterns(
        r"\b(?:pourrai(?:t|ent)|si|peut-être|aimerai(?:t|ent)|espère(?:nt)?|souhaite(?:nt)?|rêve(?:nt)?)\b"
    ),
    rumour=patterns(r"\b(?:rumeur\w*|selon\sdes\s(?:sources|insiders|rumeurs)|serait|seraient|fuite\w*|paraît-il)\b"),
    hearsay=patterns(r"\b(?:selon|d['’]après)\b"),
    official=patterns(r"\b(?:officiel\w*|officialise\w*|confirm\w+|annonc\w+)\b"),
    noise=patterns(
        r"\b(?:critique|récap(?:itulatif)?|résumé|classement|les\smeilleures?|fin\sexpliquée|explication\sde\sla\sfin|"
        r"quiz|que\sregarder|où\sregarder|tout\s(?:savoir|ce\squ['’]on\ssait)|notre\savis)\b"
    ),
)  # fmt: skip
