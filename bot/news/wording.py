"""What happened, in our own words: short headlines made from a claim and its sentence, never saying more than they do.

Knows nothing of stories, entries or cards; the words are plain text in British spelling, and whoever shows them
escapes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from bot.model.claim import Certainty, Claim, Kind
from bot.model.show import Show
from bot.model.when import When, WhenError
from bot.news.seasons import CARDINALS, season_given_up

_LONGEST_NAME = 80
"""Characters of a person's name or a network's that a headline repeats."""

_Beside = Sequence[Claim]
"""The further claims of the same entry about the same show."""


def headline(claim: Claim, show: Show, others: Sequence[Claim]) -> str:
    """What a claim says happened: "Ending with a film, not a season 4".

    `others` are the further claims of the same entry about the same show; they may lend a number or a date.
    """
    beside = [other for other in others if other.show == show.id and not other.background]
    # What the show is called says nothing of what happens to it: The Last of Us does not end by its name.
    claim = replace(claim, sentence=_without(show.titles, claim.sentence))
    words = _WORDS[claim.kind](claim, beside)
    if claim.kind is Kind.TALK or claim.certainty.moves_fate:
        return words
    name = _names(claim)
    if not (name and words.startswith(name)):
        words = words[:1].lower() + words[1:]
    return f"{'Rumour' if claim.certainty is Certainty.RUMOUR else 'Hoped for'}: {words}"


def _without(titles: Sequence[str], sentence: str) -> str:
    names = "|".join(re.escape(title) for title in sorted(titles, key=len, reverse=True) if title.strip())
    return re.sub(rf"(?<!\w)(?:{names})(?!\w)", "…", sentence) if names else sentence


# Decisions


def _ordered(claim: Claim, _: _Beside) -> str:
    if re.search(r"\bpilot (?:order|pick-?up)|\b(?:orders?|hands?|lands?|picks up) (?:a )?pilot\b", *_in(claim)):
        return "Pilot ordered"
    if re.search(r"\b(?:back nine|(?:extra|more|additional|full-season) (?:episodes|order))\b", *_in(claim)):
        return "Extra episodes ordered"
    return "In development" if re.search(r"\b(?:develop\w*|in the works)\b", *_in(claim)) else "Series ordered"


def _renewed(claim: Claim, beside: _Beside) -> str:
    seasons = sorted({c.season for c in (claim, *beside) if c.kind is Kind.RENEWED and c.season})
    last = _last_season(claim, beside)
    if len(seasons) > 1:
        ending = f", ending with season {last}" if last in seasons else ""
        return f"Renewed for seasons {', '.join(map(str, seasons[:-1]))} and {seasons[-1]}{ending}"
    if claim.season:
        return f"Renewed for season {claim.season}{', the last' if last == claim.season else ''}"
    return "Renewed for a final season" if _has(beside, Kind.FINAL_SEASON) else "Renewed for another season"


def _final_season(claim: Claim, beside: _Beside) -> str:
    renewals = [c for c in beside if c.kind in (Kind.RENEWED, Kind.REVIVED)]
    if len({c.season for c in renewals}) > 1:
        return _renewed(renewals[0], [claim, *renewals])
    for renewal in renewals:
        if renewal.season == claim.season or renewal.season is None:
            back = "Renewed for" if renewal.kind is Kind.RENEWED else "Back for"
            return f"{back} season {claim.season}, the last" if claim.season else f"{back} a final season"
    return f"Season {claim.season} will be the last" if claim.season else "Ending after one final season"


def _last_season(claim: Claim, beside: _Beside) -> int | None:
    """The season that the entry calls the last, or the claim's own where it gives no number."""
    finals = [c for c in beside if c.kind is Kind.FINAL_SEASON]
    return (finals[0].season or claim.season) if finals else None


_ENDS = re.compile(
    r"\b(?:conclu\w+|end(?:s|ed|ing)?|final\w*|finish\w*|farewell|goodbye|wrap(?:s|ping)? up|last|"
    r"instead of|in lieu of|in place of|rather than)\b",
    re.IGNORECASE,
)


def _film(claim: Claim, beside: _Beside) -> str:
    special = re.search(r"\bspecial\b", *_in(claim)) and not re.search(r"\b(?:film|movie)s?\b", *_in(claim))
    what = "a special" if special else "a film"
    if missed := season_given_up(claim.sentence):
        return f"Ending with {what}, not a season {missed}"
    if _ENDS.search(claim.sentence) or _has(beside, Kind.CANCELLED):
        return f"Ending with {what}"
    return f"{what.capitalize()} is coming"


def _cancelled(claim: Claim, _: _Beside) -> str:
    if claim.season:
        return f"Cancelled, no season {claim.season}"
    after = re.search(rf"\bafter (?:just |only )?(\d{{1,2}}|{'|'.join(CARDINALS)}) (?:seasons?|series)\b", *_in(claim))
    if after is None:
        return "Cancelled"
    count = CARDINALS.get(after[1].lower()) or int(after[1])
    return f"Cancelled after {count} season{'s' if count > 1 else ''}"


