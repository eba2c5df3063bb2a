"""Chains: who said it first, and through whom it came (*D'après X cités par Y*; *Y, citant X*; *told Y*)."""

from __future__ import annotations

from dataclasses import replace

from ouidire.extraction.found import FoundHop
from ouidire.extraction.relations.drafts import Draft
from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.sources import Speaker, speaker
from ouidire.extraction.relations.tree import lowest_above, phrase, spans_of, trim
from ouidire.languages import Analysis, Token
from ouidire.model import Act, HopRole, SourceKind, Span

__all__ = ["chain_of"]

_MAX_HOPS = 6
_MEDIA = frozenset(
    {SourceKind.MEDIA_OUTLET, SourceKind.WIRE_AGENCY, SourceKind.MEDIA_COLLECTIVE, SourceKind.SOCIAL_MEDIA}
)
_IMPLICIT = FoundHop(role=HopRole.ORIGIN, kind=SourceKind.IMPLICIT, anonymity=5)


def chain_of(analysis: Analysis, cues: Cues, draft: Draft) -> tuple[FoundHop, ...]:
    """Return the hops of a draft, origin first; one implicit hop where nobody is named."""
    if draft.source is None:
        upstream = _citing(analysis, cues, draft.head, draft)
        return tuple(_roles([*upstream, *_channel(analysis, cues, draft)])) or (_IMPLICIT,)
    hops = _hops(analysis, cues, draft.source, draft, depth=0)
    upstream = _citing(analysis, cues, draft.source, draft) or (
        _citing(analysis, cues, draft.head, draft) if draft.construction != "frame" else []
    )
    return tuple(_roles([*upstream, *hops, *_channel(analysis, cues, draft)]))


def _roles(hops: list[FoundHop]) -> list[FoundHop]:
    return [_with_role(hop, HopRole.RELAY if n else HopRole.ORIGIN) for n, hop in enumerate(hops[:_MAX_HOPS])]


def _with_role(hop: FoundHop, role: HopRole) -> FoundHop:
    return replace(hop, role=role)


def _hops(analysis: Analysis, cues: Cues, head: int, draft: Draft, *, depth: int) -> list[FoundHop]:
    """Return the source's hop, then those that its participles name (*cité par Y*, *relayé par Z*)."""
    floor = draft.cue[-1] if draft.construction == "frame" and draft.cue[-1] < head and not depth else -1
    relays: list[FoundHop] = []
    drop: set[int] = set()
    for token, agent in _passed_on(analysis, cues, head):
        drop.update(i for i in analysis.subtree(token.i) if i >= token.i)
        if depth < _MAX_HOPS:
            inner = _hops(analysis, cues, agent.i, draft, depth=depth + 1)
            relays.append(_cued(inner[0], _join(analysis, token.i, agent.i), token))
            relays.extend(inner[1:])
    for child in _citers(analysis, cues, head):
        drop.update(analysis.subtree(child.i))
    for child in analysis.children(head, "acl:relcl"):
        if draft.head in (below := analysis.subtree(child.i)):  # *X, qui affirme que*: the source is X
            drop.update(below)
    tokens = phrase(analysis, head, floor=floor, drop=frozenset(drop | set(draft.cue) | _contents(draft)))
    if depth:
        tokens = _to_comma(analysis, head, tokens)
    return [
        _hop(analysis, cues, head, _with_name(analysis, draft, _widened(analysis, draft, head, tokens))),
        *relays,
    ]


