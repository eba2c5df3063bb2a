"""What a cue verb is about: its clause, infinitive, object, or phrase, found from the verb down."""

from __future__ import annotations

from ouidire.extraction.relations.complements import (
    Found,
    accused,
    after,
    named,
    noun_object,
    predicate,
    prepositional,
    relative_object,
)
from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.tree import hull, is_finite, is_infinitive, phrase, trim
from ouidire.extraction.relations.verbs import Match, children, controllers, has_preposition
from ouidire.languages import Analysis, Token

__all__ = ["Found", "after", "clause", "content_of"]


def content_of(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return the content that hangs on an active cue, to its right."""
    takes = match.entry.takes
    if "stimulus" in takes:
        return _stimulus(analysis, match)
    attempts = (
        ("clause", clause),
        ("predicate", predicate),
        ("named", named),
        ("accused", accused),
        ("raising", _raising),
        ("infinitive", _infinitive),
    )
    for kind, attempt in attempts:
        found = attempt(analysis, cues, match, cue) if kind in takes else None
        if found:
            return found
    found = prepositional(analysis, cues, match, cue)
    if not found and "object" in takes and not match.entry.addressee:
        found = noun_object(analysis, cues, match, cue)
    if (
        not found
        and not match.entry.addressee
        and ({"object", "clause"} & set(takes) or match.entry.prepositions)
    ):
        found = relative_object(analysis, cues, match)
    return found


def _stimulus(analysis: Analysis, match: Match) -> Found | None:
    """Return the subject of what leaves its object in doubt (*the figure left residents sceptical*)."""
    for child in analysis.children(match.head, "nsubj"):
        if child.i < match.head and child.upos in {"NOUN", "PROPN"}:
            return Found(phrase(analysis, child.i), "clausal")
    return None


def clause(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return the complement clause after a cue (after its addressee, where parsers hang it there)."""
    heads = controllers(analysis, cues, match.head)
    if match.adjectival and analysis.tokens[match.head].deprel == "xcomp":
        heads = (analysis.tokens[match.head].head,)
    above = [t for i in heads for t in analysis.children(i, "ccomp")]
    for child in (*children(analysis, match), *above):
        if child.i <= cue[-1] or _taken(analysis, cues, match, child):
            continue
        relation = child.deprel.partition(":")[0]
        if relation == "advcl" and _provided_for(analysis, match, cue[-1], child.i):
            continue
        marked = any(cues.has("complementiser", t) for t in analysis.children(child.i, "mark"))
        if relation == "obj" and child.upos == "VERB" and is_finite(analysis, child):
            relation = "ccomp"
        if (relation in {"ccomp", "csubj"} and not _infinitive_form(analysis, child)) or (
            marked and relation in {"advcl", "xcomp", "acl", "dep", "conj", "parataxis"}
        ):
            lost = _lost_subject(analysis, match, cue, child)
            tokens = hull((*lost, *_told(analysis, cues, child.i, cue), *_more(analysis, match, child.i)))
            asks = tokens[0] - 1 > cue[-1] and cues.has("complementiser", analysis.tokens[tokens[0] - 1])
            return Found((tokens[0] - 1, *tokens) if asks else tokens, "clausal")
    for child in children(analysis, match, "obj", "iobj", "obl"):
        told = match.entry.addressee or any(
            cues.has("addressee", t) for t in analysis.children(child.i, "case")
        )
        for inner in analysis.children(child.i, "ccomp", "acl"):
            marks = [t for t in analysis.children(inner.i, "mark") if t.upos == "SCONJ"]
            if told and child.i > cue[-1] and any(cues.has("complementiser", t) for t in marks):
                return Found(hull(after(analysis, inner.i, cue)), "clausal")
    return None


def _lost_subject(
    analysis: Analysis, match: Match, cue: tuple[int, ...], clause_head: Token
) -> tuple[int, ...]:
    """Return a subject right before a finite clause without one, which the parser took for the cue's object."""
    if match.entry.addressee or not is_finite(analysis, clause_head):
        return ()
    if analysis.children(clause_head.i, "nsubj", "csubj", "expl", "mark"):
        return ()
    for child in children(analysis, match, "obj"):
        if child.i == cue[-1] + 1 or min(analysis.subtree(child.i)) == cue[-1] + 1:
            return after(analysis, child.i, cue) if child.i < clause_head.i else ()
    return ()


def _provided_for(analysis: Analysis, match: Match, first: int, last: int) -> bool:
    """Whether what a verb takes with its preposition stands between (*provides for aid if …*)."""
    between = (t for t in children(analysis, match, "obl") if first < t.i < last)
    return any(has_preposition(analysis, t, match.entry.prepositions) for t in between)


def _taken(analysis: Analysis, cues: Cues, match: Match, clause_head: Token) -> bool:
    """Whether an infinitive between is the cue that the clause belongs to (*veut rappeler que*)."""
    return any(
        match.words[-1] < t.i < clause_head.i and t.lemma.lower() in cues.verbs
        for t in children(analysis, match, "xcomp")
    )


def _told(analysis: Analysis, cues: Cues, head: int, cue: tuple[int, ...]) -> tuple[int, ...]:
    """Return a complement clause after its cue, without what parsers wrongly hang on it.

    That is a coordinate clause with a cue of its own (*X said p, and Y replied q*) and a participle
    of speech after a comma (*X said p, citing q*).
    """
    drop: set[int] = set()
    for child in analysis.children(head, "conj"):
        if _speaks(analysis, cues, child) and (
            analysis.children(child.i, "nsubj") or _bare_beside_modal(analysis, head, child)
        ):
            drop.update(range(min(analysis.subtree(child.i)), analysis.sentence_of(head).last))
    for child in analysis.children(head, "advcl"):
        below = analysis.subtree(child.i)
        apart = below[0] > head and analysis.tokens[below[0] - 1].text == ","
        if apart and child.feats.get("VerbForm") in {"Part", "Ger"} and child.lemma.lower() in cues.verbs:
            drop.update(below)
    return trim(analysis, (k for k in analysis.subtree(head) if k > cue[-1] and k not in drop))


def _speaks(analysis: Analysis, cues: Cues, token: Token) -> bool:
    return token.lemma.lower() in cues.verbs and bool(analysis.children(token.i, "ccomp", "xcomp", "obj"))


def _bare_beside_modal(analysis: Analysis, head: int, token: Token) -> bool:
    """Whether the first verb has an auxiliary that the coordinate finite verb can not share."""
    return bool(analysis.children(head, "aux")) and token.feats.get("VerbForm") == "Fin"


def _more(analysis: Analysis, match: Match, head: int) -> tuple[int, ...]:
    """Return further clauses of the same content that hang on the cue itself.

    Either complements of their own, or coordinate predicates without a subject that share the modal
    auxiliary of the first (*says it would cost jobs but would add revenue*).
    """
    found: list[int] = []
    modals = {t.lemma.lower() for t in analysis.children(head, "aux")}
    for child in children(analysis, match, "ccomp", "conj"):
        if child.i <= head:
            continue
        shared = modals & {t.lemma.lower() for t in analysis.children(child.i, "aux")}
        if child.deprel == "ccomp" or (shared and not analysis.children(child.i, "nsubj")):
            found.extend(analysis.subtree(child.i))
    return tuple(found)


def _infinitive_form(analysis: Analysis, token: Token) -> bool:
    bare = token.feats.get("VerbForm") in {"Inf", "Ger"} and not is_finite(analysis, token)
    return bare and not (analysis.children(token.i, "aux") and analysis.children(token.i, "nsubj"))


def _infinitive(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    for child in children(analysis, match, "xcomp", "ccomp"):
        if child.i > cue[-1] and child.i not in match.words:
            more = [
                k
                for t in children(analysis, match, "conj")
                if t.i > child.i
                and t.feats.get("VerbForm") == "Inf"
                and not analysis.children(t.i, "aux", "nsubj")
                for k in analysis.subtree(t.i)
            ]
            return Found(trim(analysis, hull((*after(analysis, child.i, cue), *more))), "infinitive")
    for child in children(analysis, match, "obl", "obj", "iobj"):
        told = child.i > cue[-1] and any(cues.has("addressee", t) for t in analysis.children(child.i, "case"))
        for inner in analysis.children(child.i, "acl") if told else ():
            if is_infinitive(analysis, inner):
                return Found(after(analysis, inner.i, cue), "infinitive")
    return None


def _raising(analysis: Analysis, _cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Subject and predicate of *appears to*: the verb comments on the whole."""
    for child in children(analysis, match, "xcomp"):
        if child.i > cue[-1]:
            subjects = children(analysis, match, "nsubj")
            left = phrase(analysis, subjects[0].i) if subjects else ()
            return Found((*left, *hull(after(analysis, child.i, cue))), "impersonal")
    return None
