"""Damaged and twisted feeds: cutting entries out never raises, and where it cuts, what is left is read as it was before."""

from __future__ import annotations

import io
import re
from typing import Any

import feedparser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.feeds.scan import TooDeepError
from bot.feeds.strip import XML, strip

# As WordPress, Atom generators and RSS 1.0 sites write them, with what makes each of them hard.
SEEDS = (
    """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>News &#8211; TV</title><link>https://example.com</link><image><url>https://example.com/i.png</url><title>N</title>
</image><item><title>Dark &#8220;renewed&#8221;</title><link>https://example.com/1</link><dc:creator><![CDATA[Jo]]>
</dc:creator><pubDate>Sun, 01 Feb 2026 11:00:00 +0000</pubDate><category><![CDATA[TV & film]]></category>
<guid isPermaLink="false">https://example.com/?p=1</guid><description><![CDATA[<p>It’s back</p>]]></description>
<content:encoded><![CDATA[<p>It <b>is</b><img src="/a.jpg"></p>]]></content:encoded><slash:comments>3</slash:comments>
<media:content url="https://example.com/a.jpg" medium="image"><media:title type="html">A</media:title></media:content>
<post-id xmlns="com-wordpress:feed-additions:1">1</post-id></item>
<item><title>Second</title><link>/2</link><guid>2</guid><description>Fünf &lt;i&gt;x&lt;/i&gt;</description></item>
<item><title>Third</title><source url="https://example.org/feed">Elsewhere</source><enclosure url="b.jpg" type="image/jpeg"/>
</item></channel></rss>""",
    """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="en">
<title type="text">Atom</title><id>urn:x</id><link rel="self" href="https://example.com/atom"/>
<entry><id>tag:example.com,2026:1</id><title type="html">One &amp;amp; two</title><link href="https://example.com/1"/>
<updated>2026-02-01T10:00:00Z</updated><author><name>Jo</name><uri>https://example.com/jo</uri></author>
<content type="html" xml:base="https://example.com/1/">&lt;p&gt;text&lt;/p&gt;</content><thr:total>3</thr:total></entry>
<entry><id>tag:example.com,2026:2</id><title>Two</title><link rel="alternate" href="https://example.com/2"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>one <summary>two</summary></p></div></content></entry>
<entry><id>tag:example.com,2026:3</id><title>Three</title><summary>S</summary><published>2026-01-01</published>
<source><title>Planet</title><id>urn:y</id></source></entry></feed>""",
    """<?xml version="1.0" encoding="iso-8859-1"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://example.com/">
<title>One</title><link>https://example.com/</link><items><rdf:Seq><rdf:li rdf:resource="https://example.com/1"/></rdf:Seq>
</items></channel><image rdf:about="https://example.com/i"><title>N</title><url>/i.png</url></image>
<item rdf:about="https://example.com/1"><title>Fünf</title><link>https://example.com/1</link><dc:date>2026-02-01</dc:date>
</item><item rdf:about="https://example.com/2"><title>B</title><link>https://example.com/2</link></item></rdf:RDF>""",
)
NOISE = (
    *[
        "<",
        ">",
        "&",
        "'",
        '"',
        "/",
        "=",
        ":",
        "&amp;",
        "&eacute;",
        "&#0;",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "<?",
        "?>",
        "item",
        "entry",
        "title",
        "é",
    ],
    *(
        "</content>",
        "<item>",
        "</item>",
        "<entry>",
        "</entry>",
        "<div>",
        "</div>",
        "</image>",
        "<channel>",
        "</channel>",
    ),
    *(
        "<!DOCTYPE rss>",
        '<!DOCTYPE x [<!ENTITY e "f">]>',
        "&e;",
        " encoding='koi8-r'",
        "\x92",
        "\u2028",
        "\x00",
        "<a:b/>",
    ),
)
ELEMENTS = (
    *(
        "<title>t</title>",
        "<summary>s</summary>",
        "<content>c</content>",
        "<item/>",
        "<entry><id>/e</id></entry>",
        "<svg/>",
    ),
    *(
        "<content type='xhtml'><p>x</p></content>",
        "<div>d</div>",
        "<link>/l</link>",
        "<link href='/rel'/>",
        "<guid>g</guid>",
    ),
    *(
        "<image><url>/u</url><title>i</title></image>",
        "<textinput><name>n</name></textinput>",
        "<language>de</language>",
    ),
    *("<description>d</description>", "<body>b</body>", "<author>a</author>", "<category>c</category>", "<channel/>"),
    *("<source><title>s</title></source>", "<a:b xmlns:a='urn:x'>c</a:b>", "<dc:b xmlns:dc='urn:x'>c</dc:b>", "text"),
    *("<b xmlns='urn:x'><title>n</title></b>", "<m:thumbnail xmlns:m='http://search.yahoo.com/mrss/' url='/t.jpg'/>"),
    *("<div xmlns='http://www.w3.org/1999/xhtml'><b>x</b><title>y</title></div>", "<updated>2026-01-01</updated>"),
    *(
        "<svg xmlns='http://www.w3.org/2000/svg'><title>y</title></svg>",
        "<rights><b>r</b></rights>",
        "<foo a='b'>c</foo>",
    ),
    *("<title xml:base='/z/'>t</title>", "<id>/i</id>", "<!-- <item> -->", "<![CDATA[</item>]]>", "<?php </item> ?>"),
)
ATTRIBUTES = (
    *(' xml:base="https://example.org/b/"', ' base="/c/"', ' xmlns="urn:x"', ' xmlns:dc="urn:x"', ' xmlns:a="urn:x"'),
    *(
        ' xmlns="http://www.w3.org/2005/Atom"',
        ' xmlns=""',
        ' type="html"',
        ' type="xhtml"',
        ' mode="base64"',
        ' href="h"',
    ),
    *(
        ' xmlns="http://www.w3.org/1999/xhtml"',
        ' xmlns:x="http://www.w3.org/1999/xlink"',
        ' version="0.3"',
        ' xml:lang="fr"',
    ),
)
_BETWEEN = re.compile(r"(?<=>)(?=\s*<(?!!|\?))")
_TAG_ENDS = re.compile(
    r"(?<=<[a-z]{4})(?=[>\s])|(?<=<[a-z]{5})(?=[>\s])|(?<=<link)|(?<=<div)|(?<=<description)|(?<=<content)"
)
HEADERS = ("", "application/xml", "text/xml", "text/xml; charset=utf-8", "application/rss+xml; charset=windows-1252")
READ = (
    "id",
    "link",
    "title",
    "summary",
    "published_parsed",
    "updated_parsed",
    "tags",
    "media_content",
    "media_thumbnail",
)


