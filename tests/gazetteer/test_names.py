"""Person names: spellings of one name meet, two names never do."""

import pytest

from ouidire.gazetteer.names import Surfaces, acronym_of, fold, same_person

SAME = [
    ("Kim Jong-un", "KIM JONG UN"),
    ("Valeri Guerassimov", "Valery Gerasimov"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Sergei Lavrov", "Sergueï Lavrov"),
    ("Елена Соколова", "Elena Sokolova"),
    ("Anaïs Lefèvre", "Anais Lefevre"),
]
DIFFERENT = [
    ("Kim Jong-un", "Kim Jong-il"),
    ("Kim Jong-un", "Kim Yo-jong"),
    ("Christian Weber", "Christina Weber"),
    ("Martin Weber", "Martina Weber"),
    ("Ivan Petrovski", "Ivana Petrovska"),
    ("Anton Ivanov", "Antona Ivanova"),
    ("Paul Marchal", "Paul Marchand"),
    ("Weber", "Webber"),
    ("", ""),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_name_meet(a, b):
    """Case, accents, hyphens and transliteration do not part a name."""
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_names_stay_two(a, b):
    """Short words and endings must be equal."""
    assert not same_person(a, b)
    assert not same_person(b, a)


def test_fold_keeps_every_word():
    """Folding changes letters, not words; an elided article goes."""
    assert fold("L’Étoile du Nord-Ouest") == "etoile du nord ouest"
    assert fold("…") == ""


def test_acronyms():
    """Initials, with or without small words."""
    assert acronym_of("Union des marins de Harn", "UMH")
    assert acronym_of("Union des marins de Harn", "UDMDH")
    assert not acronym_of("Union des marins de Harn", "UHM")
    assert not acronym_of("Union", "U")


def test_a_surface_of_two_referents_is_nobodys():
    """Ambiguous names abstain; two different names in one phrase abstain too."""
    surfaces = Surfaces({"A": ("the harbour", "Alma"), "B": ("the harbour", "Berta")})

    assert surfaces.exactly("The Harbour") is None
    assert surfaces.exactly("alma") == "A"
    assert surfaces.inside("Alma and Berta") is None
