"""A page as a tree, with nothing but the standard library: enough to ask what a reader meets where."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "img", "hr", "input", "link", "path", "rect", "circle"})


@dataclass(eq=False)
class Node:
    """An element; strings among `children` are its words."""

    tag: str
    attrs: dict[str, str | None] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)
    parent: "Node | None" = None

    def walk(self):
        """Yield this element and all under it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, tag="", **wanted):
        """Return the elements under this one with a tag and attributes; ``class_`` asks for one class."""
        name = wanted.pop("class_", None)
        return [
            n
            for n in self.walk()
            if (not tag or n.tag == tag)
            and (name is None or name in (n.attrs.get("class") or "").split())
            and all(n.attrs.get(k) == v for k, v in wanted.items())
        ]

    @property
    def text(self):
        """All words under this element."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    @property
    def language(self):
        """The nearest `lang`."""
        at = self
        while at is not None:
            if at.attrs.get("lang"):
                return at.attrs["lang"]
            at = at.parent
        return None


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__()
        self.root = self.at = Node("#root")

    def handle_starttag(self, tag, attrs):
        node = Node(tag, dict(attrs), [], self.at)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
            self.at = self.at.parent

    def handle_data(self, data):
        self.at.children.append(data)


def tree(page):
    """Return the tree of a page; fails where a tag is closed out of order or left open."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    assert builder.at is builder.root
    return builder.root
