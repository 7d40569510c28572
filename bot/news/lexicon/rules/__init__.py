"""The rules that read sentences, as tables by kind of news. Knows no shows."""

from __future__ import annotations

from bot.news.lexicon.rules.arrivals import ARRIVALS
from bot.news.lexicon.rules.fate import FATE
from bot.news.lexicon.rules.future import FUTURE
from bot.news.lexicon.rules.hopes import HOPES
from bot.news.lexicon.rules.making import MAKING
from bot.news.lexicon.rules.partings import PARTINGS
from bot.news.lexicon.rules.people import PEOPLE
from bot.news.lexicon.rules.production import PRODUCTION
from bot.news.lexicon.rules.rule import Rule

RULES: tuple[Rule, ...] = (*FATE, *PRODUCTION, *MAKING, *ARRIVALS, *PEOPLE, *PARTINGS, *FUTURE, *HOPES)
"""Every rule, in the order in which they are tried."""
