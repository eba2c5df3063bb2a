"""Event nouns that take an event for granted: *la reprise du village a surpris les habitants*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ouidire.extraction.certainty import Marks
from ouidire.extraction.clauses import Clause
from ouidire.extraction.division import Division, Listed, Piece
from ouidire.extraction.found import Unit
from ouidire.extraction.spans import covers_token, hull
from ouidire.extraction.subordination import Link
from ouidire.languages import Analysis, LanguagePack, Token
from ouidire.lexicon import load_entries
from ouidire.model import Marker, MarkerClass

__all__ = [
    "NounEntry",
    "NounUse",
    "event_nouns",
    "governing",
    "listed",
    "mark_presupposed",
    "named_events",
    "presupposed",
    "raising",
    "words_of",
]


class NounUse(StrEnum):
    """What a list of lemmas is for."""

    EVENT = "event"
    NAMED = "named"
    ENDING = "ending"
    TRIGGER = "trigger"
    SUSPENDS = "suspends"
    RAISING = "raising"
    GOVERNS = "governs"
    CLAIM = "claim"
    FACTIVE = "factive"
    IMPLICATIVE = "implicative"
    AHEAD = "ahead"
    QUESTION = "question"
    LACKING = "lacking"
    JOINING = "joining"


@dataclass(frozen=True, slots=True, kw_only=True)
class NounEntry:
    """Lemmas that name events, or that bear on whether an event noun is taken for granted.

    Attributes:
        use: ``event`` nouns of events that a definite article takes for granted; ``named`` further nouns
            of events; ``ending`` endings of nouns made from verbs; ``trigger`` prepositions whose object is taken for granted;
            ``suspends`` words beside or above the noun that leave it open; ``raising`` verbs whose
            infinitive is what is claimed; ``governs`` verbs by which a rule applies to a thing;
            ``claim`` nouns of what can be taken back; ``factive`` words whose complement is taken for
            granted; ``implicative`` verbs whose infinitive has been done; ``ahead`` words before an
            infinitive or a gerund that has not; ``question`` words that open an indirect question;
            ``lacking`` words by which its answer is missing; ``joining`` prepositions that join a
            participant to an event noun.

    """

    id: str
    use: NounUse
    lemmas: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@lru_cache(maxsize=None)
def _lemmas(pack: LanguagePack, use: NounUse) -> frozenset[str]:
    found = load_entries(pack.resources / "lexicon" / "presupposition.toml", NounEntry)
    return frozenset(lemma for entry in found if entry.use is use for lemma in entry.lemmas)


def event_nouns(analysis: Analysis, pack: LanguagePack) -> frozenset[int]:
    """Return the tokens that name events."""
    lemmas = _lemmas(pack, NounUse.EVENT)
    return frozenset(t.i for t in analysis.tokens if t.upos == "NOUN" and t.lemma.lower() in lemmas)


def named_events(analysis: Analysis, pack: LanguagePack) -> frozenset[int]:
    """Return the tokens that name events, known ones and those with the ending of a noun of action."""
    lemmas, endings = _lemmas(pack, NounUse.NAMED), tuple(sorted(_lemmas(pack, NounUse.ENDING)))
    made = {
        t.i
        for t in analysis.tokens
        if t.upos == "NOUN" and (t.lemma.lower() in lemmas or t.lemma.lower().endswith(endings))
    }
    return event_nouns(analysis, pack) | made


def raising(analysis: Analysis, pack: LanguagePack) -> frozenset[int]:
    """Return the verbs whose infinitive is what is claimed."""
    lemmas = _lemmas(pack, NounUse.RAISING)
    return frozenset(t.i for t in analysis.tokens if t.is_verbal and t.lemma.lower() in lemmas)


def governing(analysis: Analysis, pack: LanguagePack) -> frozenset[int]:
    """Return the verbs by which a rule applies to a thing (*est régi par le traité*)."""
    lemmas = _lemmas(pack, NounUse.GOVERNS)
    return frozenset(t.i for t in analysis.tokens if t.is_verbal and t.lemma.lower() in lemmas)


def listed(analysis: Analysis, pack: LanguagePack) -> Listed:
    """Return the tokens of a text that the lists bear on."""
    return Listed(
        claims=words_of(analysis, pack, NounUse.CLAIM),
        factive=words_of(analysis, pack, NounUse.FACTIVE),
        implicative=words_of(analysis, pack, NounUse.IMPLICATIVE),
        ahead=words_of(analysis, pack, NounUse.AHEAD),
        questions=words_of(analysis, pack, NounUse.QUESTION),
        lacking=words_of(analysis, pack, NounUse.LACKING),
        joining=words_of(analysis, pack, NounUse.JOINING),
    )


def words_of(analysis: Analysis, pack: LanguagePack, use: NounUse) -> frozenset[int]:
    """Return the words listed for a use, by lemma, whatever their part of speech."""
    lemmas = _lemmas(pack, use)
    return frozenset(t.i for t in analysis.tokens if t.lemma.lower() in lemmas)


def presupposed(division: Division, pieces: Sequence[Piece], pack: LanguagePack) -> tuple[Piece, ...]:
    """Add a unit for each definite event noun phrase the author takes for granted."""
    taken = {p.unit.head for p in pieces}
    added: list[Piece] = []
    for i in sorted(division.events - taken):
        clause = division.clauses.of(i)
        if clause is None or not _is_own_voice(division, pieces, clause, i):
            continue
        if _is_definite(division.analysis, i) and _is_granted(division, clause, i, pack):
            piece = _piece(division, i)
            if piece is not None:
                added.append(piece)
    return tuple(sorted([*pieces, *added], key=lambda p: (p.unit.span.start, p.unit.span.end, p.unit.head)))


def mark_presupposed(division: Division, pieces: Sequence[Piece], marks: Sequence[Marks]) -> None:
    """Mark the units `presupposed` added; what other words keep open is not taken for granted."""
    for n, piece in enumerate(pieces):
        if piece.named or any(m.class_ is not MarkerClass.NEGATION for m in marks[n].markers):
            continue
        if piece.unit.nominal and piece.unit.relation is None and piece.clause is None:
            token = division.analysis.tokens[piece.unit.head]
            span = division.analysis.span(token.i, token.i + 1)
            marks[n].add(Marker(span=span, class_=MarkerClass.PRESUPPOSITION, strength=0))


def _is_own_voice(division: Division, pieces: Sequence[Piece], clause: Clause, i: int) -> bool:
    """Whether a noun stands in a claim of the author's, in no one's content, source or cue."""
    here = [p for p in pieces if p.clause is not None and p.clause.index == clause.index]
    said = any(
        covers_token(division.analysis, (r.cue, *r.content, *(s for h in r.chain for s in h.spans)), i)
        for r in division.relations
    )
    return not said and any(p.unit.relation is None for p in here)


def _is_definite(analysis: Analysis, i: int) -> bool:
    """Whether a noun has a definite article or a possessor, and says of what it is the event."""
    below = analysis.children(i)
    definite = any(
        t.feats.get("Definite") == "Def" or t.feats.get("Poss") == "Yes"
        for t in below
        if t.upos in {"DET", "PRON"}
    )
    definite = definite or any(t.deprel == "nmod:poss" for t in below)
    filled = any(t.deprel.startswith(("nmod", "obl")) for t in below)
    return definite and filled


def _is_granted(division: Division, clause: Clause, i: int, pack: LanguagePack) -> bool:
    analysis = division.analysis
    token = analysis.tokens[i]
    link = division.links.get(clause.index)
    if link is not None and link[0] in {Link.CONDITION, Link.EXCEPTION, Link.PURPOSE, Link.BEFORE}:
        return False
    suspends = _lemmas(pack, NounUse.SUSPENDS)
    around = (*analysis.children(i, "amod", "acl"), analysis.tokens[clause.head], *_verbs(analysis, clause))
    if any(t.lemma.lower() in suspends for t in around):
        return False
    if token.deprel.startswith("nsubj") and token.head == clause.head:
        if division.has(clause, *_SAID_OF):
            return False
        return _is_realis(analysis, clause)
    triggers = _lemmas(pack, NounUse.TRIGGER)
    cases = {t.lemma.lower() for t in analysis.children(i, "case", "mark")} | {
        t.lower for t in analysis.children(i, "case")
    }
    topic = token.deprel == "obj" and analysis.tokens[token.head].lemma.lower() in triggers
    return (topic or bool(cases & triggers)) and _is_realis(analysis, clause)


_SAID_OF = (MarkerClass.ANTIFACTIVE, MarkerClass.UNVERIFIED, MarkerClass.DOUBT, MarkerClass.REPORTATIVE)


def _verbs(analysis: Analysis, clause: Clause) -> tuple[Token, ...]:
    return tuple(analysis.tokens[i] for i in clause.tokens if analysis.tokens[i].is_verbal)


def _is_realis(analysis: Analysis, clause: Clause) -> bool:
    if clause.finite is None:
        return False
    feats = analysis.tokens[clause.finite].feats
    return feats.get("Mood", "Ind") == "Ind" and feats.get("Tense") != "Fut" and bool(feats.get("Tense"))


def _piece(division: Division, i: int) -> Piece | None:
    tokens = tuple(
        k for k in division.analysis.subtree(i) if division.clauses.owner[k] == division.clauses.owner[i]
    )
    first = 0
    while first < len(tokens) - 1 and tokens[first] < i:
        if division.analysis.tokens[tokens[first]].upos not in {"ADP", "SCONJ", "CCONJ", "PUNCT"}:
            break
        first += 1
    kept = tokens[first:]
    span, passage = hull(division.analysis, kept), division.passage(i)
    if span is None or passage is None:
        return None
    return Piece(Unit(head=i, tokens=kept, span=span, passage=passage, nominal=True), None)
