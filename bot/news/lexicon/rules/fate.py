"""How the news says that a show goes on or does not, from the tables by kind. Knows no shows."""

from __future__ import annotations

from bot.news.lexicon.rules.cancellations import CANCELLATIONS
from bot.news.lexicon.rules.endings import ENDINGS
from bot.news.lexicon.rules.onward import ONWARD
from bot.news.lexicon.rules.orders import ORDERS
from bot.news.lexicon.rules.renewals import RENEWALS
from bot.news.lexicon.rules.revivals import REVIVALS
from bot.news.lexicon.rules.rule import Rule

FATE: tuple[Rule, ...] = (*RENEWALS, *ONWARD, *ENDINGS, *CANCELLATIONS, *REVIVALS, *ORDERS)
"""In the order in which they are tried."""
