"""How the news tells in other words that a show ends by plan, goes to the cinema or abroad, and who comes and goes.

Knows no shows.
"""

from __future__ import annotations

from bot.model.claim import Certainty, Kind
from bot.news.lexicon.rules.future import WHO
from bot.news.lexicon.rules.people import CREW_ROLE
from bot.news.lexicon.rules.rule import Rule, rule

_ABROAD = (
    r"(?:US|U\.S\.|American|English-language|UK|British|Korean|Indian|French|German|Spanish|Italian|Turkish|Japanese|Mexican|Brazilian|Australian|"
    r"Hollywood|Scottish|Irish|Israeli|Chinese|Dutch|Swedish|Danish|Norwegian|Polish|Bollywood)"
)
_COUNTRY = (
    r"(?:UK|USA|Australia|Germany|France|Italy|India|Spain|Mexico|Brazil|Canada|Ireland|Korea|Japan|Turkey|Poland|Sweden|New\sZealand|South\sAfrica|"
    r"Netherlands|Argentina|Colombia)"
)
_COMES_ALONG = (
    r"(?:inch(?:es|ing)\s(?:forward|closer|ahead)|mov(?:es|ing)\s(?:ahead|forward|closer)|gathers\s(?:pace|steam)|takes\sshape|being\sprepped|in\sprep|"
    r"ramps\sup|heats\sup|finds\s(?:its|a)\s(?:director|star|writer|home|showrunner)|starts?\s(?:filming|shooting|production)|sets?\s(?:its\s)?(?:cast|director)|"
    r"on\sthe\scards|edges\scloser|is\s(?:still\s)?happening|picks\sup\s(?:pace|steam))"
)