def _ended(claim: Claim, beside: _Beside) -> str:
    film = _has(beside, Kind.RELEASED) and _is_film(claim)
    return f"Over, the {'film that ends it' if film else 'last episode'} is out"


def _revived(claim: Claim, beside: _Beside) -> str:
    if _has(beside, Kind.FINAL_SEASON):
        return f"Back for season {claim.season}, the last" if claim.season else "Back for a final season"
    return f"Back for season {claim.season}" if claim.season else "Back after all"


def _spin_off(claim: Claim, _: _Beside) -> str:
    kinds = {"prequel": "prequel", "sequel": "sequel", "remake": "remake", "reboot": "reboot"}
    what = next((name for word, name in kinds.items() if re.search(rf"\b{word}\b", *_in(claim))), "spin-off")
    return f"A {what} is in the works"


# Production and dates


def _filming_start(claim: Claim, _: _Beside) -> str:
    when = _when(claim.when)
    coming = when is not None and when.end > claim.happened.date() and when.start != claim.happened.date()
    if when is not None and coming:
        return f"Filming{_of_season(claim)} is to begin {when.preposition()} {when.words()}"
    return f"Filming{_of_season(claim)} begins"


def _filming_wrap(claim: Claim, _: _Beside) -> str:
    return f"Filming{_of_season(claim)} is over"


def _halt(claim: Claim, _: _Beside) -> str:
    return f"Season {claim.season} is on hold" if claim.season else "On hold"


def _date_set(claim: Claim, beside: _Beside) -> str:
    when = _when(claim.when)
    part = any(c.kind is Kind.RELEASED and c.season == claim.season for c in beside)
    what = f"{'The next part of season' if part else 'Season'} {claim.season}" if claim.season else ""
    if when is None:
        return f"{what} has a date" if what else "A date is set"
    verb = "comes" if part or _is_film(claim) else "premieres"
    subject = what or ("The film" if _is_film(claim) else "")
    return f"{f'{subject} {verb}' if subject else 'Premieres'} {when.preposition()} {when.words()}"


def _date_moved(claim: Claim, _: _Beside) -> str:
    when = _when(claim.when)
    subject = f"Season {claim.season} " if claim.season else ""
    if when is not None:
        return f"{subject}moved to {when.words()}" if subject else f"Date moved to {when.words()}"
    return f"{subject}taken off its date, no new one yet" if subject else "Delayed, no new date yet"


def _trailer(claim: Claim, _: _Beside) -> str:
    words = f"{claim.slot} {claim.sentence}".lower()
    what = "Trailer" if "trailer" in words else "Teaser" if "teaser" in words else "A first look"
    preposition = "at" if what == "A first look" else "for"
    return f"{what}{f' {preposition} season {claim.season}' if claim.season else ''} is out"


def _released(claim: Claim, beside: _Beside) -> str:
    if not claim.season:
        return "The film is out" if _is_film(claim) else "Out now"
    more = any(c.kind is Kind.DATE_SET and c.season == claim.season for c in beside)
    return f"{'The first part of season' if more else 'Season'} {claim.season} is out"


# People


_DIRECTIONS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "joins": re.compile(
            r"\b(?:join(?:s|ed|ing)?|casts?|board(?:s|ed)?|add(?:s|ed)|sign(?:s|ed)? on|lands?"
            r"|(?:set|tapped|hired) to|to (?:star|direct|play))\b",
            re.IGNORECASE,
        ),
        "leaves": re.compile(
            r"\b(?:leav(?:es?(?! of absence)|ing)|left|exit(?:s|ed|ing)?|quits?|depart\w*"
            r"|step(?:s|ped|ping)? (?:down|away|back)"
            r"|(?:won['’]t|will not|not) (?:be )?(?:back|return(?:ing)?)|written out)\b",
            re.IGNORECASE,
        ),
        "returns": re.compile(r"\b(?:return(?:s|ing)?|back as|repris(?:es?|ing)|comes? back)\b", re.IGNORECASE),
    }
)
_REPLACES = re.compile(r"\b(?:replac\w+|recast\w*|takes? over|taking over)\b", re.IGNORECASE)
_NOT_BACK = re.compile(r"\b(?:not|never)\b.{0,12}\b(?:back|return)|n['’]t\b.{0,12}\b(?:back|return)", re.IGNORECASE)
_ASKED = re.compile(r"[^.!?:;—–]{0,200}\?")
"""A question in a sentence: nothing that it names is so."""
_PLURALS = MappingProxyType({"joins": "join", "leaves": "leave", "returns": "return"})
_SEVERAL = re.compile(r"[,;&|/]|\band\b")


def _cast(claim: Claim, _: _Beside) -> str:
    return _people(claim, "Cast news", {"joins": "joins the cast", "leaves": "leaves the cast", "returns": "returns"})


