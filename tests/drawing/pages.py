"""Reads a page that stands alone, and asks of it what holds for every such page."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree


class Page(HTMLParser):
    """What a page holds: its elements with their attributes, its text, its headings, its unclosed elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[int] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag != "meta":
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def pictures_of(html: str) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(each) for each in re.findall(r"<svg.*?</svg>", html, re.DOTALL)]  # noqa: S314 - ours


def assert_stands_alone(html: str) -> None:
    """The page is sound, runs nothing and fetches nothing."""
    page = Page(html)
    names = {tag for tag, _ in page.elements}
    assert names.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "a", "form", "image", "use"})
    attributes = {name for _, attrs in page.elements for name in attrs}
    assert not any(name.startswith("on") or name in {"href", "src", "xlink:href", "style"} for name in attributes)
    assert "url(" not in html
    assert "@import" not in html
    assert set(re.findall(r"https?://[^\"'<\s]+", html)) <= {"http://www.w3.org/2000/svg"}
    assert (
        "meta",
        {"http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"},
    ) in page.elements


def assert_readable_by_everybody(html: str) -> Page:
    """The page says its language, its headings step down one by one, and its tables and pictures are labelled."""
    page = Page(html)
    assert ("html", {"lang": "en-GB"}) in page.elements
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert all(later - earlier <= 1 for earlier, later in steps)
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    labels = {part for _, attrs in page.elements for part in (attrs.get("aria-labelledby") or "").split()}
    assert labels <= set(ids)
    assert all(attrs.get("scope") for tag, attrs in page.elements if tag == "th")
    return page