PARTINGS: tuple[Rule, ...] = (
    rule(
        "closes its doors", Kind.FINAL_SEASON,
        "shop|doors|door |gates|book|curtain|casebook|time|a day|quits|the last time|one last|chapter|lap|"
        "stretch|bows|signs|goodbye|conclud|wraps|ends |boots|hat|badge|cape",
        r"\b(?:to|will|set\sto|is\sto)\s(?:shut|close|lock)\s(?:(?:its|the|their)\s(?:doors?|gates?|book|curtains?|casebook|case\sfile)|(?:up\s)?shop)\s(?:for\sgood\s|"
        r"for\sthe\s(?:last|final)\stime\s)?(?:after|with|following|in|at\sthe\send\sof)\b<near>(?:{N}|<RUN>(?<!years)|\b(?:next|this|forthcoming)\s(?:season|series)\b)",
        r"\b(?:to|will|set\sto|is\sto)\shang\sup\s(?:its|the|their|his|her)\s(?:[\w-]+\s)?(?:boots|hat|badge|cape|scrubs|gloves|gun|coat|robes?|apron|keys|wig|"
        r"stethoscope)\b<gap>\b(?:after|with|in)\b<near>(?:{N}|<RUN>)",
        rf"{WHO}\s(?:[\w-]+\s){{0,2}}?call(?:s|ed|ing)\s(?:time|it\sa\sday|it\squits)\son\s(?:(?:the\s)?(?:[\w-]+\s){{0,2}}?{{S}}|the\s<NOUN>)",
        rf"{WHO}<near>\bcall(?:s|ed|ing)\s(?:time|it\sa\sday|it\squits)\s(?:after|with|following)\b<near>(?:{{N}}|<RUN>)",
        r"{S}<near>\b(?:bows\sout|signs\soff|says\sgoodbye|concludes|wraps\sup|ends)\b<near>\b(?:with|in|after)\s(?:its\s|an?\s|the\s)?{F}",
        r"{S}<near>\b(?:enters|begins|starts|heads\sinto)\s(?:its|the)\s(?:final|last)\s(?:chapter|lap|stretch|act|phase)\s(?:with|in)\s{N}",
        r"{S}\s(?:to|will|set\sto|is\sto)\b<gap>\bfor\s(?:the|one)\s(?:very\s)?(?:last|final)\s(?:time|ride|spin|lap|dance)\s(?:in|with|for)\s(?:its\s|the\s)?{N}",
    ),
    rule(
        "to the cinema", Kind.FILM,
        "one-off|episode|big screen|big-screen|cinema|silver screen|theaters|theatres|feature|special",
        r"{S}<IS>\s(?:heads?|heading|headed|going|goes|leaps?|leaping|jumps?|jumping|makes?\sthe\s(?:jump|leap|move)|making\sthe\s(?:jump|leap)|coming|comes|bound)\s"
        r"(?:back\s)?(?:for|to)\s(?:the\s)?(?:big[\s-]screen|cinemas?|silver\sscreen|theaters|theatres)\b",
        r"{S}\s(?:back|returns|reunites|returning|to\sreturn|to\sreunite|is\sback|comes\sback|to\scome\sback)\s(?:for|with|in)\s(?:an?\s|its\s)?(?:[\w-]+\s){0,2}?"
        r"(?:special(?!\s(?:guest|effects|screening|event))|one-off\s[\w-]+(?:\sepisode)?|christmas\sepisode|festive\sepisode|reunion\sepisode)\b",
        r"{S}(?:['’]s?)?\s(?:christmas|festive|holiday|anniversary|one-off|reunion|new\syear|halloween|easter|comic\srelief|feature-length)\s"
        r"(?:special|episode|film|movie)<IS>\s(?:announced|confirmed|ordered|commissioned|green-?lit|in\sthe\sworks|on\s(?:the|its)\sway|planned)\b",
    ),
    rule(
        "made abroad", Kind.SPIN_OFF,
        "uk|us|usa|germany|france|italy|india|spain|mexico|canada|ireland|korea|japan|turkey|poland|sweden|"
        "zealand|africa|netherlands|argentina|colombia|local|grown|its own|american|english|uk |british|"
        "korean|indian|french|german|spanish|italian|turkish|japanese|mexican|brazil|australia|"
        "hollywood|scottish|irish|israeli|chinese|dutch|swedish|danish|norwegian|polish|bollywood|remade|"
        "version|remake|adaptation",
        rf"\b{_ABROAD}\s{{S}}(?:\s(?:series|remake|version|adaptation|show|reboot))?<IS>\s{_COMES_ALONG}",
        rf"\b{_ABROAD}\s(?:version|remake|adaptation|take|reimagining)\s(?:of|on)\s{{S}}<IS>\s{_COMES_ALONG}",
        rf"{{S}}\s(?:gets?|getting|is\sgetting|to\sget|lands?|receives)\s(?:an?\s|its\sown\s)?(?:[\w-]+\s)?{_ABROAD}\s(?:makeover|redo|do-?over|twin|cousin|sibling|"
        r"counterpart|treatment|version|remake|adaptation|spin|edition)\b",
        r"{S}<IS>\s(?:set\sto\sbe\s|to\sbe\s|being\s|will\sbe\s)remade\b",
        rf"<NET><IS>\s(?:adapting|adapts|to\sadapt|remaking|remakes|to\sremake)\s{_ABROAD}\s(?:[\w-]+\s){{0,2}}?{{S}}",
        rf"{{S}}:?\s{_COUNTRY}\b(?:['’]s?)?\s(?:[\w-]+\s){{0,2}}?(?:commissioned|ordered|announced?s?|announces|in\s(?:the\sworks|development)|green-?lit|confirmed|set\b|casts|"
        r"launches|gets\s(?:the\s)?(?:green|go)|picked\sup|sets|adds|reveals|coming|planned|starts|begins|happening)",
        r"\b(?:local|home-?grown|its\sown)\s(?:take|version|adaptation|remake)\s(?:on|of)\s{S}",
        r"\b(?:remaking|remakes|to\sremake|will\sremake)\s{S}",
    ),
    rule(
        "walks into it", Kind.CAST,
        "heads|checks|moves|steps|strolls|walks|sails|rides|wanders|breezes|struts|confirmed for|"
        "announced for|lined up for|booked for|"
        "signed for|signed up|adds |drops|pops|lands|books|nabs|scores|wins|gets|bags|brings|welcomes|finds|"
        "snags|ropes|lures",
        r"{P}\s(?:heads?|checks?|moves?|steps?|strolls?|walks?|sails?|rides?|wanders|breezes|struts|drops?|pops?)\s(?:back\s)?(?:on|in)?to\s(?:the\s)?{S}(?!(?:['’]s?)?\s(?:red|premiere|event|"
        r"screening|panel|fan|exhibition|locations?|sets?))",
        r"{P}<near>\b(?:is\s|are\s)?(?:confirmed|announced|lined\sup|booked|signed(?:\sup)?|locked\sin)\sfor\s(?:the\s)?(?:{S}(?:['’]s?)?(?:\s{N})?|{N})"
        r"(?!(?:\sof\s{S})?\s?(?:[.,:;!–—]\s)?(?:premiere|event|panel|screening|on\s{D}|in\s{D}))",
        r"{P}\s(?:lands|books|nabs|scores|wins|gets|bags)\s(?:(?:a|the|lead|key|recurring|major)\s){0,2}{S}\s(?:role|part|lead|gig)\b",
        r"{S}(?:\s{N})?\s(?:brings\sback|welcomes(?:\sback)?|finds\sits\s[\w-]+\sin|snags|ropes\sin|lures(?:\sback)?)\s(?:[\w-]+\s){0,2}?{P}",
        r"{S}(?:\s{N})?\sadds\s(?:two|three|four|five|six|seven|eight|\d{1,2})(?=\s?(?:$|[.,:;!–—]|\b(?:to\s(?:its\s)?cast|for\s{N})))",
    ),
    rule(
        "cast told of", Kind.CAST,
        "cast |characters|faces|stars|additions|recruits|arrivals|joined by|newcomer|company|back",
        r"\b(?:new|main|additional|voice|full|more)\s(?:voice\s)?cast(?:\smembers)?<IS>\s(?:announced|revealed|unveiled|confirmed)\b",
        r"\bcharacters?\s(?:are\s|is\s|to\sbe\s)?(?:written\sout|killed\soff|recast)\b(?!\s(?:in\sthe\sfinale|in\sepisode))",
        r"\bwith\s(?:a\s)?(?:two|three|four|five|six|several|some|fresh|trio\sof|pair\sof)\s(?:new\s)?(?:faces|stars|cast\smembers|characters|additions|recruits)\b",
        r"\b(?:joined\sby|newcomers?(?:\sinclude)?|new\s(?:additions|arrivals|faces|recruits|cast\smembers|stars)\s(?:include|are)|additions\sinclude|company\sin\sthe\sform\sof)\s"
        r"(?:[\w-]+\s){0,3}?{P}",
        r"{P}[^.;!?]{0,20}?\b(?:are|is)\s(?:all\s|both\s)?back\s(?:as|at|on(?!\s{D}))\b",
        r"\bmeet\sthe\snew\s(?:cast|faces|characters|arrivals|recruits)\b",
    ),
    rule(
        "crew found", Kind.CREW, "director|writer|showrunner|composer|producer",
        rf"\b(?:finds|names|sets|lands|gets|reveals|picks)\s(?:its|the|an?)\s(?:new\s)?{{N}}\s{CREW_ROLE}\b",
    ),
    rule(
        "recast thought of", Kind.CAST, "recast",
        r"\b(?:eye(?:s|ing)|planning|plans|considering|considers|weighing|weighs|mulling|mulls|may|might|could)\s(?:[\w-]+\s){0,5}?recast(?:ing)?\b",
        certainty=Certainty.RUMOUR,
        possible=True,
    ),
    rule(
        "crew hands over", Kind.CREW,
        "baton|torch|to run|to showrun|oversee|to helm|hand|n't direct|n’t direct|not direct|n't helm|"
        "n’t helm|n't writ|n’t writ|not writ|not helm|n't be direct|n’t be direct|not be direct|"
        "n't return to direct",
        r"\bhand(?:s|ing|ed)?\s(?:over|off)\s(?:the\s|his\s|her\s|its\s|their\s)?(?:[\w-]+\s)?(?:showrunn\w+|direct\w+|writing|head\swriter|producing)\s?"
        r"(?:duties|reins|role|job|baton)?\b",
        rf"\b{CREW_ROLE}\b<near>\bpass(?:es|ed|ing)?\s(?:on\s)?the\s(?:baton|torch)\b",
        r"\b(?:hires|taps|enlists|recruits|brings\sin)\s(?:{P}|(?:[\w’'-]+\s){1,3}?)\s?to\s(?:run|showrun|oversee|helm)\s(?:{N}|{S}|the\s<NOUN>|it\b)",
        rf"(?:{{P}}|\b{CREW_ROLE}\b)[^.;!?]{{0,20}}?(?:\bwon['’]t|\bwill\snot|\bnot|\bisn['’]t)\s(?:be\s|return\sto\s)?(?:direct(?:ing)?|helm(?:ing)?|writ(?:e|ing)|showrun(?:ning)?)\b"
        r"(?!\s(?:off|him|her|them))",
        negates=True,
    ),
)  # fmt: skip
