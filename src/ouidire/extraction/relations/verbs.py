"""Cue verbs in a text: which entry fires, the whole verb group, its polarity and modality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ouidire.extraction.relations.entries import Cues, VerbEntry
from ouidire.languages import Analysis, Token
from ouidire.model import Act, SourceKind

__all__ = [
    "Match",
    "children",
    "controllers",
    "fits_object",
    "group",
    "group_of",
    "has_preposition",
    "match_verb",
    "verb_matches",
]

_CONTROLLERS = ("control", "decline", "modal", "wish")
_MAX_APART = 25
_CLAUSE_ENDS = frozenset({".", ";", ":", "!", "?"})
_UNLISTED = VerbEntry(
    id="unlisted", lemmas=(), act=Act.SAY, takes=("clause",), speaker=True, experiencer=True
)
_PERSONS = frozenset({SourceKind.ROLE, SourceKind.EYEWITNESS, SourceKind.PERSON})
_REFLEXIVE = frozenset({"expl:comp", "expl:pv", "expl:pass"})


@dataclass(frozen=True, slots=True)
class Match:
    """A cue verb or adjective found.

    Attributes:
        head: Token index of the verb (of the adjective in *is confident that*).
        words: Token indices of the whole expression (*fait état*), head included.
        apart: Token indices of a phrase that makes the expression and may stand after its object.
    """

    entry: VerbEntry
    head: int
    words: tuple[int, ...]
    lemma: str
    adjectival: bool = False
    apart: tuple[int, ...] = ()


def verb_matches(analysis: Analysis, cues: Cues) -> Iterator[list[Match]]:
    """Yield the readings of each cue verb or adjective, in text order, the longest expression first."""
    for token in analysis.tokens:
        found = match_verb(analysis, cues, token) or _unlisted(analysis, cues, token)
        if found:
            yield found


def _unlisted(analysis: Analysis, cues: Cues, token: Token) -> list[Match]:
    """Return the reading of a verb that no list holds, where somebody is its subject and a clause its object.

    What they *gloated that* is not for the author to have said; verbs whose subject holds nothing (*ensure*, *seem*) are listed.
    """
    if token.upos != "VERB" or cues.has("non_holding", token):
        return []
    empty = ("impersonal", "expletive")
    subjects = [t for t in analysis.children(token.i, "nsubj") if not any(cues.has(r, t) for r in empty)]
    clauses = [
        t
        for t in analysis.children(token.i, "ccomp")
        if t.i > token.i and analysis.tokens[min(analysis.subtree(t.i)) - 1].lemma.lower() not in cues.nouns
    ]
    marked = any(cues.has("conjunction", m) for t in clauses for m in analysis.children(t.i, "mark"))
    return [Match(_UNLISTED, token.i, (token.i,), token.lemma.lower())] if subjects and marked else []


def _adjective(analysis: Analysis, cues: Cues, token: Token) -> str | None:
    """Return an adjective's lemma; the form of a participle that stands for one (*is convinced that*)."""
    if not token.is_verbal:
        return token.lemma.lower() if token.upos == "ADJ" else None
    known = token.lemma.lower() in cues.verbs or token.feats.get("VerbForm") != "Part"
    return None if known or not analysis.children(token.i, "cop", "aux:pass") else token.lower


def match_verb(analysis: Analysis, cues: Cues, token: Token) -> list[Match]:
    """Return the entries that a token begins, the longest expression first."""
    adjective = _adjective(analysis, cues, token)
    if adjective is not None:
        rows = cues.adjectives.get(adjective, ())
    else:
        rows = cues.verbs.get(token.lemma.lower(), ()) if token.is_verbal else ()
    matches: list[Match] = []
    for words, entry in rows:
        found = _expression(analysis, token, words)
        if found and _fits(analysis, token, entry):
            lemma = " ".join(words)
            away = _phrase(analysis, found[-1], entry) if entry.phrases else ()
            if entry.phrases and not away:
                continue
            near = away if away and away[0] == found[-1] + 1 else ()
            words_found = (*found, *near)
            matches.append(
                Match(entry, token.i, words_found, lemma, adjectival=adjective is not None, apart=away)
            )
    return matches


def _phrase(analysis: Analysis, after: int, entry: VerbEntry) -> tuple[int, ...]:
    """Return the words, later in the clause, that make an expression of a verb (*took p with a pinch of salt*)."""
    sentence = analysis.sentence_of(after)
    for i in range(after + 1, min(sentence.last, after + _MAX_APART)):
        if analysis.tokens[i].text in _CLAUSE_ENDS:
            break
        for phrase in entry.phrases:
            words = phrase.split()
            inside = analysis.tokens[i : min(i + len(words), sentence.last)]
            if [t.lower for t in inside] == words:
                return tuple(t.i for t in inside)
    return ()


def _fits(analysis: Analysis, token: Token, entry: VerbEntry) -> bool:
    if token.deprel.startswith("aux") or _leads_to(analysis, token, entry.not_prepositions):
        return False
    reflexive = any(
        t.deprel in _REFLEXIVE or t.feats.get("Reflex") == "Yes" for t in analysis.children(token.i)
    )
    if (
        reflexive
        and not entry.reflexive
        and any(t.upos == "ADJ" for t in analysis.children(token.i, "xcomp"))
    ):
        return False  # *s'est révélé faux*: it turned out so, and nobody said it
    return reflexive or not entry.reflexive


