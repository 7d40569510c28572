"""Plain text out of what a feed carries: markup stripped, entities resolved, blocks kept apart, size bounded.

Knows nothing of shows or of what the text says. A block is one paragraph, heading or list item, on a line of its own.
"""

from __future__ import annotations

import html
import re
import unicodedata

from lxml import etree
from lxml import html as lxml_html

MAX_INPUT = 200_000
"""Characters of markup that are looked at; a longer text is cut."""
MAX_TEXT = 40_000
"""Characters of plain text that are kept."""
BULLET = "• "
"""What a list item's line begins with."""

_TAG = re.compile(r"<\s*/?\s*[a-zA-Z!][^<>]{0,2000}>")
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
        "table", "td", "th", "tr", "ul",
    }
)  # fmt: skip
_DROPPED = frozenset({"script", "style", "head", "title", "iframe", "noscript", "template", "svg", "object", "embed"})
_SPACE = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
"""Any that is not one plain space already."""
_DASH_BULLET = re.compile(r"^\s*[-*–—•·▪‣]\s+", re.MULTILINE)
_LOW_QUOTES = re.compile(r"„([^„“”\n]{1,300})[“”]")
_SPACED_QUOTES = re.compile(r"«\s?([^«»\n]{1,300}?)\s?»")
_TURNED_QUOTES = re.compile(r"(?<![\w])»([^«»\n]{1,300})«(?!\w)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]")
_SIGN_OFF = re.compile(
    r"\s*(?:The (?:post|article) .{1,300}? (?:appeared|was) first (?:appeared |published )?(?:on|at) [^\n.]{1,80}\.?"
    r"|\[(?:…|\.\.\.)\]|(?:Continue|Read) (?:reading|more)(?: at| on)?\b[^\n.]{0,80}(?:…|→|»)|"
    r"Click here to read [^\n]{0,120})",
)

_SIGNED_OFF = (
    "The post ",
    "The article ",
    "[…]",
    "[...]",
    "Continue reading",
    "Continue more",
    "Read reading",
    "Read more",
    "Click here to read ",
)
"""A sign-off has one of them: the search is dear, a look is cheap."""


def plain(text: str) -> str:
    """The words of a text that may be HTML: blocks on lines of their own, list items marked with `BULLET`."""
    text = text[:MAX_INPUT]
    if _TAG.search(text):
        text = _from_markup(text)
    elif "&" in text:
        text = html.unescape(text)
    text = unicodedata.normalize("NFC", _CONTROL.sub("", text.replace("\r", "\n").replace("\t", " ")))
    text = _even_quotes(text)
    text = _DASH_BULLET.sub(BULLET, _SPACE.sub(" ", text))
    if any(sign in text for sign in _SIGNED_OFF):
        text = _SIGN_OFF.sub("", text)
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line and line != BULLET.strip())[:MAX_TEXT]


def _even_quotes(text: str) -> str:
    """French « quotes » without their spaces, German „quotes“ and »quotes« turned as others are."""
    if "„" in text:
        text = _LOW_QUOTES.sub(r"“\1”", text)
    if "«" in text:
        text = _TURNED_QUOTES.sub(r"«\1»", _SPACED_QUOTES.sub(r"«\1»", text))
    return text


def one_line(text: str) -> str:
    """The same on one line, as a title is."""
    return " ".join(plain(text).split())


def _from_markup(text: str) -> str:
    try:
        root = lxml_html.fragment_fromstring(text, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return html.unescape(_TAG.sub(" ", text))
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in {"comment", "pi"}:
            pieces.append(element.tail or "")
            continue
        tag = element.tag
        if event == "start":
            if tag in _BLOCKS:
                pieces.append("\n" + BULLET if tag == "li" else "\n")
            if element.text and not _hidden(element):
                pieces.append(element.text)
        else:
            if tag in _BLOCKS:
                pieces.append("\n")
            if element is not root and element.tail and not _hidden(element.getparent()):
                pieces.append(element.tail)
    # A feed may escape twice: what is left of entities is resolved once more.
    return html.unescape("".join(pieces))


def _hidden(element: etree._Element | None) -> bool:
    while element is not None:
        if element.tag in _DROPPED:
            return True
        element = element.getparent()
    return False
