"""Words beside a bare name that are said of a show and of little else: "Kingfisher to end with season 4".

They let a title that is a plain word pass where neither quotes nor a network tell it from the word. Knows no shows.
"""

from __future__ import annotations

import re

_WILL = (
    r"(?:(?:to|will|won['’]t|is|isn['’]t|not|set\sto|going\sto|likely\sto|officially|finally|definitely|reportedly|"
    r"quietly|also|now|be)\s){0,4}"
)
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
_NUMBERED = (
    rf"(?:its\s|just\s|only\s|an?\s)?(?:(?:season|series|part|volume)\s{_NUMBER}|"
    rf"(?:{_NUMBER}|its\s\w+|second|third|fourth|fifth|sixth|another)\s(?:seasons?|series))"
)
_END = r"(?:end(?:s|ing)?|conclud(?:e|es|ing)|finish(?:es|ing)?|wrap(?:s|ping)?\sup)"
_A_FILM = r"(?:an?\s)?(?:[a-z-]+\s)?(?:film|movie|special)"
_NOT_A_SEASON = r"(?:not|instead\sof|rather\sthan|in\splace\sof)"
_GETS = r"(?:gets?|getting|lands?|scores?|earns?|nabs?|bags?|secures?|receives?|wins?|given|handed|snags?)"
_NAME = r"[A-ZÀ-Ž][\w’'.-]+(?:\s[A-ZÀ-Ž][\w’'.-]+){0,3}"

