"""Who did what to whom, where, when and how many: one invented sentence a line, read from end to end."""

import tomllib
from pathlib import Path

import pytest

import ouidire

HERE = Path(__file__).parent
# Sentences that the current taggers or trees misread; each is a line to win back.
MISREAD = {
    ("en", "The captain whom police arrested has been released."),
    ("en", "The regulator fined the bank."),
    ("en", "The troops withdrew from Velmar."),
    ("en", "The army retook the hill."),
    ("fr", "Un train a déraillé à Velmar."),
    ("fr", "Les troupes se sont retirées de Velmar."),
    ("fr", "La police a utilisé des canons à eau contre les manifestants."),
}


def lines(code):
    """Yield (text, type, wanted) of a language."""
    for line in tomllib.loads((HERE / f"roles_{code}.toml").read_text(encoding="utf-8"))[
        "lines"
    ].splitlines():
        if line.strip():
            text, type_, wanted = (cell.strip() for cell in line.split("|"))
            yield code, text, type_, tuple(tuple(cell.split("=")) for cell in wanted.split("; "))


ALL = [*lines("en"), *lines("fr")]


def said(one, text):
    """The roles, place, quantity and time of an assertion as pairs of words."""
    found = {(r.role, r.span.of(text).casefold()) for r in one.roles}
    if one.place is not None:
        found.add(("place", one.place.span.of(text).casefold()))
    if one.quantity is not None and one.quantity.n is not None:
        found.add(("quantity", f"{one.quantity.n:g}"))
    if one.time is not None:
        found.add(("time", one.time.value))
    return found


@pytest.mark.parametrize(("code", "text", "type_", "wanted"), ALL, ids=lambda x: str(x)[:40])
def test_line(code, text, type_, wanted):
    """Some assertion of the sentence has the type and every part of it."""
    found = ouidire.extract(text, language=code, published_at="2025-05-07T12:00:00Z").assertions
    fitting = [a.proposition for a in found if f"{a.proposition.type}.".startswith(f"{type_}.")]
    right = any({(r, w.casefold()) for r, w in wanted} <= said(one, text) for one in fitting)

    assert right != ((code, text) in MISREAD), [
        (a.proposition.type, said(a.proposition, text)) for a in found
    ]


def test_there_are_enough():
    """At least sixty a language, and few of them are lost."""
    for code in ("en", "fr"):
        own = [row for row in ALL if row[0] == code]
        assert len(own) >= 60
        assert sum((row[0], row[1]) in MISREAD for row in own) <= 6
