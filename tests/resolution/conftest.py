"""Articles read end to end up to resolution; language models are loaded once."""

import pytest

from ouidire.extraction import extract
from ouidire.gazetteer import World
from ouidire.languages import load
from ouidire.model import Article, Extraction, PassageRole
from ouidire.resolution import resolve
from ouidire.segmentation import passages


def read(text, language="fr", world=None, article_id="sha256:" + "0" * 64):
    """Take a text through segmentation, extraction and resolution."""
    pack = load(language)
    article = Article(id=article_id, ref="x", language=language, text=text)
    zones = passages(article, pack)
    analysis = pack.analyse(text, tuple(p.span for p in zones if p.role is not PassageRole.BOILERPLATE))
    found = extract(article, zones, analysis, pack)
    raw = Extraction(
        article=article, passages=zones, assertions=found.assertions, attributions=found.attributions
    )
    return resolve(raw, analysis, pack, world or World())


@pytest.fixture(scope="session")
def reader():
    """`read`, each text once."""
    seen = {}

    def once(text, language="fr", world=None):
        key = (text, language)
        if world is not None:
            return read(text, language, world)
        if key not in seen:
            seen[key] = read(text, language)
        return seen[key]

    return once
