"""Every word list resolution reads is sound, and its examples do what they are examples of."""

from itertools import chain

import pytest

from ouidire.languages import load
from ouidire.lexicon import load_entries
from ouidire.resolution import entries

FILES = {
    "claim_nouns": entries.ClaimNoun,
    "event_nouns": entries.EventNoun,
    "group_nouns": entries.GroupNoun,
    "pronouns": entries.Pronoun,
    "titles": entries.Title,
    "metonyms": entries.Metonym,
    "bodies": entries.Body,
    "claim_verbs": entries.ClaimVerb,
    "anaphora": entries.SmallWords,
}
LANGUAGES = ("en", "fr")


def read(language, name):
    """The entries of one file."""
    return load_entries(load(language).resources / "lexicon" / f"{name}.toml", FILES[name])


def words_in(entry):
    """What an entry is looked up by."""
    return set(chain(getattr(entry, "lemmas", ()), getattr(entry, "forms", ()), getattr(entry, "words", ())))


def examples(name, field="examples"):
    """All examples of one kind of file."""
    return [
        pytest.param(language, entry, text, id=f"{entry.id}-{n}")
        for language in LANGUAGES
        for entry in read(language, name)
        for n, text in enumerate(getattr(entry, field))
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_entries_have_an_example_and_their_languages_id(language, name):
    """Ids begin with the language, and nothing is in a list without an example."""
    rows = read(language, name)

    assert rows
    assert [e.id for e in rows if not e.id.startswith(f"{language}.") or not e.examples] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_examples_hold_a_word_of_their_entry(reader, language, name):
    """Each example has a token that the entry is found by."""
    texts = [(e, text) for e in read(language, name) for text in e.examples]
    joined = "\n".join(text for _, text in texts)
    tokens = load(language).analyse(joined, _lines(joined)).tokens
    missing = []
    at = 0
    for entry, text in texts:
        inside = [t for t in tokens if at <= t.start < at + len(text)]
        seen = {w for t in inside for w in (t.lemma.lower(), t.lower, t.lower.removesuffix("s"))}
        plain = text.lower().replace("’", "'").replace("\xa0", " ")
        if not any(w in seen or w.lower() in plain for w in words_in(entry)):
            missing.append((entry.id, text))
        at += len(text) + 1

    assert missing == []


def _lines(text):
    from ouidire.model import Span

    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return tuple(spans)


@pytest.mark.parametrize(("language", "entry", "text"), examples("claim_nouns"))
def test_claim_nouns_take_up_the_claim_before(reader, language, entry, text):
    """The noun of the last sentence is found as an anaphor."""
    backs = reader(text, language).back_references
    quotes = [b.span.of(text).lower() for b in backs]

    assert any(w[:5] in q for q in quotes for w in entry.lemmas), quotes


@pytest.mark.parametrize(("language", "entry", "text"), examples("claim_nouns", "not_examples"))
def test_claim_nouns_with_a_complement_are_no_anaphors(reader, language, entry, text):
    """A noun that says its own content, or a generic one, takes up nothing."""
    assert reader(text, language).back_references == ()


@pytest.mark.parametrize(("language", "entry", "text"), examples("event_nouns", "not_examples"))
def test_new_events_are_no_anaphors(reader, language, entry, text):
    """An indefinite event noun, or one with participants never told of, takes up nothing."""
    assert reader(text, language).back_references == ()


@pytest.mark.parametrize(("language", "entry", "text"), examples("metonyms"))
def test_seats_stand_for_their_state(language, entry, text):
    """Every seat is found by its name, article and capital letters aside."""
    from ouidire.gazetteer.names import fold

    table = entries.words_of(load(language).resources).metonyms
    words = text.rstrip(".").split()

    assert any(table.get(fold(" ".join(words[:n]))) == entry.referent for n in range(1, len(words) + 1))
