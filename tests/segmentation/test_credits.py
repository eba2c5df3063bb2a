"""Credits and datelines, whatever the wire is called."""

import pytest

BODY = "Le bac de Velmont restera au port jusqu'à mardi, a déclaré lundi la capitainerie."


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("Avec AFP", "fr", ["AFP"]),
        ("(avec l’Agence Méridienne)", "fr", ["Agence Méridienne"]),
        ("Avec Boréale et la Presse canadienne", "fr", ["Boréale", "Presse canadienne"]),
        ("Le Large avec Boréale", "fr", ["Boréale"]),
        ("Source : Agence Méridienne", "fr", ["Agence Méridienne"]),
        ("Sources : Boréale, Agence Méridienne.", "fr", ["Boréale", "Agence Méridienne"]),
        ("— with files from the Canadian Press", "en", ["Canadian Press"]),
        ("With reporting from Skarra", "en", []),
        ("Source: Agency Meridian", "en", ["Agency Meridian"]),
        ("(With inputs from Agency Meridian and Boreal)", "en", ["Agency Meridian", "Boreal"]),
    ],
)
def test_credit_lines(zones, line, language, names):
    """Any capitalised name in the construction of a credit."""
    pairs, found = zones(f"{BODY}\n{BODY}\n{line}", language, "Bac")

    assert found == names
    if names:
        assert ("boilerplate", line) in pairs or any(
            role == "boilerplate" and words in line for role, words in pairs
        )


@pytest.mark.parametrize(
    ("start", "names"),
    [
        ("PORT-LANNEC (Agence Méridienne) — ", ["Agence Méridienne"]),
        ("Port-Lannec, 3 mars (Boréale) - ", ["Boréale"]),
        ("PORT-LANNEC, 3 mars 2026 (Boréale/AFP) – ", ["Boréale", "AFP"]),
        ("(Boréale) - ", ["Boréale"]),
        ("VELMONT, Sept. 26 (UPX) — ", ["UPX"]),
        ("VELMONT — ", []),
        ("Velmont (Boréale), 3 mars – ", ["Boréale"]),
    ],
)
def test_datelines(zones, start, names):
    """The dateline is a passage of its own, the lede starts after it."""
    pairs, found = zones(f"{start}{BODY}\n{BODY}", "fr", "Bac")

    assert found == names
    assert pairs[1] == ("boilerplate", start.strip())
    assert pairs[2] == ("lede", BODY)


@pytest.mark.parametrize(
    ("end", "names"),
    [(" (avec l'AFP)", ["AFP"]), (" (Boréale)", ["Boréale"]), (" (AFP, Boréale).", ["AFP", "Boréale"])],
)
def test_credits_in_brackets_at_the_end(zones, end, names):
    """They are cut off the paragraph and named."""
    pairs, found = zones(f"{BODY}\n{BODY}{end}", "fr", "Bac")

    assert found == names
    assert pairs[-2:] == [("body", BODY), ("boilerplate", end.strip())]


@pytest.mark.parametrize(
    "line",
    [
        "Le député Paul Ostric (Parti du Large) a démenti lundi, depuis Velmont, tout accord.",
        "Avec Skarra, Velmont a signé un accord sur la pêche, a annoncé le préfet.",
        "Paul Ostric (Velmont) — il est élu depuis dix ans — a démenti lundi.",
        "Le Pilote Accusé avec Deux Complices de la Nuit Noire.",
        "La capitainerie (fermée lundi) n'a pas répondu.",
        "Velmont – où le bac est amarré – reste isolée, selon le préfet.",
        "Le préfet a reçu les élus de l'opposition (Union du Large)",
    ],
)
def test_other_brackets_and_dashes_are_text(zones, line):
    """Parties, asides and apposition are no credits."""
    pairs, found = zones(f"{BODY}\n{line}\n{BODY}", "fr", "Bac")

    assert found == []
    assert ("body", line) in pairs
