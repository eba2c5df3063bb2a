"""Contents of passive cues: *it was announced that p*, *X is said to*, *a été confirmé par X*, *revendiquée par X*."""

from __future__ import annotations

from ouidire.extraction.relations.complements import is_likened
from ouidire.extraction.relations.contents import Found, after, clause
from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.holders import can_act
from ouidire.extraction.relations.subjects import agent_of, is_passive, paper_of
from ouidire.extraction.relations.tree import hull, phrase, trim
from ouidire.extraction.relations.verbs import Match, children, controllers, fits_object, has_preposition
from ouidire.languages import Analysis, Token
from ouidire.model import Act

__all__ = ["hands_over", "passive_content", "quoted_person"]

_PREDICATIVE = frozenset({"infinitive", "clause", "reported", "predicate", "accused", "named", "object"})
_NAMED_AS = frozenset({"predicate", "accused", "object", "named"})
_NOMINAL = frozenset({"object", "accused"})


def passive_content(analysis: Analysis, cues: Cues, match: Match) -> Found | None:
    """Return the clause after an impersonal passive, else the subject and what is said of it.

    A participle that modifies a noun counts only with its agent (*répétées* alone is an adjective).
    """
    takes, cue = frozenset(match.entry.takes), match.words
    if quoted_person(analysis, cues, match.head) is not None:
        return None
    told = clause(analysis, cues, match, cue)
    if told and "clause" in takes:
        return Found(told.tokens, "passive")
    subject = _subject(analysis, cues, match) or _modified(analysis, cues, match) or _shared(analysis, match)
    rest = _rest(analysis, cues, match)
    if rest and takes & _PREDICATIVE:
        return Found((*subject, *rest), "passive")
    bare = analysis.tokens[match.head].deprel in {"acl", "amod"} and not analysis.children(
        match.head, "aux", "nsubj"
    )
    named = agent_of(analysis, cues, match.head) or paper_of(analysis, cues, match.head)
    if bare and (match.entry.act is Act.REQUEST or named is None):
        return None  # *asked by reporters* tells how the words that follow came about, not a request
    if not subject or not takes & _NOMINAL:
        return None
    return Found((*subject, *_where(analysis, match, named)), "passive")


def quoted_person(analysis: Analysis, cues: Cues, head: int) -> Token | None:
    """Return who is quoted where the verb in the passive is one of passing words on (*he was quoted by X: "p"*)."""
    if not _cites(analysis, cues, head):
        return None
    subject = next((t for t in analysis.children(head, "nsubj") if t.i < head), None)
    return subject if subject is not None and can_act(cues, subject) else None


def _cites(analysis: Analysis, cues: Cues, head: int) -> bool:
    """Whether a verb is the passive of one that passes on somebody's words (*is quoted*, not *is reported*)."""
    relays = any(e.act is Act.RELAY for _, e in cues.verbs.get(analysis.tokens[head].lemma.lower(), ()))
    return relays and is_passive(analysis, head)


def hands_over(analysis: Analysis, cues: Cues, head: int) -> bool:
    """Whether a passive of passing words on leaves it to a gerund to say what was said (*was quoted as saying*)."""
    if not _cites(analysis, cues, head):
        return False
    gerunds = [t for t in analysis.children(head, "advcl", "xcomp") if t.lemma.lower() in cues.verbs]
    return any(cues.has("as", t) for c in gerunds for t in analysis.children(c.i, "mark", "case"))


def _where(analysis: Analysis, match: Match, named: Token | None) -> tuple[int, ...]:
    """Return where or of what p holds, right after the cue (*deaths were reported | in two villages*)."""
    start, last = match.words[-1] + 1, analysis.sentence_of(match.head).last
    while match.entry.scene and start < last and analysis.tokens[start].upos in {"ADV", "PUNCT"}:
        start += 1
    for child in analysis.children(match.head, "obl"):
        placed = child.deprel in {"obl", "obl:mod", "obl:arg"} and child.upos in {"NOUN", "PROPN"}
        below = trim(analysis, analysis.subtree(child.i))
        if child is not named and placed and below[0] <= start <= child.i and match.entry.scene:
            return tuple(i for i in below if i > match.words[-1])
    return ()