@st.composite
def twisted(draw: st.DrawFn) -> bytes:
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        deed = draw(st.sampled_from([0, 1, 2, *[3] * 5, *[6] * 4]))
        if deed == 0:
            at = draw(st.integers(0, len(text)))
            text = text[:at] + text[at + draw(st.integers(1, 40)) :]
        elif deed == 1:
            at = draw(st.integers(0, len(text)))
            end = at + draw(st.integers(1, 300))
            text = text[:end] + text[at:end] + text[end:]
        elif deed == 2:
            at = draw(st.integers(0, len(text)))
            text = text[:at] + draw(st.sampled_from(NOISE)) + text[at:]
        else:
            # Between two elements, or where a start tag ends: what comes out is mostly well-formed.
            between = deed < 6
            places = [match.start() for match in (_BETWEEN if between else _TAG_ENDS).finditer(text)]
            pieces = ELEMENTS if between else ATTRIBUTES
            if places:
                at = draw(st.sampled_from(places))
                text = text[:at] + draw(st.sampled_from(pieces)) + text[at:]
    return text.encode(draw(st.sampled_from(["utf-8", "utf-8", "utf-8", "iso-8859-1", "cp1252"])), "replace")


def plainly(body: bytes, header: str) -> dict[str, Any] | None:
    """What feedparser reads; None where it breaks down."""
    headers = {"content-type": header}
    try:
        result: dict[str, Any] = feedparser.parse(
            io.BytesIO(body), response_headers=headers, resolve_relative_uris=False
        )
    except (KeyError, IndexError, ValueError, TypeError, AttributeError, AssertionError, RecursionError):
        return None
    return result


def essence(entry: dict[str, Any]) -> dict[str, object]:
    """What is read of an entry."""
    essence: dict[str, object] = {name: dict.get(entry, name) for name in READ}
    essence["content"] = [(content["type"], content["value"]) for content in dict.get(entry, "content") or ()]
    essence["links"] = [
        (link.get("rel"), link.get("href"), link.get("type")) for link in dict.get(entry, "links") or ()
    ]
    return essence


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(twisted(), st.sampled_from(HEADERS))
def test_what_is_left_of_a_twisted_feed_is_read_as_in_the_whole(body, header):
    try:
        whole = strip(body, header, frozenset())
    except TooDeepError:
        return
    plain = plainly(body, header)
    if whole is None or plain is None or len(plain["entries"]) != len(whole.kept):
        return
    assert not plain["bozo"] or "SAX" not in type(plain["bozo_exception"]).__name__
    for fingerprint in whole.kept:
        rest = strip(body, header, frozenset(whole.kept) - {fingerprint})
        assert rest is not None
        # One more where the head has an effect on the first.
        assert set(rest.kept) <= {fingerprint, whole.kept[0]}
        alone = plainly(rest.body, XML)
        assert alone is not None
        expected = [essence(entry) for entry, own in zip(plain["entries"], whole.kept, strict=True) if own in rest.kept]
        assert [essence(entry) for entry in alone["entries"]] == expected
        assert dict.get(alone["feed"], "title") == dict.get(plain["feed"], "title")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(HEADERS), st.frozensets(st.integers(), max_size=3))
def test_any_bytes_are_taken_apart_or_not(body, header, known):
    stripped = strip(body, header, known)
    assert stripped is None or not stripped.left_out