SEASON_DECIDED_AFTER = re.compile(
    rf"[”’\"']?\s{_WILL}(?:"
    r"(?:end(?:s|ing)?|conclud(?:e|es|ing)|finish(?:es|ing)?|wrap(?:s|ping)?(?:\sup)?|bow(?:s|ing)?\sout|"
    r"sign(?:s|ing)?\soff|clos(?:e|es|ing)|com(?:e|es|ing)\sto\san\send|over|done|finished)\s(?:with|after|in|at)|"
    r"(?:return(?:s|ing)?|back|com(?:e|es|ing)\sback|continu(?:e|es|ing)|run(?:s|ning)?|carr(?:y|ies)\son)\s"
    r"(?:for|with|through|until)|"
    r"(?:begins|starts|wraps|resumes|finishes|enters|starting|wrapping)\s(?:production|filming|shooting)\s(?:on|of|for)|"
    rf"{_END}\s(?:with|as)\s{_A_FILM},?\s{_NOT_A_SEASON}|"
    r"(?:re-?commissioned|commissioned|renewed|picked\sup|re-?upped|confirmed|on\scourse)\s(?:for|through)|"
    rf"{_GETS}|get|receive|have|seeing|"
    rf"(?:adds?|casts|welcomes|enlists|recruits|loses)\s(?-i:{_NAME})\s(?:for|in|ahead\sof|after)|"
    r"near(?:s|ing)|eye(?:s|ing)|close\sto)"
    rf"\s{_NUMBERED}(?=\s?(?:$|[,.;:!?–—(]|[-–—]\s|\b(?:at|on|as|after|says?|confirms?|sources|renewal|pick-?up|"
    r"order|instead|in|from|for|with|despite|but)\b))",
    re.IGNORECASE,
)
"""What becomes of a show, and the season of it, right after a name."""
ONLY_OF_A_SHOW_AFTER = re.compile(
    rf"[”’\"']?(?:\s(?:is\s|has\sbeen\s)?{_GETS}\s(?:an?\s|its\s)?(?:[\w-]+\s)?(?:back[\s-]nine|full[\s-]season|pilot|"
    r"series|straight-to-series|season|\d+-episode|two-season)\s(?:order|pick-?up|renewal|commission|green[\s-]light)\b"
    r"|\s(?:is\s|has\sbeen\s|gets\s)?pulled\sfrom\s(?:the\s|its\s|[A-Z][\w+]+['’]s\s)?(?:fall\s|autumn\s|spring\s|summer\s|"
    r"[a-z]+\s)?(?:schedules?|line-?up|air\b)"
    r"|\s(?:is\s|set\sto\s|to\s)?(?:return(?:s|ing)?|coming\sback|com(?:e|es)\sback|back)\s[^.;!?]{0,40}?\bwith\s"
    r"(?:(?:new|more|fresh|extra|\w+\snew)\s)episodes\b"
    r"|\s?(?:\||[-–—:])\s?(?:season\s\d+\s?)?(?:\|\s?)?(?:official\s|final\s|first\s|new\s){1,2}(?:trailer|teaser|clip)\b"
    rf"|\s{_WILL}(?:say(?:s|ing)?\s(?:goodbye|farewell)|bow(?:s|ing)?\sout|sign(?:s|ing)?\soff|{_END})\s(?:with|in)\s"
    r"an?\s(?:[a-z-]+\s)?(?:film|movie|special|finale|two-parter)(?=\s?(?:$|[,.;:!]|\b(?:at|on|as|says?)\b))"
    rf"|\s(?:names|hires|taps|loses|appoints|finds|replaces|sets|promotes)\s(?:an?\s|its\s|(?-i:{_NAME})\s(?:as\s)?)?"
    r"(?:new\s)?(?:co-)?showrunners?\b)",
    re.IGNORECASE,
)
"""What no thing but a show does, right after a name."""
TRADE_SAYS_AFTER = re.compile(
    r"[”’\"']?\s(?:"
    r"(?:is\s|has\sbeen\s|officially\s|quietly\s){0,2}(?:renewed|un-?cancel(?:l?ed)|cancel(?:l?ed)|axed)[.!]?$"
    r"|(?:will|to|set\sto)\s(?:now\s)?(?:debut|launch|premiere|return|arrive|air|bow|drop|land)\s(?:on|in|this|next)\s"
    r"(?:early\s|late\s|mid-?)?(?:[A-Z][a-z]+day\b|\d|[A-Z][a-z]{2,8}\b|spring|summer|autumn|fall|winter|year|month|week)"
    r"|won['’]t\s(?:arrive|premiere|return|be\sback|air|launch|debut|drop|land)\s(?:\w+\s){0,2}?until\s"
    r"|(?:resumes|halts|pauses|suspends|restarts|shuts\sdown|begins|starts|wraps|enters|kicks\soff)\s(?:production|"
    r"filming|shooting)\b"
    r"|(?:production|filming)\s(?:is\s|has\sbeen\s|has\s)?(?:paused|halted|suspended|shut\sdown|shuts\sdown|delayed|"
    r"under\s?way|wraps|wrapped|begins|resumes|on\shold|stops)\b"
    r"|(?:poster|key\sart|first\slook|teaser|trailer|clip)\s(?:revealed|unveiled|released|drops|debuts|arrives|out)\b)",
)
"""What is said of other things as well, right after a name: in an outlet of the trade it is of a show."""
PICTURED_BEFORE = re.compile(
    r"(?:^|[:;,–—]\s)(?:watch\s|see\s|exclusive:?\s|here\sare\s|here['’]s\s)?(?:a\s|the\s|your\s)?(?:first|new|"
    r"official|exclusive)\s(?:[a-z]+\s)?(?:images?|photos?|pictures|pics|stills|look|clip|footage|trailer|teaser|"
    r"poster|key\sart|featurette)\s(?:from|at|for|of)\s[“‘\"']?$",
    re.IGNORECASE,
)
"""Pictures of something, before a name: in an outlet of the trade they are a show's or a film's."""
ROLE_BEFORE = re.compile(
    rf"^(?:[\w’' -]{{0,20}}:\s)?{_NAME}(?:(?:,|\sand|\s&)\s{_NAME}){{0,3}}\s(?i:(?:is\s|has\s|will\s|set\sto\s|been\s|"
    r"officially\s){0,3}(?:joins?|joining|joined|boards?|cast\sin|to\s(?:star|guest[\s-]star|appear|recur)\sin|"
    r"to\s(?:lead|headline|direct|join|exit|leave)|"
    r"exits?|exiting|leaves|leaving|quits|departs|departing|returns\sto|returning\sto|signs\son\s(?:to|for)|"
    r"lands\s(?:[\w-]+\s){0,3}?(?:role|part)\s(?:in|on)|upped\sto\s(?:series\s)?regular\s(?:on|in)))\s[“‘\"']?$"
)
"""Somebody comes or goes, right before a name: in an outlet of the trade it is a show's or a film's."""
NETWORK_ACTS_BEFORE = re.compile(
    r"\b(?:renews|cancels|axes|scraps|orders\smore|wants\smore|pulls\s(?:the\s)?plug\son|swings\s(?:the\s)?axe\son|uncancels|un-cancels|"
    r"recommissions|re-?ups|(?:hands|gives)\s(?:out\s)?renewals?\sto|revives|resurrects|postpones|extends|un-?renews|dates)\s(?:its\s)?[“‘\"']?$",
    re.IGNORECASE,
)
"""What a network does to a show, right before a name."""
ENDS_A_HEADLINE = re.compile(
    r"[”’\"']?(?:['’]s)?(?=$|[,.:;!?]|\s(?:season|series|as|for|after|at|finale|cast|opposite)\b)"
)
"""A name that goes on to nothing else."""