def _rest(analysis: Analysis, cues: Cues, match: Match) -> tuple[int, ...]:
    for child in children(analysis, match, "xcomp", "obl", "advcl", "ccomp", "nmod"):
        complement = child.deprel in {"xcomp", "ccomp"}
        as_ = bool(_NAMED_AS & set(match.entry.takes)) and is_likened(analysis, cues, child)
        as_ = as_ and child.lemma.lower() not in cues.verbs  # *was quoted as saying*: the gerund is the cue
        if child.i > match.words[-1] and (
            complement or as_ or has_preposition(analysis, child, match.entry.prepositions)
        ):
            return after(analysis, child.i, match.words)
    agent = agent_of(analysis, cues, match.head) if "accused" in match.entry.takes else None
    for child in analysis.children(agent.i, "acl", "advcl", "nmod", "xcomp") if agent else ():
        if child.i > match.words[-1] and has_preposition(analysis, child, match.entry.prepositions):
            return after(analysis, child.i, match.words)
    return ()


def _subject(analysis: Analysis, cues: Cues, match: Match) -> tuple[int, ...]:
    """Return the subject of the cue or of the verb it stands under (*n'a pas pu être vérifiée*)."""
    for head in (match.head, *controllers(analysis, cues, match.head)):
        for child in analysis.children(head, "nsubj"):
            if child.i < match.head:
                return (
                    _with_antecedent(analysis, cues, child) if fits_object(cues, match.entry, child) else ()
                )
    return _stolen(analysis, match)


def _with_antecedent(analysis: Analysis, cues: Cues, token: Token) -> tuple[int, ...]:
    """Return a subject's phrase; with a relative pronoun goes what it stands for."""
    words = phrase(analysis, token.i)
    if not cues.has("relative", token):
        return words
    for above in analysis.ancestors(token.i):
        if above.deprel == "acl:relcl" and above.head < token.i:
            return (*phrase(analysis, above.head, drop=frozenset(analysis.subtree(above.i))), *words)
    return words


def _shared(analysis: Analysis, match: Match) -> tuple[int, ...]:
    """Return the subject of the clause that a participle opens (*Accused of treason, the general fled*)."""
    token = analysis.tokens[match.head]
    if "accused" not in match.entry.takes:
        return ()
    if token.deprel != "advcl" or token.head < match.head or analysis.children(match.head, "nsubj", "aux"):
        return ()
    return tuple(i for t in analysis.children(token.head, "nsubj")[:1] for i in phrase(analysis, t.i))


def _stolen(analysis: Analysis, match: Match) -> tuple[int, ...]:
    """Return a subject that the parser gave to a participle inside it (*le nombre de blessés déplacés n'a pas…*)."""
    sentence = analysis.sentence_of(match.head)
    for i in range(match.head - 1, sentence.first - 1, -1):
        token = analysis.tokens[i]
        taker = analysis.tokens[token.head]
        if (
            token.deprel.startswith("nsubj")
            and i < taker.i < match.head
            and not analysis.children(taker.i, "aux", "cop")
        ):
            first = min(analysis.subtree(i))
            return trim(
                analysis, hull((first, i, *(k for k in analysis.subtree(taker.i) if first < k < match.head)))
            )
    return ()


def _modified(analysis: Analysis, cues: Cues, match: Match) -> tuple[int, ...]:
    """Return the noun phrase that a participle modifies (*une frappe revendiquée par X*)."""
    token = analysis.tokens[match.head]
    if not token.deprel.startswith("acl") or token.head > match.head:
        return ()
    if not fits_object(cues, match.entry, analysis.tokens[token.head]):
        return ()
    return phrase(analysis, token.head, drop=frozenset(analysis.subtree(match.head)))
