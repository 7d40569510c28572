"""What is cut out of a feed, what is left, and which feeds are left whole."""

from __future__ import annotations

import pytest

from bot.feeds.scan import DEEPEST, TooDeepError
from bot.feeds.strip import Stripped, strip

ATOM = 'xmlns="http://www.w3.org/2005/Atom"'
MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'
RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'

COUNTED = (
    ' xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:thr="http://purl.org/syndication/thread/1.0"'
    f' xmlns:wfw="http://wellformedweb.org/CommentAPI/" {MEDIA}'
)


def rss(*items: str, root: str = "", head: str = "") -> bytes:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'<?xml version="1.0"?><rss version="2.0"{root}><channel><title>N</title>{head}{inner}</channel></rss>'.encode()
    )


def apart(body: bytes, content_type: str = "", known: frozenset[int] = frozenset()) -> Stripped:
    stripped = strip(body, content_type, known)
    assert stripped is not None
    return stripped


def fingerprint(item: str, root: str = "") -> int:
    (one,) = apart(rss(item, root=root)).kept
    return one


@pytest.mark.parametrize(
    "body",
    [
        rss("<title>A</title>", "<title>B</title>", "<title>C</title>"),
        rss("<a/>A", "<b/>B", "<a/>C<b/>"),
        f"<a:feed {ATOM.replace('=', ':a=')}><a:title>N</a:title><a:entry><a:id>A</a:id></a:entry >\n<a:entry>B</a:entry>"
        "<a:entry><a:id>C</a:id></a:entry></a:feed>".encode(),
        f"<feed {ATOM}><entry><id>A</id></entry><entry><id>B</id></entry><entry><id>C</id></entry></feed>".replace(
            "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"
        ).encode(),
        f"<rdf:RDF {RDF}><channel><title>N</title></channel><item><title>A</title></item><item><title>B</title></item>"
        "<item><title>C</title></item></rdf:RDF>".encode(),
        rss("A", "B").replace(b"</channel>", b"<item a='C' /></channel>"),
    ],
)
def test_known_entries_are_cut_out_and_the_rest_stays_as_it_was(body):
    a, b, c = apart(body).kept
    assert len({a, b, c}) == 3
    some = apart(body, known=frozenset({a, c, 7}))
    assert (some.left_out, some.kept) == ((a, c), (b,))
    assert b"B" in some.body
    assert b"A<" not in some.body
    assert b"C" not in some.body.replace(b"RDF", b"").replace(b"</channel>", b"")
    assert apart(some.body).kept == (b,)
    none = apart(body, known=frozenset({a, b, c}))
    assert (none.left_out, none.kept) == ((a, b, c), ())
    assert apart(none.body).kept == ()


def test_what_is_the_same_has_one_fingerprint():
    a, b, c = apart(rss("<title>A</title>", "<title>B</title>", "<title>A</title>")).kept
    assert a == c != b
    assert apart(rss("<title>A</title>"), known=frozenset({a})).left_out == (a,)
    assert -(2**63) <= a < 2**63


def test_a_fingerprint_does_not_see_blanks_and_counters():
    first = fingerprint("<title>A b</title><slash:comments>1</slash:comments>", COUNTED)
    for same in (
        "\n<title>A\n b</title>\t<slash:comments>22</slash:comments>",
        "<title>A b</title><thr:total  a='1'/><wfw:commentRss>https://example.com/?x=1</wfw:commentRss>",
        "<title>A b</title><media:community><media:statistics views='7'/></media:community>",
    ):
        assert fingerprint(same, COUNTED) == first
    assert fingerprint("<title>A c</title><slash:comments>1</slash:comments>", COUNTED) != first
    link = "<title>A</title><link rel='replies'{} href='https://example.com/1'/>"
    assert fingerprint(link.format(' thr:count="1"'), COUNTED) == fingerprint(link.format(' thr:count="2"'), COUNTED)


def test_a_fingerprint_sees_the_namespaces_and_the_base_around():
    item = "<title>A</title><media:content url='a.jpg'/>"
    seen = {
        fingerprint(item, f" {MEDIA}"),
        fingerprint(item, ' xmlns:media="http://example.com/other"'),
        fingerprint(item, f' {MEDIA} xml:base="https://example.com/"'),
        fingerprint(item.replace("a.jpg", "b.jpg"), f" {MEDIA}"),
    }
    assert len(seen) == 4


