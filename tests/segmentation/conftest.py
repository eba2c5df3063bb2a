"""Articles for the segmentation tests."""

import pytest

from ouidire import languages
from ouidire.model import Article
from ouidire.segmentation import credits, passages  # noqa: A004


@pytest.fixture
def zones():
    """Return a function: text, language and title to (role, words) pairs and the names credited."""

    def of(text, language="fr", title="", **known):
        whole = f"{title}\n{text}" if title else text
        article = Article(id="sha256:0", ref="t", language=language, title=title, text=whole, **known)
        pack = languages.load(language)
        found = passages(article, pack)
        pairs = [(p.role.value, p.span.of(whole)) for p in found]
        return pairs, [credit.name for credit in credits(article, found, pack)]

    return of
