"""How the news says that a show is given up: cancelled, no further season, a renewal taken back. Knows no shows."""

from __future__ import annotations

from bot.model.claim import Kind
from bot.news.lexicon.rules.rule import Rule, rule

_NOT_A_SHOW = (
    r"(?!\s(?:(?:his|her|their|its|a|the|my|an?\supcoming|all|world|uk|us)\s)?(?:[\w'’-]+\s){0,2}?(?:tour|tours|"
    r"deal|deals|subscriptions?|contract|"
    r"carriage|gig|gigs|concerts?|appearances?|wedding|interviews?|event|pact|vows|calls?|interest|focus|energy|hopes?|"
    r"screening|panel|push|hunt|speculation|debate|feud|culture|plans?\sto|trip|flight|party|match|licen[cs]e|visa|"
    r"faith|friendship|love|rivalry|membership|too\s(?:soon|early))\b)"
)
_CANCELLED = (
    r"(?:cancel(?:l?ed|ling|ing)|axed|axing|scrapped|canned|ditched|culled|nixed|dumped|dropped\sby|"
    r"pulled\sfor\sgood|killed\soff\sby|"
    r"(?:(?:gets?|got|been|was|is|given|handed|faces?|facing)\s)?(?:given\s)?(?:the\s(?:axe|ax|chop|boot|hook|"
    r"heave-ho|elbow|"
    r"bullet)|(?:its\s)?marching\sorders|a\spink\sslip)\b(?!\s(?:fall|murder)))"
)
_CANCELS = (
    r"(?:cancel(?:l?ed|s)|axes|axed|scraps|scrapped|cans|canned|ditch(?:es|ed)|culls|nix(?:es|ed)|dumps|kills|"
    r"cancell?ing|pull(?:s|ed)\s(?:the\s)?plug\son|call(?:s|ed)\s(?:time|it\sa\sday|it\squits)\son(?!\s{S}\swith\s)|"
    r"give(?:s|n)?\sup\son|swing(?:s)?\s(?:the\s)?(?:axe|ax)\son|"
    r"brings?\sdown\sthe\scurtain\son|brings?\sthe\scurtain\sdown\son|wields?\sthe\s(?:axe|ax)\son|"
    r"drops\sthe\s(?:axe|ax)\son)"
)

