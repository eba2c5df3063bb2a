"""Who says so: constructions, chains, nesting, polarity, each on invented sentences."""

from __future__ import annotations

import pytest

from tests.extraction.relations.conftest import Read

CLAUSES = [
    ("fr", "La mairie a annoncé que le port fermerait.", "a annoncé", "La mairie", "que le port fermerait"),
    ("fr", "Le pilote affirme avoir vu une lueur.", "affirme", "Le pilote", "avoir vu une lueur"),
    ("fr", "Le consul évoque la perte de deux navires.", "évoque", "Le consul", "la perte de deux navires"),
    ("fr", "La digue, a-t-elle ajouté, tiendra.", "a-t-elle ajouté", "elle", "La digue … tiendra"),
    ("fr", "La digue tiendra, selon la préfète.", "selon", "la préfète", "La digue tiendra"),
    ("fr", "Le bilan a été confirmé par la préfète.", "a été confirmé", "la préfète", "Le bilan"),
    ("fr", "Le préfet a dit à la radio que la digue tient.", "a dit", "Le préfet", "que la digue tient"),
    ("en", "The mayor said that the port would close.", "said", "The mayor", "that the port would close"),
    ("en", "The port is closed, the mayor said.", "said", "the mayor", "The port is closed"),
    ("en", "The fee, it says, is due in May.", "says", "it", "The fee … is due in May"),
    ("en", "The navy confirmed the loss of two ships.", "confirmed", "The navy", "the loss of two ships"),
    ("en", "The loss was confirmed by the navy.", "was confirmed", "the navy", "The loss"),
    ("en", "It was announced that the port would close.", "was announced", "", "that the port would close"),
]


@pytest.mark.parametrize(("language", "text", "cue", "source", "content"), CLAUSES)
def test_one_relation(read: Read, language: str, text: str, cue: str, source: str, content: str) -> None:
    """Source, cue and content of one clause, as PolNeAR would mark them."""
    found = [s for s in read(language, text) if s.parent is None]
    assert [(s.cue, s.chain[-1] if len(s.chain) > 1 else s.chain[0], s.content) for s in found][:1] == [
        (cue, "la radio" if "radio" in text else source, content)
    ]


POLARITY = [
    ("fr", "La préfète n'a pas confirmé le bilan.", "confirm", "-"),
    ("fr", "Aucun responsable n'a confirmé le bilan.", "confirm", "-"),
    ("fr", "Il est parti sans confirmer le bilan.", "confirm", "-"),
    ("fr", "La préfète a refusé de confirmer le bilan.", "decline", "+"),
    ("fr", "La préfète n'a pas souhaité confirmer le bilan.", "decline", "+"),
    ("fr", "La préfète n'a ni confirmé ni démenti le bilan.", "decline", "+"),
    ("fr", "La préfète n'a pas démenti le bilan.", "deny", "-"),
    ("en", "The navy could not confirm the loss.", "confirm", "-"),
    ("en", "Nobody has confirmed the loss.", "confirm", "-"),
    ("en", "The navy neither confirmed nor denied the loss.", "decline", "+"),
    ("en", "The navy refused to confirm or deny the loss.", "decline", "+"),
    ("en", "The navy did not disclose how many ships were lost.", "disclose", "-"),
]


@pytest.mark.parametrize(("language", "text", "act", "polarity"), POLARITY)
def test_polarity_and_refusal(read: Read, language: str, text: str, act: str, polarity: str) -> None:
    """What was not said is never taken for what was."""
    found = read(language, text)
    assert [(s.act, s.polarity) for s in found if s.parent is None] == [(act, polarity)]


