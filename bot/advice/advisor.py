"""Gets second opinions on an entry's readings: finds what is in doubt, asks once for each set of shows, and weighs in
what the sentences bear out. Whatever fails, the reading stays as it is.

A server's own show names are asked about for that server's reading alone. Knows no storage and no feeds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

import structlog

from bot.advice.check import Opinion, opinions_in
from bot.advice.client import EndpointError
from bot.advice.doubt import doubt_of
from bot.advice.limits import Breaker, Budget
from bot.advice.question import Question, messages, question_of
from bot.advice.weigh import weigh
from bot.model.entry import Entry
from bot.model.reading import Reading
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE, Scope

log = structlog.get_logger(__name__)

AT_A_TIME = 2


class Model(Protocol):
    """What answers; `bot.advice.client.Client` in truth."""

    async def ask(self, messages: Sequence[dict[str, str]]) -> str:
        """The text of the answer. Raises `EndpointError`."""


@dataclass(slots=True, kw_only=True)
class SecondOpinion:
    """Advises the intake."""

    model: Model
    breaker: Breaker
    budget: Budget
    _slots: asyncio.Semaphore = field(default_factory=partial(asyncio.Semaphore, AT_A_TIME))

    async def advise(
        self, entry: Entry, readings: Mapping[Scope, Reading], find: Callable[[ShowId, Scope], Show | None]
    ) -> Mapping[Scope, Reading]:
        """An entry's readings, those in doubt with a second opinion. `find` gives a show as a scope knows it."""
        advised = dict(readings)
        for shows, scopes in _asked(readings, find).items():
            question = question_of(entry, shows)
            opinions = await self._ask(question, entry, for_everyone=EVERYONE in scopes)
            for scope in scopes if opinions else ():
                advised[scope] = weigh(readings[scope], opinions, entry, partial(_in_scope, find, scope))
        return advised

    async def _ask(self, question: Question, entry: Entry, *, for_everyone: bool) -> tuple[Opinion, ...]:
        """What is said and borne out; nothing where nobody may or can be asked."""
        async with self._slots:
            if not self.breaker.admits():
                return ()
            if not self.budget.take(for_everyone=for_everyone):
                self.breaker.withdrew()
                log.info("no second opinion", reason="the budget of the day is spent", entry=entry.url)
                return ()
            try:
                answer = await self.model.ask(messages(question))
            except asyncio.CancelledError:
                self.breaker.withdrew()
                raise
            except EndpointError as error:
                rests = self.breaker.failed()
                log.warning("no second opinion", reason=str(error), entry=entry.url, asked_again=not rests)
                return ()
            self.breaker.succeeded()
        opinions = opinions_in(answer, question)
        if opinions is None:
            log.warning("no second opinion", reason="the answer is not in the form asked for", entry=entry.url)
            return ()
        log.info("a second opinion", entry=entry.url, borne_out=len(opinions))
        return opinions


def _asked(
    readings: Mapping[Scope, Reading], find: Callable[[ShowId, Scope], Show | None]
) -> dict[tuple[Show, ...], list[Scope]]:
    """The sets of shows to ask about, each with the scopes whose readings it is for; everyone's first."""
    asked: dict[tuple[Show, ...], list[Scope]] = {}
    for scope in sorted(readings):
        doubt = doubt_of(readings[scope])
        shows = tuple(show for name in doubt.shows if (show := find(name, scope)) is not None) if doubt else ()
        if shows:
            asked.setdefault(shows, []).append(scope)
    return asked


def _in_scope(find: Callable[[ShowId, Scope], Show | None], scope: Scope, show: ShowId) -> Show | None:
    return find(show, scope)
