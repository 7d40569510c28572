"""How the news tells in other words of filming, of its end and of pauses. Knows no shows."""

from __future__ import annotations

from bot.model.claim import Kind
from bot.news.lexicon.rules.rule import Rule, rule

MAKING: tuple[Rule, ...] = (
    rule(
        "filming under way", Kind.FILMING_START, "film|shoot|on set|cameras|before the cam|work on|production",
        r"(?:{S}(?:\s{N})?|{N}|<NOUN>)\s(?:is|are)(?:\s(?:now|currently|finally|already|officially|still|being|"
        r"underway))"
        r"{0,3}\s(?:filmed|filming|shooting|being\sshot|in\sproduction|before\sthe\scameras)\b",
        r"(?:{S}|{N}|<NOUN>|{P}|\bcast\b)<gap>\b(?:back|returns?|returning|now)\son\s(?:the\s)?set\b",
        r"{S}<IS>\s(?:filming|shooting|films|shoots)\s{N}",
        r"{S}(?:\s{N})?\s(?:returns?|is\sback|back|goes\sback)\sto\s(?:filming|production|shooting)\b",
        r"(?:{S}|{N}|<NOUN>)<gap>\b(?:rolls?|rolling|turns?)\scameras\b",
        r"(?:{S}|{N}|<NOUN>)<gap>\b(?:goes|go|going|gone|went)\sbefore\s(?:the\s)?cameras?\b",
        r"\b(?:begins?|starts?|started|begun|kicks\soff|commences|resumes)\s(?:(?:the|his|her|their)\s)?shoot\s(?:of|for|on|in)\b<near>(?:{S}|{N}|<NOUN>)",
        r"{S}(?:\s{N})?(?:\s<NOUN>)?\s(?:begins|starts|kicks\soff|commences|resumes)\s(?:its\s)?shoot(?=\s?(?:$|[.,:;!–—]|\b(?:in|at|on)\b))",
        r"(?<!writers\s)(?<!writers\shave\s)(?<!writing\s)\b(?:begins?|starts?|started|begun)\swork\son\b<near>(?:{N}|\bset\b)",
        possible=True,
    ),
    rule(
        "filming done", Kind.FILMING_WRAP, "complet|stop roll|stopped roll|a wrap|wrap on|finished|in the bag|done|"
        "been shot|been filmed",
        r"<SHOOT>(?:\s(?:on|of|for)\s(?:the\s)?(?:{S}|{N}|<NOUN>)(?:\s{N})?)?(?:\s(?:is|has|been|now|was|officially))"
        r"{0,3}\s(?:completed|complete|finished|done\sand\sdusted|in\sthe\sbag)\b",
        r"\bcameras\s(?:have\s)?(?:stop|stopped)\srolling\b",
        r"\b(?:it['’]?s|calls?|called)\sa\swrap\b",
        r"{N}\s(?:is|has\sbeen)\s(?:now\s|all\s)?(?:finished|completed|(?<=been\s)shot|(?<=been\s)filmed)(?=\s?(?:$|[.,:;!–—]|\band\b|\bbut\b))",
    ),
    rule(
        "on hold", Kind.HALT,
        "break|takes a|take a|breather|pause|burner|hold|rest|indefinit|shelve|dark|halt|force|ice|back burner|limbo|"
        "paus|suspend|stop",
        r"(?:{S}|{N})<near>\bon\s(?:an?\s)?(?:indefinite|temporary)\s(?:hold|hiatus|pause|break)\b",
        r"(?:{S}|{N})(?:\s{N})?(?:\s{NET})?<IS>\s(?:filming\s|production\s)?on\s(?:hold|ice|"
        r"pause)\b(?!\s(?:after\s<RUN>))",
        r"(?:{S}|{N}|<NOUN>)<gap>\b(?:to\sbe\s|be\s|being\s|is\s)?rested\b(?!\s(?:her|his|their|on|in))",
        r"<NET>\s(?:to\s)?rest(?:s|ed)?\s(?:{S}|the\s<NOUN>)",
        r"(?:{S}|{N}|<SHOOT>)<far>\b(?:delayed|postponed|paused|suspended|shelved|halted)\s(?:indefinitely|"
        r"until\sfurther\snotice|"
        r"for\snow)\b|\b(?:indefinitely|temporarily)\s(?:delayed|postponed|paused|suspended|shelved|halted|on\shold)\b",
        r"<NET>\s(?:[\w-]+\s){0,2}?shelves\s(?:{S}|the\s<NOUN>)|{S}<IS>\sshelved\b(?!<gap>(?:for\sgood|\btax\b))",
        r"\bpress(?:es|ed)\spause\son\b|(?:{S}|<NOUN>)<near>\b(?:takes?|taking)\s(?:an?\s)?(?:[\w-]+\s)?(?:pause|hiatus|"
        r"breather)\b(?!\sfrom)",
        r"{S}\sgoes\sdark\b|<NET>\s(?:pauses|halts|suspends)\s{S}|{S}<gap>\bon\s(?:the\s)?back\sburner\b",
        r"\b(?:production|filming)\s(?:delays?|freeze|hiatus|stoppage)\b",
        r"\b(?:halts?|halted|halting|paus(?:es|ed|ing)|suspend(?:s|ed|ing)|shuts?\sdown|shutting\sdown|stop(?:s|ped|"
        r"ping)?|"
        r"forced?\sto\s(?:halt|pause|stop))\s(?:(?:{S}|{N}|the|all|its|work\son)(?:['’]s?)?\s){0,3}?(?:production|"
        r"filming|shooting|"
        r"the\sshoot)\b",
    ),
)  # fmt: skip
