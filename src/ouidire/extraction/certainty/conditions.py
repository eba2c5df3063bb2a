"""Which clauses hang together with a condition, and which *if* only concedes.

"Si le bilan n'est pas connu, les hôpitaux sont saturés" sets two facts against each other; "si l'armée
avançait, la route serait rouverte" states neither. The tense of both clauses tells them apart; where
they do not, the pair counts as a condition, since that is the reading that asserts nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ouidire.extraction.clauses import Clause, Clauses
from ouidire.extraction.subordination import Link
from ouidire.extraction.wordlists import entries, occurrences
from ouidire.languages import Analysis, LanguagePack

__all__ = ["Conditions", "find_conditions"]


@dataclass(frozen=True, slots=True)
class Conditions:
    """Clauses by what a condition makes of them; values are token ranges of the words that say so.

    Attributes:
        hypothetical: Antecedents, consequents, and what stands under either.
        asked: Indirect questions.

    """

    hypothetical: dict[int, tuple[int, int]]
    asked: dict[int, tuple[int, int]]


def find_conditions(
    analysis: Analysis,
    clauses: Clauses,
    links: dict[int, tuple[Link, int, int]],
    pack: LanguagePack,
    said: Callable[[Clause], bool],
) -> Conditions:
    """Find every conditioned and every asked clause of a text.

    Args:
        said: Whether a clause is content of some relation that its governor makes.

    """
    hypothetical: dict[int, tuple[int, int]] = {}
    asked: dict[int, tuple[int, int]] = {}
    for index in sorted(links):
        link, first, last = links[index]
        clause = clauses.items[index]
        if link is Link.QUESTION or (
            link is Link.CONDITION and _is_governed(analysis, clause) and said(clause)
        ):
            _spread(clauses, clause, (first, last), asked)
        elif link is Link.ALTERNATIVE:
            _spread(clauses, clause, (first, last), hypothetical)
        elif link in {Link.CONDITION, Link.EXCEPTION}:
            host = _host(clauses, clause)
            if link is Link.CONDITION and _concedes(analysis, clause, host, pack):
                continue
            _spread(clauses, clause, (first, last), hypothetical)
            if host is not None and not _stands_alone(analysis, host):
                _mark_host(analysis, clauses, host, (first, last), hypothetical)
    return Conditions(hypothetical, asked)


def _is_governed(analysis: Analysis, clause: Clause) -> bool:
    """Whether an *if* clause is the object of a verb (*il demande si …*)."""
    token = analysis.tokens[clause.head]
    return token.deprel.partition(":")[0] in {"ccomp", "csubj", "obj"} and token.head < token.i


def _host(clauses: Clauses, clause: Clause) -> Clause | None:
    return None if clause.parent is None else clauses.items[clause.parent]


def _spread(
    clauses: Clauses, clause: Clause, words: tuple[int, int], into: dict[int, tuple[int, int]]
) -> None:
    into.setdefault(clause.index, words)
    for below in clauses.below(clause.index):
        into.setdefault(below.index, words)


def _mark_host(
    analysis: Analysis,
    clauses: Clauses,
    host: Clause,
    words: tuple[int, int],
    into: dict[int, tuple[int, int]],
) -> None:
    """Mark the consequent, and clauses coordinated with it that are as open as it is."""
    into.setdefault(host.index, words)
    for other in clauses.items:
        beside = other.parent == host.index and analysis.tokens[other.head].deprel == "conj"
        if beside and not _stands_alone(analysis, other):
            into.setdefault(other.index, words)


def _feats(analysis: Analysis, clause: Clause) -> dict[str, str]:
    return {} if clause.finite is None else analysis.tokens[clause.finite].feats


def _is_perfect(analysis: Analysis, clause: Clause) -> bool:
    """Whether a clause stands in a compound past (auxiliary in the present, past participle)."""
    if clause.finite is None or clause.finite == clause.head:
        return False
    finite = analysis.tokens[clause.finite]
    tense = finite.deprel == "aux:tense" or (finite.deprel == "aux" and finite.feats.get("VerbForm") == "Fin")
    words = (analysis.tokens[clause.head], *analysis.children(clause.head, "cop", "aux"))
    part = any(t.feats.get("VerbForm") == "Part" for t in words)  # *a tué*, *a été bonne*
    return tense and finite.feats.get("Tense") == "Pres" and part


def _stands_alone(analysis: Analysis, host: Clause) -> bool:
    """Whether a clause is so plainly past that no *if* beside it opens it again."""
    feats = _feats(analysis, host)
    if feats.get("Mood") == "Cnd" or feats.get("Tense") == "Fut":
        return False
    return _is_perfect(analysis, host) or (feats.get("Tense") == "Past" and feats.get("Mood", "Ind") == "Ind")


def _concedes(analysis: Analysis, clause: Clause, host: Clause | None, pack: LanguagePack) -> bool:
    """Whether *if p, q* sets p against q instead of making q hang on p."""
    if host is None or not entries(pack, "concession"):
        return False
    if clause.head > host.head:
        return False
    here, there = _feats(analysis, clause), _feats(analysis, host)
    if here.get("Mood", "Ind") != "Ind" or here.get("Tense") in {"Imp", "Fut"} or _is_pluperfect(here):
        return False
    if there.get("Tense") == "Fut" or there.get("Mood") == "Imp":
        return False
    admits = _admits(analysis, clause, host, pack)
    if there.get("Mood") == "Cnd":
        return admits and not _is_open(analysis, host, pack)
    if _is_open(analysis, host, pack):
        return False
    return admits or _is_perfect(analysis, clause) or _stands_alone(analysis, host)


def _is_pluperfect(feats: dict[str, str]) -> bool:
    return feats.get("Tense") == "Imp"


def _admits(analysis: Analysis, clause: Clause, host: Clause, pack: LanguagePack) -> bool:
    """Whether words of not knowing stand in the *if* clause, or words of contrast in either."""
    tokens = sorted({*clause.tokens, *host.tokens})
    sentence = analysis.sentence_of(clause.head)
    for name in ("concession", "undisclosed", "unverified", "negation"):
        for hit in occurrences(analysis, sentence, pack, name):
            inside = hit.first in clause.tokens or (name == "concession" and hit.first in tokens)
            if inside:
                return True
    return False


def _is_open(analysis: Analysis, host: Clause, pack: LanguagePack) -> bool:
    """Whether a modal that looks ahead governs the host (*pourra*, *peut*, *devrait*)."""
    sentence = analysis.sentence_of(host.head)
    return any(hit.first in host.tokens for hit in occurrences(analysis, sentence, pack, "modals"))
