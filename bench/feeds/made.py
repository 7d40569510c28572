"""Makes feeds up as WordPress writes them: full texts of some kB, and all the elements that nobody reads.

Pure: the same numbers give the same feed on every machine, but for the moment that entries are dated by. Knows no HTTP.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from random import Random

# No word that is a show's name, or an entry about nothing would name one.
_TEXT = (
    "after again all almost and another answer around audience because been before begin behind believe between "
    "both bring brought call came cast change chapter character city close come could crew critic day deal decade "
    "decided detail did door drama each end ensemble episode even ever every expect face fact fall family few "
    "film final find first follow for found four friend full further gave give good great had half hand happen "
    "has have head heart held her here high him his home hope hour how idea into just keep kind know last late "
    "lead learn leave less let life light like line little long look made make many may mean meet might moment "
    "month more most move much must name near network never new next night not nothing now number off office "
    "often old once one only open order other out over own part past people perhaps picture piece place plan play "
    "point premiere press produced question quite rather read real reason rest return right room said same saw "
    "say scene school screen script season second seem sense series set several shot should show since small some "
    "soon sort speak stage star start state still story streamer studio such take talk tell than that their them "
    "then there these they thing think this those though three through told too took town tried true turn two "
    "under until upon used viewers voice wait walk want was watch way week well went were what when where which "
    "while who whole why will wish with woman wonder word work world would writer writing written year yet young"
)
WORDS = tuple(_TEXT.split())
AUTHORS = ("Ann O’Hare", "Ben Kowalski", "Chidi Okafor", "Dagný Jónsdóttir", "E. L. Marsh", "François Petit")
CATEGORIES = ("TV", "News", "Drama", "Comedy", "Streaming", "Renew/Cancel", "Interviews", "Box Office")
HAPPENINGS = (
    "{show} Renewed for Season {number}",
    "{show} Sets Premiere Date for Season {number}",
    "{show}: What the Finale’s Last Scene Means, According to Its Writer",
    "Inside {show}, and Why Season {number} Took So Long",
)
PARAGRAPHS = (5, 9)
SHARE_ABOUT_SHOWS = 4
"""One entry in so many is about a show, as at an outlet that writes about television among other things."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry: its number in the feed's life, its moment, and how many comments it has."""

    number: int
    published: datetime
    comments: int


@dataclass(slots=True)
class MadeFeed:
    """One feed of `length` entries, the newest first; `site` is its address, `http://127.0.1.7:8080`."""

    index: int
    site: str
    length: int
    began: datetime
    shows: tuple[str, ...]
    items: list[Item] = field(default_factory=list)
    _written: dict[Item, str] = field(default_factory=dict)
    """Entries as they were rendered last, for making them up takes long."""

    def __post_init__(self) -> None:
        oldest = self.began - timedelta(hours=self.length, seconds=self.index)
        self.items = [Item(n, oldest + timedelta(hours=n), n % 5) for n in reversed(range(self.length))]

    def add(self, now: datetime) -> None:
        """One entry more; the oldest leaves the feed, and somebody comments on another, as happens all day."""
        self.items = [Item(self.items[0].number + 1, now, 0), *self.items[:-1]]
        if len(self.items) > 2:
            told = self.items[2]
            self.items[2] = Item(told.number, told.published, told.comments + 1)

    def render(self) -> bytes:
        """The feed's bytes, UTF-8."""
        built = format_datetime(self.items[0].published)
        self._written = {item: self._written.get(item) or self._item(item) for item in self.items}
        items = "".join(self._written.values())
        return f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
	xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
	xmlns:media="http://search.yahoo.com/mrss/"
	>

<channel>
	<title>Made-up Site {self.index}</title>
	<atom:link href="{self.site}/feed/" rel="self" type="application/rss+xml" />
	<link>{self.site}</link>
	<description>Television, as a machine would write about it</description>
	<lastBuildDate>{built}</lastBuildDate>
	<language>en-US</language>
	<sy:updatePeriod>
	hourly	</sy:updatePeriod>
	<sy:updateFrequency>
	1	</sy:updateFrequency>
	<generator>https://wordpress.org/?v=6.8.1</generator>
	<image>
		<url>{self.site}/wp-content/uploads/icon.png</url>
		<title>Made-up Site {self.index}</title>
		<link>{self.site}</link>
	</image>
{items}</channel>
</rss>
""".encode()

    def _item(self, item: Item) -> str:
        # Seeded by feed and entry, so that an entry says the same as long as it stands in the feed.
        chance = Random(self.index * 1_000_003 + item.number)
        title = self._title(chance, item.number)
        slug = "-".join(chance.choices(WORDS, k=5))
        link = f"{self.site}/{item.published:%Y/%m}/{slug}-{item.number}/"
        image = f"{self.site}/wp-content/uploads/{slug}.jpg"
        body = "\n".join(self._paragraph(chance) for _ in range(chance.randint(*PARAGRAPHS)))
        categories = "".join(f"<category><![CDATA[{name}]]></category>" for name in chance.sample(CATEGORIES, 3))
        return f"""	<item>
		<title>{title}</title>
		<link>{link}</link>
		<comments>{link}#respond</comments>
		<dc:creator><![CDATA[{chance.choice(AUTHORS)}]]></dc:creator>
		<pubDate>{format_datetime(item.published)}</pubDate>
		{categories}
		<guid isPermaLink="false">{self.site}/?p={100_000 + item.number}</guid>
		<description><![CDATA[<p>{_sentence(chance)} [&#8230;]</p>
<p>The post <a href="{link}">{title}</a> first appeared on <a href="{self.site}">Made-up Site</a>.</p>]]></description>
		<content:encoded><![CDATA[<figure class="wp-block-image size-large"><img
loading="lazy" decoding="async" width="1024" height="576" src="{image}" alt="" class="wp-image-{item.number}"
srcset="{image} 1024w, {image}?w=300 300w" sizes="(max-width: 1024px) 100vw, 1024px" /></figure>
{body}
<p>The post <a href="{link}">{title}</a> first appeared on <a href="{self.site}">Made-up Site</a>.</p>
]]></content:encoded>
		<wfw:commentRss>{link}feed/</wfw:commentRss>
		<slash:comments>{item.comments}</slash:comments>
		<media:thumbnail url="{image}" />
		<media:content url="{image}" medium="image">
			<media:title type="html">{slug}</media:title>
		</media:content>
	</item>
"""

    def _title(self, chance: Random, number: int) -> str:
        if self.shows and (number + self.index) % SHARE_ABOUT_SHOWS == 0:
            happening = chance.choice(HAPPENINGS)
            show = chance.choice(self.shows).replace("&", "&amp;")
            return happening.format(show=f"‘{show}’", number=chance.randint(2, 6))
        return " ".join(chance.choices(WORDS, k=9)).title()

    def _paragraph(self, chance: Random) -> str:
        sentences = [_sentence(chance) for _ in range(chance.randint(3, 6))]
        place = chance.randrange(len(sentences))
        sentences[place] = f'<a href="/tag/{chance.choice(WORDS)}/" rel="nofollow">{sentences[place]}</a>'
        sentences.append(f"<strong>{chance.choice(WORDS)}</strong> &#8220;<em>{_sentence(chance)}</em>&#8221;")
        return f'<p class="wp-block-paragraph">{" ".join(sentences)}</p>'


def _sentence(chance: Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(8, 20))).capitalize() + "."
