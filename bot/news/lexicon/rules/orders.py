"""How the news says that a new show or more episodes are ordered, or that a fate is open. Knows no shows."""

from __future__ import annotations

from bot.model.claim import Certainty, Kind
from bot.news.lexicon.rules.rule import Rule, rule

ORDERS: tuple[Rule, ...] = (
    rule(
        "ordered", Kind.ORDERED, "pilot|series|order|green|develop|works|commission|back |pickup|pick-up|episodes|"
        "chapters|instal|hours|"
        "announces|unveils|to make|to adapt|announced|confirmed|unveiled|adapt|anime",
        r"\border(?:s|ed|ing)?\b(?:\s(?:a|the|an|up|drama|comedy|new)\b){0,3}\s(?:pilot|series)\b",
        r"\b(?:pilot|series|straight-to-series|full-season|full\sseason|back[\s-]nine|series\spick-?up)\s(?:order|"
        r"pick-?up|commitment)\b",
        r"\b(?:given|gives|gave|giving)\s(?:the\s)?(?:green[\s-]light|go-?ahead|"
        r"nod)\sto\s(?:an?\s)(?:[\w-]+\s){0,4}?(?:<NOUN>|\bchiller\b)",
        r"\bordered\sto\sseries\b|\bseries\sordered\b|\bstraight[\s-]to[\s-]series\b|"
        r"\bback[\s-](?:four|five|six|seven|eight|nine|ten|thirteen|[4-9]|10|13)\b(?!\s(?:years|months|weeks|days|"
        r"seasons))",
        r"<NET>\s(?:[\w-]+\s){0,2}?(?:green-?lights?|green-?lit|commissions?|commissioned|orders|ordered|"
        r"picks\sup)\s(?:(?:new|an?|the|[\w-]+|{P}(?:['’]s)?)\s){0,5}?{S}(?!(?:['’]s?)?\s(?:(?!to\b)[\w-]+\s){0,2}?(?:season|"
        r"(?<!TV\s)(?<!drama\s)(?<!comedy\s)(?<!limited\s)(?<!event\s)(?<!anime\s)series|prequel|spin|sequel|"
        r"revival|reboot|movie|film|special|final)|<near>{N})",
        r"<NET>\s(?:[\w-]+\s){0,2}?(?:announces|unveils|sets|backs|buys|lands|nabs|boards)\s(?:(?:a|the)\s)?(?:new|"
        r"original|\w+-part)\s"
        r"(?:[\w-]+\s){0,4}?<NOUN>\s(?:(?:from|by|called|titled|starring)\s(?:{P}\s?)?)?{S}(?!(?:['’]s?)?\s(?:season|"
        r"series)|<near>{N})",
        r"<NET>\s(?:to|will)\s(?:make|adapt|produce|develop)\s{S}(?!(?:['’]s?)?\s(?:season|series|prequel|spin|"
        r"sequel|film|movie|special)|"
        r"<near>{N})",
        r"^{S}:\s(?:the\s)?{NET}\s(?:orders|commissions|green-?lights|announces|picks\sup|"
        r"unveils)\s(?:an?\s)?(?:new\s)?(?:[\w-]+\s){0,3}?"
        r"<NOUN>",
        r"<NET>\s(?:announces|unveils|commissions|orders|green-?lights)\s{S}\s(?:starring|led\sby|with\s{P}|from\s{P})",
        r"<NET>\s(?:announces|unveils|commissions|sets|orders)\s{S},\s(?:an?|its|"
        r"the)\s(?:new\s)?(?:[\w-]+\s){0,3}?<NOUN>",
        r"\bnew\s{NET}\s(?:[\w-]+\s){0,2}?<NOUN>\s{S}\s(?:announced|ordered|commissioned|confirmed|unveiled|"
        r"green-?lit)\b",
        r"{S}<IS>\s(?:ordered|commissioned|green-?lit|picked\sup)\s(?:for|by|at)\s(?:the\s)?{NET}(?!<near>{N})",
        r"{S}<IS>\s(?:being\s)?developed\s(?:at|by|for)\b",
        r"{S}(?:\s(?:novels?|books?|manga|web\s?toon|comics?|games?|light\snovels?))?<IS>\s(?:being\s)?adapted\s(?:for|into|as|by)\s"
        r"(?:an?\s)?(?:(?:[\w-]+\s){0,2}?(?:TV|television|series|<NOUN>)|{NET})\b",
        r"{S}\s(?:novels?|manga|light\snovels?|web\s?toon|comic|game)?\s?(?:gets?|getting|receives|lands|to\sget|is\sgetting)\s(?:an?\s)?"
        r"(?:TV\s|television\s|live-action\s|original\s)?(?:anime|TV|television)(?:\s(?:series|adaptation))?(?=\s?(?:$|[.,:;!–—]|\b(?:in|at|on|"
        r"from|by)\b))",
        r"\badd(?:s|ed|ing)?\s\w+\s(?:more\s|extra\s)?episodes\sto\b|\bexpanded\sby\s\w+\sepisodes\b",
        r"\b(?:picked\sup|goes|going|headed|heads|bumped|upgraded|promoted|moves)\sto\sseries\b(?!\sregular)",
        r"\bpilot\s(?:is\s|gets\s)?(?:ordered|green-?lit|commissioned|picked\sup)\b",
        r"<NET>\s(?:is\s)?develop(?:s|ing)\b<far>{S}(?!(?:['’]s?)?\s(?:prequel|spin|sequel|revival|reboot|movie|"
        r"film|creator|writer|star))",
        r"{S}(?!(?:['’]s?)?\s(?:(?:sequel|prequel)\sseries|prequel|spin|sequel|revival|reboot|movie|film|"
        r"{N}))[^.;!?\ue100-\ue4ff]{0,30}?\b(?:in\s(?:early\s)?development|in\sthe\sworks)\b",
        r"\b(?:script|writers['’]?\sroom)\b<gap>\b(?:commissioned|ordered|at\swork)\b",
        r"\b(?:orders?|ordered|gets?|adds?|tacks|lands?|wants|given|handed)\s(?:on\s)?(?:(?:an?|the|"
        r"\w+)\s){0,2}?(?:extra|more|additional|"
        r"further|bonus)\s(?:[\w-]+\s)?(?:episodes|chapters|instal?ments|hours)\b",
        r"\b(?:episode|season)\sorder\s(?:is\s)?(?:increased|expanded|extended|upped|bumped|grows)\b",
        r"{S}<near>\b(?:green-?lit|commissioned)\b(?!\sfor)",
    ),
    rule(
        "on the bubble", Kind.TALK, "bubble|future|fate|limbo|uncertain|doubt",
        r"\bon\sthe\sbubble\b",
        r"\bfuture\b<gap>\b(?:uncertain|unclear|in\s(?:doubt|limbo|question|the\sbalance|jeopardy)|undecided|"
        r"up\sin\sthe\sair)\b",
        r"\b(?:fate|future)\b<gap>\b(?:to\sbe\s(?:decided|determined|announced|revealed)|(?:hangs|hanging)\sin\sthe\sbalance)\b",
        r"\bfate\b<gap>\b(?:uncertain|unclear|undecided|in\s(?:limbo|doubt|the\sbalance))\b",
        certainty=Certainty.RUMOUR,
        possible=True,
    ),
)  # fmt: skip
