"""Searches a sentence by every rule, at the cost of the few that may match it: a rule needs a cue, and each of its
alternatives needs letters of its own. Finds exactly what the rules' patterns find. Knows no kind of news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.news.lexicon.needs import Letters, Ways
from bot.news.lexicon.rules.rule import Rule


class RuleBook:
    """Rules, sorted by what a sentence must have for them."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._by_cue: dict[str, list[int]] = {}
        for number, rule in enumerate(rules):
            for cue in rule.cues:
                self._by_cue.setdefault(cue, []).append(number)
        self._cues = Letters(self._by_cue)
        self._ways = Ways([rule.pattern for rule in rules])

    def hits(self, written: str, marked: str) -> Iterator[tuple[Rule, re.Match[str]]]:
        """Each hit in a marked sentence that was written so, in order of the rules, as `finditer` finds them.

        Both are in small letters, letter by letter in place.
        """
        cued = {number for cue in self._cues.of(written) for number in self._by_cue.get(cue, ())}
        if not cued:
            return
        for number, patterns in self._ways.that_may_match(marked, sorted(cued)):
            for match in _first_of_each(patterns, marked):
                yield self._rules[number], match


def _first_of_each(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """What "one|another" finds in a text: from each place on the leftmost match, of the first that matches there."""
    place = 0
    ahead = [match for pattern in patterns if (match := pattern.search(text)) is not None]
    while ahead:
        best = min(ahead, key=re.Match.start)
        yield best
        # An empty match would be found for ever.
        place = max(best.end(), best.start() + 1)
        ahead = [
            match
            for known in ahead
            if (match := known if known.start() >= place else known.re.search(text, place)) is not None
        ]