def _crew(claim: Claim, _: _Beside) -> str:
    words = {"joins": "joins behind the camera", "leaves": "leaves the crew", "returns": "returns"}
    return _people(claim, "News behind the camera", words)


def _people(claim: Claim, topic: str, words: Mapping[str, str]) -> str:
    """Who does what ("Imogen Tate joins the cast"), where the sentence has one person and one direction."""
    names = _names(claim)
    if not names:
        return topic
    told = _ASKED.sub("", claim.sentence)
    directions = [name for name, words_of in _DIRECTIONS.items() if words_of.search(told)]
    if _NOT_BACK.search(told) and "returns" in directions:
        directions.remove("returns")
    if len(directions) != 1 or _REPLACES.search(claim.sentence):
        return f"{topic}: {names}"
    listed = names.split(", ")
    if len(listed) == 1:
        return f"{topic}: {names}" if _SEVERAL.search(names) else f"{names} {words[directions[0]]}"
    verb, _, rest = words[directions[0]].partition(" ")
    return f"{', '.join(listed[:-1])} and {listed[-1]} {_PLURALS[verb]} {rest}".rstrip()


def _names(claim: Claim) -> str:
    """Who cast or crew news is about."""
    if claim.kind not in (Kind.CAST, Kind.CREW):
        return ""
    names = claim.slot.strip()
    # Names are left out whole: half a name is another's.
    return names if len(names) <= _LONGEST_NAME else names[: names.rfind(", ", 0, _LONGEST_NAME) + 1].rstrip(", ")


def _talk(claim: Claim, _: _Beside) -> str:
    about = f"a season {claim.season}" if claim.season else "more"
    if (said := _SAID_BY.get(claim.rule)) is not None:
        return said
    if _RULED_OUT.search(claim.sentence):
        return f"{about[:1].upper()}{about[1:]} is ruled out"
    if re.search(r"\b(?:den(?:y|ies|ied)|rubbish\w*|not true|untrue|refut\w+|dismiss\w*)\b", *_in(claim)):
        return "Reports about its future are denied"
    if claim.certainty is Certainty.HINTED and _HOPES.search(claim.sentence):
        return f"Hope for {about}"
    if claim.certainty is Certainty.OFFICIAL:
        return "No decision yet" if re.search(r"\b(?:no|not yet|un)[ -]?deci\w+", *_in(claim)) else "Talk of its future"
    return f"{'Rumour' if claim.certainty is Certainty.RUMOUR else 'Talk'} of {about}, nothing decided"


_SAID_BY: Mapping[str, str] = MappingProxyType(
    {
        "spin-off called off": "No spin-off is to be made",
        "looks for a new home": "A new home is looked for",
        "no decision": "No decision yet",
    }
)
"""By the rule that has read it: what is said where its name tells all."""
_RULED_OUT = re.compile(r"(?<!not )(?<!n['’]t )\brul(?:es|ed) out\b|\bdash(?:es|ed) hopes\b", re.IGNORECASE)
_HOPES = re.compile(
    r"\b(?:hop(?:es?|ing|eful)|(?:love|like|happy) to|gladly|want(?:s|ed)?|optimis\w+|keen|working|not over"
    r"|more (?:to tell|stories))\b",
    re.IGNORECASE,
)

_WORDS: Mapping[Kind, Callable[[Claim, _Beside], str]] = MappingProxyType(
    {
        Kind.ORDERED: _ordered,
        Kind.RENEWED: _renewed,
        Kind.FINAL_SEASON: _final_season,
        Kind.FILM: _film,
        Kind.CANCELLED: _cancelled,
        Kind.ENDED: _ended,
        Kind.REVIVED: _revived,
        Kind.SPIN_OFF: _spin_off,
        Kind.FILMING_START: _filming_start,
        Kind.FILMING_WRAP: _filming_wrap,
        Kind.HALT: _halt,
        Kind.DATE_SET: _date_set,
        Kind.DATE_MOVED: _date_moved,
        Kind.TRAILER: _trailer,
        Kind.RELEASED: _released,
        Kind.CAST: _cast,
        Kind.CREW: _crew,
        Kind.TALK: _talk,
    }
)


def _in(claim: Claim) -> tuple[str, re.RegexFlag]:
    """What `re.search` takes after a pattern, to look for it in the claim's sentence."""
    return claim.sentence, re.IGNORECASE


def _of_season(claim: Claim) -> str:
    return f" of season {claim.season}" if claim.season else ""


def _is_film(claim: Claim) -> bool:
    return not claim.season and bool(re.search(r"\b(?:film|movie|feature)s?\b", *_in(claim)))


def _has(claims: _Beside, kind: Kind) -> bool:
    return any(claim.kind is kind for claim in claims)


def _when(text: str | None) -> When | None:
    try:
        return When.parse(text) if text else None
    except WhenError:
        return None