def _to_comma(analysis: Analysis, head: int, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Cut the phrase of somebody who passed words on at its first comma; a name right after it belongs to it."""
    for n, i in enumerate(tokens):
        if i > head and analysis.tokens[i].text == ",":
            return tokens[:n]
    last = analysis.sentence_of(head).last
    while tokens and tokens[-1] + 1 < last and analysis.tokens[tokens[-1] + 1].upos == "PROPN":
        tokens = (*tokens, tokens[-1] + 1)
    return tokens


def _widened(analysis: Analysis, draft: Draft, head: int, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Add a participle that parsers made the source's head (*Officials briefed on the matter said*)."""
    above = analysis.tokens[analysis.tokens[head].head]
    past = above.feats.get("VerbForm") == "Part" or above.feats.get("Tense") == "Past"
    reduced = past and not analysis.children(above.i, "aux", "obj", "ccomp") and above.is_verbal
    cites = above.feats.get("Tense") == "Pres"
    gerund = analysis.tokens[draft.head].deprel == "advcl" and analysis.children(draft.head, "mark")
    controls = gerund or analysis.tokens[draft.head].deprel == "xcomp"  # *He went on to say*: no participle
    if cites or controls or not (head < above.i < draft.cue[0] and reduced) or above.i in draft.content:
        return tokens
    below = {k for k in analysis.subtree(above.i) if tokens and k > tokens[-1]}
    last = tokens[-1] if tokens else head
    while last + 1 in below:
        last += 1
    return trim(analysis, range(tokens[0] if tokens else head, last + 1))


def _with_name(analysis: Analysis, draft: Draft, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Add a name set off by a comma after an inverted subject (*a déclaré le gouverneur, X*)."""
    if not tokens or tokens[0] < draft.cue[-1] or tokens[-1] + 2 >= len(analysis.tokens):
        return tokens
    comma = analysis.tokens[tokens[-1] + 1]
    for entity in analysis.entities:
        if entity.label == "PER" and entity.first == comma.i + 1 and comma.text == ",":
            return tokens if entity.first in draft.content else tuple(range(tokens[0], entity.last))
    return tokens


def _named_only(analysis: Analysis, cues: Cues, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Drop a last part between commas that says the source wants no name (*, sous couvert d'anonymat*)."""
    commas = [n for n, i in enumerate(tokens) if analysis.tokens[i].text == ","]
    if commas and any(cues.has("anonymity", analysis.tokens[i]) for i in tokens[commas[-1] :]):
        return tokens[: commas[-1]]
    return tokens


def _contents(draft: Draft) -> set[int]:
    return set(draft.content)


def _hop(analysis: Analysis, cues: Cues, head: int, tokens: tuple[int, ...]) -> FoundHop:
    who: Speaker = speaker(analysis, cues, head, tokens)
    return FoundHop(
        role=HopRole.ORIGIN,
        kind=who.kind,
        anonymity=who.anonymity,
        spans=_spans(analysis, _named_only(analysis, cues, tokens), head),
        head=head,
        name=who.name,
    )


def _spans(analysis: Analysis, tokens: tuple[int, ...], head: int) -> tuple[Span, ...]:
    found = spans_of(analysis, tokens or (head,))
    return tuple(_unhyphen(analysis.text, span) for span in found)


def _unhyphen(text: str, span: Span) -> Span:
    """Strip the hyphens of an inverted pronoun (*-t-il*)."""
    start = span.start
    while start + 1 < span.end and text[start] in "-\N{NON-BREAKING HYPHEN}":
        start += 1
    return Span(start, span.end)


def _cued(hop: FoundHop, cue: Span, verb: Token) -> FoundHop:
    return replace(hop, role=HopRole.RELAY, cue=cue, cue_act=Act.RELAY, cue_lemma=verb.lemma.lower())


def _join(analysis: Analysis, first: int, agent: int) -> Span:
    """Return the words from a participle to the preposition of its agent (*cités par*)."""
    last = first
    for t in analysis.children(agent, "case"):
        if first < t.i < agent:
            last = max(last, t.i)
    return analysis.span(first, last + 1)


def _passed_on(analysis: Analysis, cues: Cues, head: int) -> list[tuple[Token, Token]]:
    """Return (participle, agent) pairs: the source's words were passed on by the agent."""
    found: list[tuple[Token, Token]] = []
    for i in analysis.subtree(head):
        child = analysis.tokens[i]
        if (
            child.i < head
            or not cues.has("citing", child)
            or child.feats.get("VerbForm") not in {"Part", None}
        ):
            continue
        agent = _agent(analysis, cues, child)
        if agent is not None:
            found.append((child, agent))
    return found


def _agent(analysis: Analysis, cues: Cues, verb: Token) -> Token | None:
    """Return the agent after a participle, wherever the parser hung it."""
    last = analysis.sentence_of(verb.i).last
    for k in range(verb.i + 1, min(last, verb.i + 4)):
        if cues.has("agent", analysis.tokens[k]) and k + 1 < last:
            return analysis.tokens[lowest_above(analysis, k + 1, k)]
    return None


def _citers(analysis: Analysis, cues: Cues, head: int) -> list[Token]:
    """Return clauses on a source or verb that cite somebody (*citant X*, *qui cite X*)."""
    after = analysis.tokens[head + 1 : min(head + 4, analysis.sentence_of(head).last)]
    apart = [
        t
        for n, t in enumerate(after)
        if n and after[n - 1].text == "," and t.feats.get("VerbForm") in {"Part", "Ger"}
    ]
    return [
        t
        for t in (*analysis.children(head, "acl", "advcl", "conj", "parataxis", "dep"), *apart)
        if (cues.has("citing", t) or cues.has("resting", t))
        and _object(analysis, cues, t) is not None
        and _agent(analysis, cues, t) is None
    ]


def _object(analysis: Analysis, cues: Cues, verb: Token) -> Token | None:
    if cues.has("resting", verb):
        return next((t for t in analysis.children(verb.i, "obl", "nmod") if t.i > verb.i), None)
    for child in analysis.children(verb.i, "obj"):
        if child.i > verb.i and child.upos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}:
            return child
    return None


def _can_be_cited(cues: Cues, token: Token) -> bool:
    """Whether a noun names who or what can be quoted: somebody, a paper, an outlet, a name."""
    known = cues.source(token) is not None or token.lemma.lower() in cues.nouns
    return known or token.upos in {"PROPN", "PRON", "NUM"} or cues.has("indefinite", token)


def _citing(analysis: Analysis, cues: Cues, head: int, draft: Draft) -> list[FoundHop]:
    """Return the hops upstream of a source that cites them, most upstream first."""
    for verb in _citers(analysis, cues, head):
        target = _object(analysis, cues, verb)
        if target is None or verb.i in draft.cue or target.i in draft.content or target.i == draft.source:
            continue
        if not _can_be_cited(cues, target):
            continue  # *said p, citing the loss of two ships*: a reason, and nobody who said so
        hops = _hops(analysis, cues, target.i, draft, depth=1)
        further = _citing(analysis, cues, target.i, draft) if target.i != head else []
        first = _cued(hops[0], analysis.span(verb.i, verb.i + 1), verb)
        return [*further, first, *hops[1:]]
    return []


def _channel(analysis: Analysis, cues: Cues, draft: Draft) -> list[FoundHop]:
    """Return the outlet that was told (*a déclaré X à l'AFP*, *told Y*), and relays of the document it is in."""
    found: list[FoundHop] = []
    if draft.addressee is not None and draft.addressee != draft.source:
        hop = _hops(analysis, cues, draft.addressee, draft, depth=1)[0]
        if hop.kind in _MEDIA or cues.has("press", analysis.tokens[draft.addressee]):
            found.append(hop)
    for child in analysis.children(draft.head, "obl", "nmod"):
        if child.i in draft.content or child.i == draft.source:
            continue
        for verb, agent in _passed_on(analysis, cues, child.i):
            hop = _hops(analysis, cues, agent.i, draft, depth=1)[0]
            found.append(_cued(hop, _join(analysis, verb.i, agent.i), verb))
    return found
