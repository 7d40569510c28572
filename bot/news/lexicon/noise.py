"""What a headline is when nothing happened: a review, a recap, a quiz, a list, shopping, awards. Knows no shows."""

from __future__ import annotations

import re

from bot.news.lexicon.marks import expand

_HEADLINES = {
    "review": (
        r"(?<!mixed\s)(?<!rave\s)(?<!glowing\s)(?<!strong\s)(?<!positive\s)(?<!poor\s)(?<!bad\s)(?<!good\s)(?<!great\s)"
        r"(?<!negative\s)(?<!scathing\s)(?<!critical\s)(?<!terrible\s)(?<!stellar\s)(?<!harsh\s)\breviews?\b(?!\sboard)|★|\b\d(?:\.\d)?/(?:5|10)\s?stars?\b|(?<!his\s)(?<!her\s)(?<!their\s)(?<!gives\s)(?<!a\s)\bverdict\b"
    ),
    "recap": (
        r"\brecap(?:s|ped)?\b|\b(?:ending|finale|episode|twist|cliffhanger|"
        r"post-credits?)\b[^.;!?]{0,30}\bexplain(?:ed|s)\b|\bexplained[:?]|^explained\b|\bwho\s(?:died|dies)\b"
    ),
    "quiz": r"\bquiz\b|\bwhich\b[^.;!?]{0,40}\bare\syou\b|\btrivia\b|\bpersonality\stest\b",
    "guide": (
        r"\b(?:everything|all)\s(?:you\sneed\s)?(?:to|we)\sknow\b|\bwhat\s(?:we|you\sneed\sto)\sknow\b|"
        r"\ball\syou\sneed\sto\sknow\b|\b(?:release|air|premiere|"
        r"start)\sdate(?:\srumou?rs)?(?:,\s[\w\s]{3,20}){1,6},?\s"
        r"(?:and|&|\+)\s|\b(?:cast|plot|trailer|spoilers)(?:,\s[\w\s]{3,20}){0,5},?\s(?:and|&|\+)\s(?:more|plot|cast|"
        r"release\sdate|everything|all)\b|\bnews,\srumou?rs\b"
    ),
    "list": (
        r"\b(?:best|worst|greatest|funniest|top\s\d+|\d+\s(?:best|shows?|series|times|things|reasons|moments|facts|"
        r"great|must|cosy|underrated|of\sthe))\b(?!\s(?:picture|drama|comedy|selling))"
        r"[^.;!?]{0,60}\b(?:shows?|series|episodes|moments|lines|gifts|characters|couples|to\s(?:watch|binge|"
        r"stream)|ranked|like|ever|of\sall\stime|binge|buys)\b"
        r"|\branked\b|\branking\b|\bshows\slike\b|\bif\syou\s(?:like|love|miss)|"
        r"\bwhat\sto\swatch\b|"
        r"\ball\sthe\s(?:songs|easter\seggs)\b"
    ),
    "numbered list": (
        r"^(?:the\s)?\d{1,3}\s(?:[\w’'\ue000-\uefff-]+\s){0,4}?(?:questions|things|characters|theories|ways|reasons|clues|predictions|storylines|moments|"
        r"details|deaths|mysteries|hopes|wishes|facts|lessons|(?:TV\s)?(?:shows|series|sitcoms|dramas)\s(?:that|to|you|like|we|which|ending|with|whose|worth))\b"
    ),
    "shopping": (
        r"\b(?:gifts?|merch(?:andise)?|deals?\sof|shop(?:ping|per)?|discount|sale\b|buy\b|Funko|Lego\sset|"
        r"collection\sdrops|under\s[£$€]\d+|candle|make-?up\scollection|perfume)\b"
    ),
    "awards": (
        r"\b(?:Emmys?|Bafta(?:s|\sTV)?|BAFTAs?|Golden\sGlobes?|Oscars?|SAG\sAwards?|NTAs?|"
        r"National\sTelevision\sAwards?|awards?|nomin(?:ations?|ated|ees?))\b(?!\s?-?winn(?:er|ing)\s(?:drama|show|"
        r"series|comedy|thriller|star|actor|actress|creator|writer))"
    ),
    "ratings": (
        r"\b(?:ratings|viewers|viewership|views|streaming\s(?:charts?|rankings?|record)|most[\s-]watched|"
        r"top\s(?:10|ten)|charts?|overnights|audience\sof|draws\s[\d.]+)\b"
    ),
    "where to watch": (
        r"\bwhere\s(?:to|can\s(?:I|you))\s(?:watch|stream)|\bhow\sto\swatch\b|\b(?:what\stime|"
        r"when\sdoes)\b[^.;!?]{0,40}\b(?:on|start|air)\b|\bwatch\sorder\b|(?<!{P}\s)\bleav(?:es|"
        r"ing)\s{NET}(?!\s(?:drama|series|soap|show|comedy|hit|sitcom|thriller)\b)|"
        r"\bback\son\s{NET}\sin\b|\b(?:soundtrack|filming\slocations?|where\s(?:was|is)\b[^.;!?]{0,30}\bfilmed)\b"
    ),
    "petition": r"\bpetitions?\b|\bcampaign\sto\ssave\b|\bfans\s(?:rally|campaign|demand|beg|plead)\b",
    "opinion": (
        r"^(?:opinion|analysis|comment|column|editorial|essay|in\sdefen[cs]e\sof|why)\b|\bshould\s(?:be|"
        r"have\sbeen|never)\b|\bdeserve[sd]?\b|\bwhy\s(?:I|we|it|the)\b|\bin\spraise\sof\b"
    ),
    "explainer": (
        r"\bhow\s[^.;!?]{2,40}\b(?:became|changed\s(?:tv|television|the\sgenre)|was\smade|got\smade)\b|"
        r"\bthe\sstory\sbehind\b|"
        r"\boral\shistory\b|\bthen\sand\snow\b|\bwhere\sare\sthey\snow\b|\bcult\sclassic\b|\bwho\splays\swho\b|"
        r"\bwho['’]s\swho\b|\bcast\s(?:guide|and\scharacters)\b|\bcharacter\sguide\b|\btimeline\b[^.;!?]{0,20}(?::|"
        r"explain)|"
        r"\b(?:is|was)\s[^.;!?]{1,30}\bbased\son\sa\strue\sstory\b|\bthe\sreal\s(?:story|life)\b|"
        r"\btrue\sstory\sbehind\b"
    ),
    "around it": (
        r"\b(?:pop-up|exhibition|escape\srooms?|walking\stours?|fan\s(?:event|fest)|theme\spark|cosplay|recipes?|"
        r"cocktails?|"
        r"drinking\sgame|memes?|goes\sviral|tiktok|playlist|crossword|screensaver|wallpapers?|board\sgame|cookbook)\b"
    ),
    "history": r"\blooks?\sback\b|\bon\sthis\sday\b|(?<!return\s\d\d\s)\byears?\s(?:ago|on)\b(?!\sof)|\banniversary\b",
    "gossip": (
        r"\b(?:dating|engaged|married|marries|wedding|baby|pregnan\w+|splits?\sfrom|girlfriend|boyfriend|"
        r"divorc\w+|red\scarpet|outfit|wears|stuns|Instagram\spost|net\sworth|house\sfor\ssale|arrest\w*|tour\b|"
        r"dies\b|"
        r"died\b|death\b|dead\sat|obituary|funeral|tribute)\b"
    ),
    "interview": (
        r"\b(?:interview|Q&A|podcast|behind\sthe\sscenes\s(?:of|with|look)|breaks\sdown|unpacks|"
        r"opens\sup\s(?:about|on)|on\s(?:that|the|those)\b[^.;!?]{0,25}\b(?:twist|cliffhanger|scene|ending|finale|"
        r"death|kiss|reveal))\b"
    ),
    "industry": (
        r"\b(?:carriage|overall\sdeal|first-look\sdeal|price\s(?:rise|hike|increase)|subscribers?|earnings|"
        r"merger|layoffs|stock)\b"
    ),
    "theory": (
        r"\b(?:fan\stheor(?:y|ies)|theory|easter\seggs?|plot\shole|did\syou\s(?:spot|notice)|decoded|"
        r"set\s(?:photos|pictures|pics)|spotted\s(?:on\sset|filming)|predictions?)\b"
    ),
}
HEADLINES = {name: re.compile(expand(pattern), re.IGNORECASE) for name, pattern in _HEADLINES.items()}
"""By what they show the entry to be; seen in a marked headline."""

TAGS = re.compile(
    r"^(?:reviews?|recaps?|quiz(?:zes)?|opinion|analysis|commentary|shopping|merch|gifts|deals|awards|emmys|"
    r"ratings|rankings?|lists?|features?"
    r"|where to watch|what to watch|guides?|interviews?|podcasts?|obituar(?:y|ies)|gossip|celebrity|explainers?|"
    r"ending explained|theories|best of)$",
    re.IGNORECASE,
)
"""Tags that tell the same."""

WEAK = frozenset(
    {
        "around it",
        "guide",
        "interview",
        "opinion",
        "theory",
        "gossip",
        "industry",
        "awards",
        "ratings",
        "list",
        "where to watch",
        "shopping",
    }
)
"""Headlines that may still be news: where they say themselves, in plain words, what was decided."""

QUESTION = re.compile(
    r"\?|^(?!why\sI['’]m\b)(?:is|are|will|could|should|can|does|do|did|has|have|when|what|why|how|who|where|"
    r"which)\b(?![^.;!?]{0,80}[:—–]\s)",
    re.IGNORECASE,
)
"""A headline that asks states nothing."""