CHAINS = [
    ("fr", "D'après un quotidien local cité par Reuters, la digue a cédé.", ["un quotidien local", "Reuters"]),
    ("fr", "Reuters, citant un quotidien local, rapporte que la digue a cédé.", ["un quotidien local", "Reuters"]),
    ("fr", "Selon l'AFP, qui cite un rapport interne, la digue a cédé.", ["un rapport interne", "l'AFP"]),
    ("fr", "« La digue tient », a déclaré le préfet à l'AFP.", ["le préfet", "l'AFP"]),
    ("fr", "Dans un communiqué relayé par l'agence Tass, le ministère affirme que la digue a cédé.", ["le ministère", "l'agence Tass"]),
    ("en", "The mayor told Reuters that the dam had failed.", ["The mayor", "Reuters"]),
    ("en", "Yonhap, citing local media, reported that the dam had failed.", ["local media", "Yonhap"]),
    ("en", "According to a paper quoted by Reuters, the dam failed.", ["a paper", "Reuters"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "chain"), CHAINS)
def test_chain_starts_at_the_origin(read: Read, language: str, text: str, chain: list[str]) -> None:
    """Who spoke first comes first, then those who passed it on."""
    found = [s for s in read(language, text) if s.parent is None]
    assert [s.chain for s in found] == [chain]


HEARSAY = [
    ("fr", "Il semblerait que la digue ait cédé.", "Il semblerait que"),
    ("fr", "Le bruit court que la digue a cédé.", "Le bruit court que"),
    ("en", "The dam has reportedly failed.", "reportedly"),
    ("en", "The dam is said to have failed.", "is said"),
]


@pytest.mark.parametrize(("language", "text", "cue"), HEARSAY)
def test_hearsay_has_an_implicit_source(read: Read, language: str, text: str, cue: str) -> None:
    """No speaker is invented for what nobody is named for."""
    found = read(language, text)
    assert [(s.cue, s.act, s.kinds, s.grades) for s in found] == [(cue, "hearsay", ["implicit"], [5])]


def test_same_verb_other_act_by_source(read: Read) -> None:
    """A treaty lays down what a minister predicts."""
    text = "Le traité prévoit une aide mutuelle.\nLe ministre prévoit une crue."
    assert [s.act for s in read("fr", text)] == ["stipulate", "predict"]


def test_nested_to_three_levels(read: Read) -> None:
    """Each relation points at the smallest one its cue lies in."""
    found = read(
        "en", "The paper reported that the mayor said that the guard had admitted that the gate was open."
    )
    assert [(s.cue, s.parent) for s in found] == [("reported", None), ("said", 0), ("had admitted", 1)]


def test_quotation_goes_on_in_the_next_sentences(read: Read) -> None:
    """Sentences that are nothing but quotation keep the last speaker, over a paragraph break too."""
    text = "« La digue tient. L'eau baisse », a assuré la préfète. « Nous veillons. »\n« Restez chez vous. »"
    found = read("fr", text)
    assert [s.chain for s in found] == [["la préfète"]]
    assert found[0].content == "« La digue tient. L'eau baisse » … « Nous veillons. » … « Restez chez vous. »"


def test_speech_announced_by_a_colon(read: Read) -> None:
    """A colon opens what follows, in the same sentence or the next paragraph."""
    found = read("en", 'The mayor continued:\n"The dam is safe. We are watching it."')
    assert [s.content for s in found] == ['"The dam is safe. We are watching it."']


def test_headline_with_a_speaker(read: Read) -> None:
    """A speaker, a colon, and what is said."""
    found = read("fr", "Préfète : « La digue tient »")
    assert [(s.cue, s.chain) for s in found if s.parent is None] == [(":", ["Préfète"])]


def test_comparison_that_contradicts(read: Read) -> None:
    """The author stands against what the cue introduces."""
    found = read("fr", "Contrairement à ce qu'affirmait la mairie, la digue tient.")
    assert [(s.content, s.relation.author) for s in found] == [("la digue tient", -2)]


def test_claim_taken_up_by_a_light_verb(read: Read) -> None:
    """*a fait cette annonce* attributes an earlier claim."""
    found = read("fr", "La préfète a fait cette annonce lundi.")
    assert [(s.act, s.content, s.relation.presupposes) for s in found] == [
        ("announce", "cette annonce", True)
    ]


def test_earlier_version_of_an_article_is_retracted(read: Read) -> None:
    """What a correction quotes is taken back."""
    found = read("en", "An earlier version of this article said four people had died.")
    assert [s.act for s in found] == ["retract"]


GRADES = [
    ("fr", "Une source proche du dossier affirme que la digue a cédé.", "anonymous", 4),
    ("fr", "Selon certaines informations, la digue a cédé.", "unspecified_reports", 5),
    ("fr", "Le gouverneur affirme que la digue a cédé.", "role", 1),
    ("fr", "Un porte-parole affirme que la digue a cédé.", "role", 2),
    ("fr", "Des experts affirment que la digue a cédé.", "expert_collective", 3),
    ("fr", "Jeanne Morel affirme que la digue a cédé.", "person", 0),
    ("en", "Officials speaking on condition of anonymity said the dam had failed.", "anonymous", 4),
    ("en", "The treaty provides for mutual aid.", "document_treaty", 0),
]


@pytest.mark.parametrize(("language", "text", "kind", "grade"), GRADES)
def test_kind_and_anonymity(read: Read, language: str, text: str, kind: str, grade: int) -> None:
    """0 is named, 5 cannot be identified."""
    found = read(language, text)
    assert (found[0].kinds[0], found[0].grades[0]) == (kind, grade)


FALSE_FRIENDS = [
    ("fr", "Selon que la route est ouverte ou non, le convoi passera ici."),
    ("fr", "Pour rouvrir le pont, il faut des mois."),
    ("fr", "Le gardien a été condamné à six mois de prison."),
    ("en", "Everything went according to plan."),
    ("en", "Show humility."),
]


@pytest.mark.parametrize(("language", "text"), FALSE_FRIENDS)
def test_false_friends(read: Read, language: str, text: str) -> None:
    """Words of speech that attribute nothing here."""
    assert read(language, text) == []


@pytest.mark.parametrize(
    "text",
    ["", " ", "« ", "»", '"', "\x00", "((((", "a" * 5000, "« « « »", "— —", ": : :", "selon", "Selon ,"],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_odd_text_does_not_crash(read: Read, language: str, text: str) -> None:
    """Untrusted input costs a relation at most."""
    for seen in read(language, text):
        assert seen.cue