@pytest.mark.parametrize(
    ("declared", "header", "encoded"),
    [
        ("", "application/rss+xml", "utf-8"),
        ("utf-8", "text/xml; charset=UTF8", "utf-8"),
        ("UTF-8", "text/html", "utf-8-sig"),
        ("windows-1252", "", "cp1252"),
        ("iso-8859-1", "text/xml; charset=latin-1", "latin-1"),
        ("", 'application/xml; charset="windows-1252"', "cp1252"),
    ],
)
def test_what_is_left_is_utf_8(declared, header, encoded):
    prolog = f"<?xml version='1.0' encoding='{declared}'?>" if declared else ""
    text = rss("<title>Fünf</title>", "<title>é</title>").decode().removeprefix('<?xml version="1.0"?>')
    body = (prolog + text).encode(encoded)
    assert "Fünf" in apart(body, header).body.decode()
    plain = rss("<title>Fünf</title>", "<title>é</title>")
    assert apart(body, header).kept == apart(plain).kept


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (rss("<title>A</title>").replace(b"?>", b" encoding='utf-8'?>", 1), "text/xml; charset=windows-1252"),
        (rss("<title>A</title>").replace(b"?>", b" encoding='nonsense'?>", 1), ""),
        (rss("<title>A</title>"), "text/xml; charset=utf-7"),
        (rss("<title>é</title>").decode().encode("latin-1"), ""),
        (rss("<title>é</title>").decode().encode("utf-16"), ""),
        (rss("<title>A</title>").replace(b"?>", b" encoding = 'utf-8'?>", 1), ""),
        (rss("<title>A & B</title>"), ""),
        (rss("<title>&eacute;</title>"), ""),
        (rss("<title>A</title>")[:-3], ""),
        (b"\n" + rss("<title>A</title>"), ""),
        (rss("<title>A</title>").replace(b"?>", b"?><!DOCTYPE rss>", 1), ""),
        (rss("<title>A</title>").replace(b"?>", b"?><!DOCTYPE rss [<!ENTITY a 'b'>]>", 1), ""),
        (b"<html><item/></html>", ""),
        (b"<opml/>", ""),
        (b"", ""),
    ],
)
def test_a_feed_in_doubt_is_left_whole(body, header):
    assert strip(body, header, frozenset()) is None


@pytest.mark.parametrize(
    "item",
    [
        "<content><title>A</title></content>",  # feedparser takes the end of the title for that of the entry's
        "<description><p>A</p></description>",
        "<item><title>inner</title></item>",
        "<channel/>",
        f'<link rel="self" href="/a" xml:base="https://example.com/b/" {ATOM}/>',
        '<link>https://example.com/</link><title xml:base="https://]">A</title>',
        '<dc:x xmlns:dc="http://search.yahoo.com/mrss/"/>',
        '<a:x xmlns:a="urn:a"/><a:x xmlns:a="urn:b"/>',
        '<a:x xmlns:a="urn:a"/><title xmlns="urn:a">A</title>',
    ],
)
def test_entries_that_might_change_how_others_are_read_are_not_cut_out(item):
    assert strip(rss(item, "<title>B</title>"), "", frozenset()) is None


@pytest.mark.parametrize(
    "item",
    [
        '<title>A</title><post-id xmlns="com-wordpress:feed-additions:1">1</post-id>',
        f"<media:content url='a.jpg' {MEDIA}><media:title>A</media:title></media:content>",
        '<description><div xmlns="http://www.w3.org/1999/xhtml"><p>A <summary>B</summary></p></div></description>',
        '<link>https://example.com/1</link><description xml:base="https://example.com/">A</description>',
        "<title><![CDATA[<item>]]></title><!-- <item> --><?php </item> ?>",
    ],
)
def test_usual_entries_are_cut_out(item):
    first, second = apart(rss(item, "<title>B</title>")).kept
    assert apart(rss(item, "<title>B</title>"), known=frozenset({first})).kept == (second,)


@pytest.mark.parametrize(
    "head",
    [
        '<a xmlns="urn:a"/>',  # the prefix of an entry for this namespace would be lent to other elements
        "<description><p>A</p></description>",
    ],
)
def test_a_head_that_the_first_entry_depends_on_is_in_doubt(head):
    assert strip(rss("<title>A</title>", '<a:x xmlns:a="urn:a"/>', head=head), "", frozenset()) is None


@pytest.mark.parametrize("head", ["<content>c</content>", "<summary>s</summary><description>d</description>"])
def test_a_first_entry_that_is_read_in_another_way_than_others_stays(head):
    a, b, c = apart(rss("A", "B", "C", head=head)).kept
    some = apart(rss("A", "B", "C", head=head), known=frozenset({a, b}))
    assert (some.left_out, some.kept) == ((b,), (a, c))


def test_titles_after_the_entries_are_not_read_differently_without_them():
    body = rss("<title>A</title>").replace(b"</channel>", b"<title>Late</title></channel>")
    assert strip(body, "", frozenset()) is None


def test_attacks_do_no_harm():
    with pytest.raises(TooDeepError):
        strip(rss("<a>" * DEEPEST + "</a>" * DEEPEST), "", frozenset())
    with pytest.raises(TooDeepError):
        strip(b"<rss>" + b"<a>" * 100_000, "", frozenset())
    laughs = "<!DOCTYPE rss [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(9))
    assert strip(rss("<title>&a9;</title>").replace(b"?>", f"?>{laughs}]>".encode(), 1), "", frozenset()) is None
    many = rss(*(f"<title>{n}</title>" for n in range(5_000)))
    known = frozenset(apart(many).kept)
    assert apart(many, known=known).kept == ()
    for lure in ("<media:community>", "<link ", "<slash:comments>", " thr:a="):
        text = f"<link xml:base='https://example.com/'><![CDATA[https://example.com/{lure * 5_000}]]></link>"
        assert strip(rss(text, root=COUNTED), "", frozenset())
    huge = rss("<description>" + "&lt;p&gt;long " * 1_000_000 + "</description>")
    assert len(apart(huge).kept) == 1
