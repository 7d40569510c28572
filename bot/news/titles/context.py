"""What a whole entry says about which shows it may mean. Knows no sentence's meaning."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model.entry import Entry
from bot.model.show import Show
from bot.model.source import Tier
from bot.news.lexicon.networks import families_in, family
from bot.news.lexicon.tv_words import CONTEXT
from bot.news.sentences import Place, Sentence


class Context:
    """What the whole entry says about which shows it may mean; each looked up when first asked for."""

    def __init__(self, entry: Entry, sentences: Sequence[Sentence]) -> None:
        self.text = "\n".join(sentence.text for sentence in sentences if sentence.place is not Place.LINKS)
        self.text += "\n" + " | ".join(entry.tags)
        self.entry = entry
        self.is_tv = bool(CONTEXT.search(self.text))
        self._families: frozenset[str] | None = None

    @property
    def of_the_trade(self) -> bool:
        """Whether who tells it writes of television and little else."""
        return self.entry.tier in (Tier.PRESS_RELEASE, Tier.TRADE)

    @property
    def families(self) -> frozenset[str]:
        """The families of the networks it names."""
        if self._families is None:
            self._families = families_in(self.text)
        return self._families

    def has_network(self, show: Show) -> bool:
        """Whether it names the show's network, or one of its family."""
        return bool(show.network) and family(show.network or "") in self.families

    def has_person(self, show: Show) -> bool:
        """Whether it names a maker or lead of the show."""
        return any(has_name(self.text, person) for person in show.people)


def has_name(text: str, person: str) -> bool:
    """Whether a text names a person in full."""
    place = text.find(person)
    return place >= 0 and not text[place + len(person) : place + len(person) + 1].isalpha()