CANCELLATIONS: tuple[Rule, ...] = (
    rule(
        "cancelled", Kind.CANCELLED,
        "ended|ends|cancel|axe|ax |scrap|canned|cans |ditch|cull|nix|dump|dropped|boot|chop|bullet|hook|heave|elbow|"
        "orders|slip|plug|time on|kills|drops the|wield|swing|curtain|up on|killed off|to bin|to can |for good|"
        "a day on|quits on|axing",
        rf"<SUBJECT><far>\b{_CANCELLED}{_NOT_A_SHOW}",
        rf"\b{_CANCELS}\b{_NOT_A_SHOW}<near><SUBJECT>",
        rf"<NET><near>\b{_CANCELS}\b{_NOT_A_SHOW}<gap>(?:<SUBJECT>|$)",
        r"{NET}\s(?:has\s)?(?:ended|ends)\s(?:the\s)?(?:[\w-]+\s){0,2}?(?:<NOUN>|{S})\safter\b",
        r"\bpull(?:s|ed)?\sthe\splug\b",
        r"{NET}\sand\s{NET}\s(?:cancel|axe|scrap|drop|ditch)\s{S}",
        r"{S}<near>\bfac(?:es|ing)\s(?:the\s(?:axe|ax|chop)|cancellation)\b",
        r"\b(?:to\s(?:be\s)?(?:axe|cancel|scrap))\b<near><SUBJECT>",
        r"<NET>\s[“‘\"']?(?:set\s|about\s|poised\s|is\s|plans\s|planning\s){0,2}to\s(?:bin|ditch|dump|can|kill(?:\soff)?|pull\sthe\s"
        r"plug\son|call\stime\son|swing\sthe\saxe\son)\s{S}",
        rf"\b{_CANCELS}\s(?:[\w-]+\s){{0,4}}?(?:including|such\sas|among\sthem)\s{{S}}",
    ),
    rule(
        "no further season", Kind.CANCELLED,
        "no |not |n't|n’t|fail|denied|refused|misses|against|dead|drops|passes|passed|ways|is over|done at|done after|"
        "never|declin|refus|curtains",
        r"\b(?:will\snot|won['’]t|is\snot|isn['’]t|are\snot|not)\s(?:be\s)?(?:return(?:ing)?|coming\sback|com(?:e|"
        r"ing)\sback|back|getting\s(?:an)?other\s(?:season|series)|continu(?:e|ing)|proceed(?:ing)?|mov(?:e|"
        r"ing)\s(?:forward|"
        r"ahead)|go(?:ing)?\s(?:forward|ahead))(?:\s(?:for|with|to|at|on)\b<near>(?:{N}|{NET}|{S}|the\s(?:series|"
        r"show|project|pilot))|[’”'\"]?\s?(?:$|[.,;:!—–]))",
        r"(?:\bnot|n['’]t)\s(?:be\s)?(?:getting|get|having|have|receive|see)\s(?:an?\s|its\s)?(?:{N}|more\b)",
        r"\b(?:decid\w+|opt\w*)\sagainst\b<near>{N}|<NET>\s(?:has\s)?rul(?:es|ed)\sout\s(?:an?\s|any\s)?{N}",
        r"(?:{S}|{N}|<NOUN>)<IS>\sno\slonger\s(?:going|moving|proceeding)\s(?:forward|ahead)\b|<NET><IS>\sno\slonger\s(?:going|moving|proceeding)\s"
        r"(?:forward|ahead)\swith\s(?:{S}|{N}|the\s<NOUN>)",
        r"<NET>\ssays\sno\smore\s{S}(?=\s?(?:$|[:,!–—]|\b(?:at|on|from|as|after)\b))",
        r"\b(?:decid\w+|opt\w*)\sagainst\s(?:an?\s)?(?:more\s{S}|renew\w*|re-?commission\w*)",
        r"(?:\bnot|n['’]t)\sbe\s(?:making|commissioning|ordering|producing)\s(?:any\s|an?\s)?(?:more\b|{N})",
        r"<NET>\s(?:will\snot|won['’]t)\s(?:(?:make|order|commission|produce)\s(?:any\s|an?\s)?(?:more\b|{N})|bring\s(?:back\s{S}|{S}\sback))",
        r"\b(?:declin(?:es|ed)|refus(?:es|ed))\sto\s(?:renew|order|re-?commission|pick\sup)\b(?:<near>{N}|\s{S}|\s(?:the|it)\b)",
        r"(?:^|[:;,]\s)no\smore\s{S}(?=\s?(?:$|[:,!–—]|\b(?:at|on|from|as|after)\b))",
        r"{S}<gap>\b(?:fail(?:s|ed)\sto\s(?:land|get|score|secure|win|earn)|denied|refused|"
        r"misses\sout\son)\s(?:an?\s)?{N}",
        r"{S}\sis\s(?:dead|no\smore|toast)\b(?!\s(?:set|ringer))",
        r"{NET}\sdrops\s{S}(?=$|[.,;:!]|\s(?:after|as|amid|following|despite|from\sits)\b)",
        r"(?:^|[:,–—]\s|\b(?:be|is|confirms?|says?|said|confirmed)\s)no\s(?:{N}|more\s(?:seasons|"
        r"episodes))(?!<near>(?:date|trailer|yet|news))(?:<gap>(?:{S}|{NET})|\b|$)",
        r"\bthere\s(?:won['’]t|will\snot)\sbe\s(?:a\s)?(?:{N}|more\b)",
        r"\bthere\s(?:would|will)\sbe\sno\s(?:{N}|more\b)",
        r"\b(?:decide[sd]|opt(?:s|ed)|cho(?:se|sen|oses))\s(?:not\sto|against)\s(?:renew|order|re-?commission|"
        r"bring\s(?:it\s|{S}\s)?back|go\s(?:ahead|forward)|"
        r"continue|mov|mak|proceed|pick)\w*",
        r"<NET><near>\bpass(?:es|ed)\son\b<near>(?:{N}|{S}|the\s(?:pilot|series))",
        r"\bpart(?:s|ed|ing)?\sways\b<near>(?:after|with)\b<gap>(?:season|series|{N}|{S})",
        r"{S}<near>\b(?:is\s|likely\s)?done\s(?:at|after)\b",
        r"\bcurtains\sfor\s{S}",
        r"\brun\sis\snow\sits\slast\b",
        negates=True,
    ),
    rule(
        "renewal reversed", Kind.CANCELLED, "revers|rescind|undo|takes back|u-turn",
        r"\b(?:revers(?:es|ed|ing)|rescind(?:s|ed)|undo(?:es|ing)|takes\sback)\b<gap>\brenewal\b",
    ),
    rule(
        "cast released", Kind.CANCELLED, "released from",
        r"\bcast\s(?:is\s|are\s)?released\sfrom\b<near>\bcontracts?\b",
    ),
    rule(
        "not renewed", Kind.CANCELLED,
        "not renew|not be |not to |not re|not picked|n't be |n’t be |n't renew|n’t renew|un-renew|unrenew",
        r"{S}\s(?:officially\s)?not\s(?:renewed|re-?commissioned|picked\sup)\s(?:by|at|for|after)\b(?!.{0,40}\byet\b)",
        r"(?:{S}|<NET>|<NOUN>)<gap>\b(?:will\snot|won['’]t|not\sto|is\snot|isn['’]t)\s(?:be\s)?(?:renew(?:ed|ing)?|"
        r"re-?commission(?:ed|ing)?)\b(?!.{0,40}\byet\b)",
        r"{S}<IS>\sun-?renewed\b|<NET>\sun-?renews\b",
        negates=True,
    ),
    rule(
        "given up", Kind.CANCELLED,
        "shut|kill|done |finished|ended after|ended at|dropped after|gone after|dust|over after|out after|"
        "history|toast|cancellation|cancelation|axing|packing|the door|the exit|lets go|premature|abrupt|"
        "untimely|sudden|early end|dead at|kaput|bench|ground|sink|sunk|bins |binned|buries|buried|boot|"
        "casualt|victim|write-|tax |evict|expel|sacks |sacked|votes out|voted|eliminat|folds|abandon|walks away|"
        "its back|closes the|"
        "bails|backs out|no to|shelved|plug|called on|ways|among",
        r"(?:{S}|<NOUN>)<IS>\s(?:(?:shut\sdown|shuttered|killed(?:\soff)?)\s(?:(?:at|by)\s{NET}\s)?|"
        r"(?:done|finished)\sat\s{NET}\s)after\s<RUN>",
        r"{S}<IS>\s(?:dropped|gone|sunk|binned|grounded|benched|toppled|felled|bites\sthe\sdust|over|out|history|toast|finished|done|ended)\safter\s(?:just\s|"
        r"only\s)?(?:one|a\ssingle)\s(?:season|"
        r"series)|{S}<IS>\s(?:dropped|gone)\safter\s<RUN>",
        r"\bconfirms?\s(?:the\s)?(?:{S}['’]?s?\s)?(?:cancell?ation|axing)\b(?!\s(?:rumou?r|fear|talk))|"
        r"{S}(?:['’]s?)?\s(?:cancell?ation|axing)\s"
        r"(?:is\s|has\sbeen\s)?(?:confirmed|announced)\b",
        r"<NET>\s(?:sends\s{S}\spacking|shows\s{S}\sthe\s(?:door|exit)|lets\sgo\sof\s{S})\b",
        r"(?:{S}|<NOUN>)<gap>\b(?:come|comes|came|brought)\sto\s(?:a\s(?:premature|sudden)|an\s(?:abrupt|untimely|"
        r"early))\send\b",
        r"{S}\s(?:is\s)?(?:dead|toast|done|kaput|history)\sat\s{NET}",
        r"{S}<IS>\s(?:shut\sdown\sfor\sgood|killed\s(?:off\s)?(?:by|at)\s{NET})",
        r"{NET}\s(?:officially\s)?(?:shutters|shuts\sdown|kills(?:\soff)?|benches|grounds|sinks|bins|buries|boots|"
        r"evicts|"
        r"expels|sacks|votes\sout|folds\son|abandons|walks\saway\sfrom|turns\sits\sback\son|closes\sthe\s(?:book|"
        r"case|file|door)\son(?=\s{S}\safter)|bails\son|backs\sout\sof|"
        r"says\sno\sto|is\sdone\swith|has\sshelved(?=\s{S}\sfor\sgood)|has\skilled|has\sbinned|"
        r"has\sshut\sdown)\s(?:{N}\sof\s)?(?:{S}|(?:(?:the|its|"
        r"freshman|sophomore|rookie)\s)?(?:[\w-]+\s){0,2}?<NOUN>)(?=$|[.,;:!–—]|\s(?:after|at|as|amid|following|"
        r"despite|and|"
        r"in|with|on|for\sgood)\b|\s[–—-])",
        r"{S}<IS>\s(?:voted\s(?:off|out)|evicted|eliminated|expelled|sent\spacking|shown\sthe\s(?:door|exit)|sacked|"
        r"benched|"
        r"grounded|sunk|binned|buried|abandoned|shuttered)\s(?:by|at|from)\s(?:the\s)?{NET}",
        r"\b(?:plug\s(?:is\s|has\sbeen\s)?pulled|time\s(?:is\s|"
        r"has\sbeen\s)?called)\son\s(?:the\s(?:[\w-]+\s){0,2}?<NOUN>|"
        r"{S}|{N})",
        r"{NET}\spart(?:s|ed|ing)\sways\swith\s{S}(?=$|[.,;:!]|\s(?:after|as|amid)\b)",
        r"{S}<far>\b(?:shelved|scrapped|removed|pulled|erased|wiped)\b<far>\b(?:for\sgood|tax\s(?:write-?(?:offs?|downs?)|break))\b",
        r"{S}\s(?:is|becomes|joins)\s(?:the\s)?(?:latest|newest|another)\s(?:[\w-]+\s)?(?:casualty|victim|cancell?ation|"
        r"<NOUN>\sto\s(?:be\s(?:axed|cancell?ed)|get\sthe\s(?:axe|chop)))\b",
        r"{S}<near>\bamong\b<gap>\b(?:cancell?ations|cancell?ed\sshows|axed\sshows|casualties)\b",
    ),
)  # fmt: skip
