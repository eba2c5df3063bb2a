"""French verb forms: what a form may be, from the paradigms in ``lexicon/verbs.txt`` (Lefff).

All forms of 7,820 verbs are looked up without ever being expanded: a form is cut at each place
into a beginning and an ending, and a cut counts where one paradigm has both.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["FEATS", "Reading", "conditional", "features", "imperfect", "readings", "third_person"]

_TENSES = "WGKPIJFCSTY"
_LONGEST = 40
_UNKNOWN = ("erais", "erait", "eraient", "irais", "irait", "iraient", "drais", "drait", "draient")


FEATS: dict[str, dict[str, str]] = {
    "W": {"VerbForm": "Inf"},
    "G": {"VerbForm": "Part", "Tense": "Pres"},
    "K": {"VerbForm": "Part", "Tense": "Past"},
    "P": {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres"},
    "I": {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Imp"},
    "J": {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Past"},
    "F": {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Fut"},
    "C": {"VerbForm": "Fin", "Mood": "Cnd", "Tense": "Pres"},
    "S": {"VerbForm": "Fin", "Mood": "Sub", "Tense": "Pres"},
    "T": {"VerbForm": "Fin", "Mood": "Sub", "Tense": "Imp"},
    "Y": {"VerbForm": "Fin", "Mood": "Imp", "Tense": "Pres"},
}
"""Universal Dependencies features of each tense."""
_FINITE = frozenset("PIJFCSTY")
_INDICATIVE = frozenset("PIJF")
_THIRD = (2, 5)


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a form.

    Attributes:
        tense: W infinitive, G present participle, K past participle, P present, I imperfect,
            J simple past, F future, C conditional, S and T subjunctive, Y imperative.
        slot: 0–5 for the persons 1s 2s 3s 1p 2p 3p; for K: m s, m p, f s, f p.

    """

    infinitive: str
    tense: str
    slot: int


@dataclass(frozen=True, slots=True)
class _Table:
    """Paradigm numbers by beginning and by ending."""

    of_beginning: dict[str, tuple[int, ...]]
    of_ending: dict[str, tuple[tuple[int, str, int], ...]]
    infinitive: tuple[str, ...]
    forms: tuple[dict[tuple[str, int], str], ...]


@lru_cache(maxsize=1)
def _table() -> _Table:
    """Read the file; about 0.02 s."""
    text = files("ouidire.languages.fr").joinpath("lexicon", "verbs.txt").read_text(encoding="utf-8")
    beginnings: dict[str, list[int]] = defaultdict(list)
    endings: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    forms: list[dict[tuple[str, int], str]] = []
    for line in text.splitlines():
        if line.startswith(">"):
            forms.append(_endings(line))
            for (tense, slot), ending in forms[-1].items():
                endings[ending].append((len(forms) - 1, tense, slot))
        elif not line.startswith("#"):
            for beginning in line.split():
                beginnings["" if beginning == "-" else beginning].append(len(forms) - 1)
    return _Table(
        {k: tuple(v) for k, v in beginnings.items()},
        {k: tuple(v) for k, v in endings.items()},
        tuple(f["W", 0] for f in forms),
        tuple(forms),
    )


def _endings(line: str) -> dict[tuple[str, int], str]:
    fields = line[2:].split(" ")
    return {
        (tense, slot): "" if ending == "-" else ending
        for tense, field in zip(_TENSES, fields, strict=True)
        for slot, ending in enumerate(field.split(","))
        if ending != "!"
    }


def _cuts(form: str) -> list[tuple[str, int, str, int]]:
    table = _table()
    found: list[tuple[str, int, str, int]] = []
    for at in range(len(form) + 1):
        owners = table.of_beginning.get(form[:at])
        if owners:
            for number, tense, slot in table.of_ending.get(form[at:], ()):
                if number in owners:
                    found.append((form[:at], number, tense, slot))
    return found


@lru_cache(maxsize=16384)
def readings(form: str) -> tuple[Reading, ...]:
    """Return all readings of a lower-case form, in the order of the file; empty if unknown."""
    if len(form) > _LONGEST:
        return ()
    infinitives = _table().infinitive
    return tuple(Reading(begin + infinitives[n], tense, slot) for begin, n, tense, slot in _cuts(form))


def third_person(form: str) -> Reading | None:
    """Return the first reading of a lower-case form in the third person of the indicative; None if there is none."""
    return next((r for r in readings(form) if r.tense in _INDICATIVE and r.slot in _THIRD), None)


def features(reading: Reading) -> dict[str, str]:
    """Return the features of a form read so, person and number where it is finite."""
    feats = dict(FEATS[reading.tense])
    if reading.tense in _FINITE:
        feats["Number"] = "Sing" if reading.slot < 3 else "Plur"
        feats["Person"] = str(reading.slot % 3 + 1)
    return feats


@lru_cache(maxsize=16384)
def conditional(form: str) -> Reading | None:
    """Return the reading of a lower-case form as a conditional; None if it is none.

    Of several infinitives the shortest counts. A form of no known verb is judged by its ending.
    """
    found = readings(form)
    as_conditional = [r for r in found if r.tense == "C"]
    if as_conditional:
        return min(as_conditional, key=lambda r: len(r.infinitive))
    ending = next((e for e in _UNKNOWN if form.endswith(e)), None)
    if found or ending is None or len(form) > _LONGEST or len(form) < len(ending) + 3:
        return None
    letter = "r" if ending[0] in "ei" else "re"
    infinitive = form[: len(form) - len(ending)] + ending[0] + letter
    return Reading(infinitive, "C", 5 if ending.endswith("nt") else 2 if ending.endswith("t") else 0)


@lru_cache(maxsize=16384)
def imperfect(form: str) -> str | None:
    """Return the imperfect of the verb a conditional form belongs to, same person and number."""
    reading = conditional(form)
    if reading is None:
        return None
    table = _table()
    for begin, number, tense, slot in _cuts(form):
        if tense == "C" and begin + table.infinitive[number] == reading.infinitive:
            ending = table.forms[number].get(("I", slot))
            return begin + ending if ending is not None else None
    stem = reading.infinitive[:-2]
    return stem + ("iss" if reading.infinitive.endswith("ir") else "") + form[form.rindex("rai") + 1 :]
