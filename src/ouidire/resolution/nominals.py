"""Noun phrases as resolution sees them: head, agreement, determiner, complements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ouidire.gazetteer.countries import Origins
from ouidire.languages import Analysis, Token
from ouidire.languages.phrases import noun_phrase
from ouidire.model import Span
from ouidire.resolution.entries import Words

__all__ = ["Nominal", "core_span", "head_in", "nominal_at", "nominal_in", "own_words"]

_NAMEPARTS = ("flat", "flat:name", "compound", "nummod", "goeswith")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominal:
    """A noun phrase or pronoun.

    Attributes:
        head: Its head token.
        gender: UD value; empty for names and wherever the word does not show it.
        number: UD value; empty where unknown.
        determiner: def, indef, dem, poss, or empty.
        complete: Whether it has a complement (*la coopération entre les ports*).
        country: ISO alpha-3 of the adjective of origin or state name in it, None where none or several.

    """

    span: Span
    head: Token
    gender: str
    number: str
    determiner: str
    complete: bool
    country: str | None

    @property
    def is_pronoun(self) -> bool:
        """Whether it is a personal or demonstrative pronoun."""
        return self.head.upos == "PRON"

    @property
    def is_subject(self) -> bool:
        """Whether it is the subject, or the agent of a passive."""
        return self.head.deprel.startswith("nsubj") or self.head.deprel == "obl:agent"


def head_in(analysis: Analysis, span: Span) -> Token | None:
    """Return the head of the words in `span`: the first noun-like one that hangs outside of it."""
    tokens = analysis.within(span)
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head == t.i or t.head not in inside]
    for kinds in ({"NOUN", "PROPN"}, {"PRON"}, {"ADJ", "NUM", "SYM", "X"}):
        if top := next((t for t in tops if t.upos in kinds), None):
            return top
    named = next((t for t in tokens if t.upos in {"NOUN", "PROPN", "PRON"}), None)
    return named or next((t for t in tops if t.upos not in {"PUNCT", "ADP", "DET", "CCONJ"}), None)


def nominal_in(analysis: Analysis, span: Span, origins: Origins) -> Nominal | None:
    """Return the noun phrase that `span` is, None where it holds no noun or pronoun."""
    head = head_in(analysis, span)
    return None if head is None else _nominal(analysis, head, span, origins)


def nominal_at(analysis: Analysis, head: Token, origins: Origins) -> Nominal:
    """Return the noun phrase that token `head` is the head of, without relative clauses."""
    span = noun_phrase(analysis, head.i, relative=False, conjuncts=False)
    return _nominal(analysis, head, span, origins)


def core_span(analysis: Analysis, nominal: Nominal) -> Span:
    """Return the phrase without complements: determiner, adjectives, noun."""
    inside = {
        t.i
        for t in analysis.within(nominal.span)
        if t.i <= nominal.head.i or (t.head == nominal.head.i and t.upos in {"ADJ", "PROPN", "PART"})
    }
    last = nominal.head.i
    while last + 1 in inside:
        last += 1
    return Span(nominal.span.start, analysis.tokens[last].end)


def own_words(analysis: Analysis, nominal: Nominal, words: Words) -> tuple[Token, ...]:
    """Return the tokens of a phrase without its determiner, titles of address and end marks."""
    tokens = [t for t in analysis.within(nominal.span) if t.upos != "PUNCT" or t.text == "-"]
    while tokens and (tokens[0].upos in {"DET", "ADP", "CCONJ"} or _honorific(tokens[0], words)):
        tokens.pop(0)
    return tuple(tokens)


def _honorific(token: Token, words: Words) -> bool:
    title = words.titles.get(token.lower)
    return title is not None and title.rank == "honorific"


def _nominal(analysis: Analysis, head: Token, span: Span, origins: Origins) -> Nominal:
    children = analysis.children(head.i)
    inside = tuple(t for t in analysis.within(span))
    return Nominal(
        span=span,
        head=head,
        gender="" if head.upos == "PROPN" else head.feats.get("Gender", ""),
        number=_number(head, children),
        determiner=_determiner(head, children, inside),
        complete=any(
            c.i > head.i
            and c.deprel.partition(":")[0] in {"nmod", "acl", "ccomp", "xcomp"}
            and not c.deprel.endswith("poss")
            and c.upos != "ADV"
            for c in children
        ),
        country=_country(inside, origins),
    )


def _number(head: Token, children: Sequence[Token]) -> str:
    if any(c.deprel == "conj" for c in children):
        return "Plur"
    for child in children:
        if child.upos == "DET" and child.feats.get("Number"):
            return child.feats["Number"]
    return head.feats.get("Number", "")


def _determiner(head: Token, children: Sequence[Token], inside: Sequence[Token]) -> str:
    found = next((c for c in children if c.upos == "DET" and c.i < head.i), None)
    if found is None and inside and inside[0].upos == "DET":
        found = inside[0]
    if found is None:
        poss = any(c.deprel.endswith("poss") or c.feats.get("Poss") == "Yes" for c in children)
        article = any(c.upos == "ADP" and c.feats.get("Definite") == "Def" for c in children)
        return "poss" if poss else "def" if article else ""
    if found.feats.get("PronType") == "Dem":
        return "dem"
    if found.feats.get("Poss") == "Yes":
        return "poss"
    return "def" if found.feats.get("Definite") == "Def" else "indef"


def _country(tokens: Sequence[Token], origins: Origins) -> str | None:
    """The state a phrase names or says the origin of; longest stretches first."""
    found: list[str] = []
    at = 0
    while at < len(tokens):
        for size in range(min(6, len(tokens) - at), 0, -1):
            part = tokens[at : at + size]
            text = _written(part)
            code = origins.state(text) or (origins.adjective(text) if size <= 3 else None)
            if code is not None:
                found.append(code)
                at += size - 1
                break
        at += 1
    return found[0] if len(set(found)) == 1 else None


def _written(tokens: Sequence[Token]) -> str:
    out = tokens[0].text
    for before, token in pairwise(tokens):
        out += " " * (token.start > before.end) + token.text
    return out
