"""What a cue verb is about: its clause, infinitive, object, or phrase, found from the verb down."""

from __future__ import annotations

from dataclasses import dataclass

from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.nominal import which_clause
from ouidire.extraction.relations.tree import hull, is_finite, is_infinitive, phrase, trim
from ouidire.extraction.relations.verbs import Match, children, controllers, fits_object, has_preposition
from ouidire.languages import Analysis, Token

__all__ = ["Found", "after", "clause", "content_of"]


@dataclass(frozen=True, slots=True)
class Found:
    """A content: its tokens, how it is built, and the preposition that belongs to the cue."""

    tokens: tuple[int, ...]
    construction: str
    link: tuple[int, ...] = ()


def content_of(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return the content that hangs on an active cue, to its right."""
    takes = match.entry.takes
    if "stimulus" in takes:
        return _stimulus(analysis, match)
    attempts = (
        ("clause", clause),
        ("predicate", _predicate),
        ("accused", _accused),
        ("raising", _raising),
        ("infinitive", _infinitive),
    )
    for kind, attempt in attempts:
        found = attempt(analysis, cues, match, cue) if kind in takes else None
        if found:
            return found
    found = _prepositional(analysis, cues, match, cue)
    if not found and "object" in takes and not match.entry.addressee:
        found = _object(analysis, cues, match, cue)
    if not found and {"object", "clause"} & set(takes) and not match.entry.addressee:
        found = _relative(analysis, cues, match)
    return found


def _stimulus(analysis: Analysis, match: Match) -> Found | None:
    """Return the subject of what leaves its object in doubt (*the figure left residents sceptical*)."""
    for child in analysis.children(match.head, "nsubj"):
        if child.i < match.head and child.upos in {"NOUN", "PROPN"}:
            return Found(phrase(analysis, child.i), "clausal")
    return None


def after(analysis: Analysis, i: int, cue: tuple[int, ...]) -> tuple[int, ...]:
    """Return the part of a subtree that lies after the cue."""
    return trim(analysis, (k for k in analysis.subtree(i) if k > cue[-1]))


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
            tokens = hull((*_told(analysis, cues, child.i, cue), *_more(analysis, match, child.i)))
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


def _predicate(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    objects = [t for t in children(analysis, match, "obj") if t.i > cue[-1]]
    rest = [
        t
        for t in children(analysis, match, "xcomp", "obl", "advcl")
        if t.i > cue[-1] and _is_as(analysis, cues, t)
    ]
    if rest and objects:
        return Found((*after(analysis, objects[0].i, cue), *after(analysis, rest[0].i, cue)), "clausal")
    if rest and rest[0].deprel == "xcomp":
        return Found(after(analysis, rest[0].i, cue), "clausal")
    return None


def _is_as(analysis: Analysis, cues: Cues, token: Token) -> bool:
    if token.deprel == "xcomp":
        return True
    return any(cues.has("as", t) for t in analysis.children(token.i, "case", "mark"))


def _accused(analysis: Analysis, _cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    objects = [t for t in children(analysis, match, "obj", "iobj") if t.i > cue[-1]]
    rest = [
        t
        for t in children(analysis, match, "xcomp", "obl", "advcl", "ccomp")
        if t.i > cue[-1]
        and (t.deprel in {"xcomp", "ccomp"} or has_preposition(analysis, t, match.entry.prepositions))
    ]
    if not rest and "object" not in match.entry.takes:
        return None  # *attacked a checkpoint*
    if objects and not fits_object(match.entry, objects[0]):
        return None  # *accuse un recul*
    tokens = [k for t in (*objects[:1], *rest[:1]) for k in after(analysis, t.i, cue)]
    return Found(tuple(sorted(set(tokens))), "clausal") if tokens else None


def _prepositional(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    if not match.entry.prepositions:
        return None
    above = analysis.tokens[analysis.tokens[match.head].head]  # *se dit sceptique quant à p*
    beside = analysis.children(above.i, "obl", "nmod") if match.adjectival and above.is_verbal else ()
    for child in (*children(analysis, match, "obl", "nmod", "advcl", "ccomp", "xcomp", "acl"), *beside):
        if child.i <= cue[-1] or not has_preposition(analysis, child, match.entry.prepositions):
            continue
        if match.entry.claims and child.lemma.lower() not in cues.nouns:
            continue
        tokens = _with_infinitive(analysis, match, after(analysis, child.i, cue))
        objects = [t for t in children(analysis, match, "obj") if tokens and t.i > tokens[-1]]
        if objects and "object" in match.entry.takes:
            return Found(hull((*tokens, *after(analysis, objects[0].i, cue))), "clausal")
        link = (cue[-1] + 1,)
        if (
            tokens
            and tokens[0] == link[0]
            and len(tokens) > 1
            and analysis.tokens[link[0]].upos in {"ADP", "SCONJ", "PART"}
        ):
            return Found(tokens[1:], "clausal", link)
        return Found(tokens, "clausal")
    return None


def _with_infinitive(analysis: Analysis, match: Match, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Add an infinitive that follows at once (*called on X to resign*)."""
    for child in children(analysis, match, "xcomp", "advcl"):
        below = analysis.subtree(child.i)
        if tokens and below[0] == tokens[-1] + 1 and child.feats.get("VerbForm") == "Inf":
            return (*tokens, *below)
    return tokens


def _relative(analysis: Analysis, cues: Cues, match: Match) -> Found | None:
    """Return what a relative pronoun before the cue stands for (*les objectifs que X a évoqués*)."""
    token = analysis.tokens[match.head]
    if token.deprel != "acl:relcl" or token.head > match.head:
        return None
    for child in children(analysis, match, "obj"):
        if (
            child.i < match.head
            and cues.has("relative", child)
            and analysis.tokens[token.head].upos in {"NOUN", "PROPN"}
        ):
            words = phrase(analysis, token.head, drop=frozenset(analysis.subtree(match.head)))
            return Found((*words, child.i), "clausal")
    return None


def _object(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    found = [t for t in children(analysis, match, "obj", "xcomp") if t.i > cue[-1]]
    # a bare noun of time is no object where another noun is (*annoncer lundi un bilan*)
    found.sort(key=lambda t: t.deprel != "obj" or (t.upos == "NOUN" and not analysis.children(t.i)))
    for child in found:
        if match.entry.claims and child.lemma.lower() not in cues.nouns:
            continue
        if not fits_object(match.entry, child):
            continue
        if child.i > cue[-1] and (child.deprel == "obj" or child.upos in {"NOUN", "PROPN"}):
            tokens = trim(analysis, hull(i for i in after(analysis, child.i, cue) if i not in match.apart))
            if not tokens:
                continue
            tokens = (*tokens, *which_clause(analysis, cues, tokens[-1] + 1, match.head))
            for rest in children(analysis, match, "obl", "advcl"):
                if (
                    rest.i > tokens[-1]
                    and min(analysis.subtree(rest.i)) == tokens[-1] + 1
                    and _is_as(analysis, cues, rest)
                ):
                    tokens = (*tokens, *after(analysis, rest.i, cue))
            return Found(tokens, "clausal")
    return None