def _leads_to(analysis: Analysis, token: Token, prepositions: tuple[str, ...]) -> bool:
    """Whether one of these prepositions opens a noun phrase right after a verb."""
    following = analysis.tokens[token.i + 1] if token.i + 1 < len(analysis.tokens) else token
    if following.lemma.lower() not in prepositions and following.lower not in prepositions:
        return False
    return following.deprel == "case" and analysis.tokens[following.head].upos in {"NOUN", "PROPN", "PRON"}


def _expression(analysis: Analysis, token: Token, words: tuple[str, ...]) -> tuple[int, ...] | None:
    """Match the further words of an expression after its verb, at most two small words between."""
    found = [token.i]
    k = token.i + 1
    last = analysis.sentence_of(token.i).last
    for word in words[1:]:
        skipped = 0
        while k < last and word not in {analysis.tokens[k].lower, analysis.tokens[k].lemma.lower()}:
            skipped += 1
            if skipped > 2 or analysis.tokens[k].upos not in {"ADV", "PRON", "DET", "AUX", "PART", "ADJ"}:
                return None
            k += 1
        if k == last:
            return None
        found.append(k)
        k += 1
    return tuple(found)


def children(analysis: Analysis, match: Match, *deprels: str) -> tuple[Token, ...]:
    """Return the children of any word of the expression, its own words left out."""
    found = {t.i for i in match.words for t in analysis.children(i, *deprels)}
    return tuple(analysis.tokens[i] for i in sorted(found - set(match.words)))


def controllers(analysis: Analysis, cues: Cues, head: int) -> tuple[int, ...]:
    """Return the verbs a cue's infinitive stands under (*refused to*, *a tenu à*), nearest first."""
    found: list[int] = []
    token = analysis.tokens[head]
    while token.deprel in {"xcomp", "dep"} and len(found) < 4:
        above = analysis.tokens[token.head]
        if above.i >= token.i or not any(cues.has(role, above) for role in _CONTROLLERS):
            break
        found.append(above.i)
        token = above
    return tuple(found)


def group(analysis: Analysis, cues: Cues, match: Match) -> tuple[int, ...]:
    """Return the whole verb group: auxiliaries, negation, adverbs within, controllers, particles."""
    return group_of(analysis, cues, match.head, match.words)


def group_of(analysis: Analysis, cues: Cues, head: int, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return the verb group around any verb; `words` are those of its expression, itself included."""
    first, last = words[0], words[-1]
    owners = {head, *controllers(analysis, cues, head)}
    owners |= {t.i for i in owners for t in analysis.children(i, "aux", "cop")}
    leftmost = analysis.sentence_of(head).first
    while first > leftmost and _in_group(analysis, cues, first - 1, owners):
        first -= 1
    while not analysis.tokens[first].is_verbal and analysis.tokens[first].upos in {
        "PART",
        "SCONJ",
        "ADP",
        "PUNCT",
    }:
        if first >= words[0] or not _is_infinitival(analysis.tokens[first]):
            break
        first += 1
    rightmost = analysis.sentence_of(head).last
    while last + 1 < rightmost and _after(analysis, cues, last + 1, owners):
        last += 1
    return tuple(range(first, last + 1))


def _is_infinitival(token: Token) -> bool:
    return token.deprel == "mark"


def _in_group(analysis: Analysis, cues: Cues, i: int, owners: set[int]) -> bool:
    token = analysis.tokens[i]
    if i in owners or (token.upos == "PRON" and token.lower.startswith("-")):
        return True
    if token.head not in owners:
        return False
    relation = token.deprel.partition(":")[0]
    if relation in {"aux", "cop"} or cues.has("negation", token) or cues.has("negation_clitic", token):
        return True
    if relation == "expl":
        return token.deprel != "expl:subj" or token.lower.startswith("-")
    if relation == "mark":
        return token.upos in {"PART", "ADP"}
    if relation in {"nsubj", "iobj"} and token.upos == "PRON":
        return token.lower.startswith("-") or any(o < i and analysis.tokens[o].upos == "AUX" for o in owners)
    return relation == "advmod" and token.upos in {"ADV", "PART"} and not analysis.children(i)


def _after(analysis: Analysis, cues: Cues, i: int, owners: set[int]) -> bool:
    token = analysis.tokens[i]
    if token.deprel == "compound:prt":
        return token.head in owners
    return token.head in owners and cues.has("negation", token)


def fits_object(cues: Cues, entry: VerbEntry, token: Token) -> bool:
    """Whether an entry's lists of objects allow a noun, and its being a person."""
    lemma = token.lemma.lower()
    known = cues.source(token) if entry.things else None
    if known is not None and known.kind in _PERSONS:
        return False
    return lemma not in entry.not_objects and (not entry.objects or lemma in entry.objects)


def has_preposition(analysis: Analysis, token: Token, lemmas: tuple[str, ...]) -> bool:
    """Whether a phrase or clause is introduced by one of these prepositions."""
    return any(
        t.lemma.lower() in lemmas or t.lower in lemmas for t in analysis.children(token.i, "case", "mark")
    )
