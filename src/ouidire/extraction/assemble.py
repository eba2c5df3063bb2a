"""Units, relations and marks to assertions, and to the relations shown for interchange."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ouidire.codec import canonical
from ouidire.extraction.certainty import Marks, commitments
from ouidire.extraction.division import Piece
from ouidire.extraction.found import Found, FoundHop, FoundRelation, Unit
from ouidire.languages import Analysis
from ouidire.model import (
    Act,
    Article,
    Assertion,
    Attribution,
    AttributionRecord,
    Cue,
    HopRole,
    MarkerClass,
    Proposition,
    Relay,
    Role,
    Source,
    Span,
    Stance,
    TimeExpression,
    Toponym,
)

__all__ = ["Material", "assemble"]

_CONTEST = frozenset({Act.DENY, Act.RETRACT})
_NEUTRAL = frozenset(
    {
        Act.DECLINE,
        Act.UNKNOWN,
        Act.REQUEST,
        Act.HOPE,
        Act.FEAR,
        Act.ORDER,
        Act.STIPULATE,
        Act.DOUBT,
    }
)
_ID = 24  # hex digits of an id; 96 bits


@dataclass(frozen=True, slots=True)
class Material:
    """What assertions are made from; `marks` and `propositions` run beside `pieces`."""

    article: Article
    analysis: Analysis
    relations: Sequence[FoundRelation]
    pieces: Sequence[Piece]
    marks: Sequence[Marks]
    propositions: Sequence[Proposition]
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Toponym, ...] = ()

    def chain(self, relation: int | None) -> tuple[int, ...]:
        """Return a relation and those it is nested in, innermost first."""
        found: list[int] = []
        while relation is not None and relation not in found:
            found.append(relation)
            relation = self.relations[relation].parent
        return tuple(found)


def assemble(material: Material) -> Found:
    """Make one assertion of each unit, tie speech events to their contents, list all relations."""
    ids = [_assertion_id(material, n) for n in range(len(material.pieces))]
    assertions: list[Assertion] = []
    seen: set[str] = set()
    for n in range(len(material.pieces)):
        if ids[n] not in seen:
            seen.add(ids[n])
            assertions.append(_assertion(material, n, ids))
    return Found(
        assertions=tuple(assertions),
        attributions=_records(material, ids),
        times=material.times,
        places=material.places,
    )


def _hash(value: object) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()[:_ID]


def _assertion_id(material: Material, n: int) -> str:
    unit = material.pieces[n].unit
    relation = _cue_relation(material, unit)
    return "a:" + _hash(
        {
            "article": material.article.id,
            "spans": [[unit.span.start, unit.span.end]],
            "cue": None if relation is None else [relation.cue.start, relation.cue.end],
            "act": None if relation is None else relation.act.value,
            "speech": unit.speech is not None,
        }
    )


def _cue_relation(material: Material, unit: Unit) -> FoundRelation | None:
    at = unit.speech if unit.speech is not None else unit.relation
    return None if at is None else material.relations[at]


def _assertion(material: Material, n: int, ids: Sequence[str]) -> Assertion:
    unit, marks = material.pieces[n].unit, material.marks[n]
    chain = tuple(material.relations[r] for r in material.chain(unit.relation))
    act = _act(material, unit, marks)
    return Assertion(
        id=ids[n],
        span=unit.span,
        passage=unit.passage.role,
        sentence=_sentence(material, unit),
        act=act,
        stance=_stance(material, unit, marks),
        attribution=_attribution(material, unit),
        commitments=commitments(marks, chain),
        conditional=marks.conditional,
        proposition=_proposition(material, n),
        refers_to=_refers_to(material, unit, ids, ids[n]),
    )


def _act(material: Material, unit: Unit, marks: Marks) -> Act:
    relation = _cue_relation(material, unit)
    if relation is not None:
        return relation.act
    if marks.has(MarkerClass.CORRECTION):
        return Act.RETRACT
    return Act.DENY if marks.has(MarkerClass.ANTIFACTIVE) else Act.SAY


def _stance(material: Material, unit: Unit, marks: Marks) -> Stance:
    if marks.has(MarkerClass.ANTIFACTIVE, MarkerClass.CORRECTION):
        return Stance.CONTEST
    if marks.has(MarkerClass.UNVERIFIED, MarkerClass.UNDISCLOSED, MarkerClass.QUESTION):
        return Stance.NEUTRAL
    if unit.relation is None:
        return Stance.SUPPORT
    relation = material.relations[unit.relation]
    if relation.polarity == "-" or relation.act in _NEUTRAL:
        return Stance.NEUTRAL
    return Stance.CONTEST if relation.act in _CONTEST else Stance.SUPPORT


def _sentence(material: Material, unit: Unit) -> Span:
    sentence = material.analysis.sentence_of(unit.head).span
    start, end = min(sentence.start, unit.span.start), max(sentence.end, unit.span.end)
    return Span(start, end)


def _attribution(material: Material, unit: Unit) -> Attribution | None:
    if unit.relation is None:
        return None
    found = [material.relations[n] for n in material.chain(unit.relation)]
    inner = found[0]
    hops: list[Relay] = []
    for depth, relation in enumerate(found):
        for n, hop in enumerate(relation.chain):
            last = n == len(relation.chain) - 1
            hops.append(_relay(hop, relation, origin=depth == 0 and n == 0, last=last))
    cue = Cue(
        span=inner.cue,
        lemma=inner.lemma,
        act=inner.act,
        polarity=inner.polarity,
        modality=inner.modality,
    )
    return Attribution(cue=cue, content=inner.content, chain=tuple(hops))


def _relay(hop: FoundHop, relation: FoundRelation, *, origin: bool, last: bool) -> Relay:
    source = Source(kind=hop.kind, anonymity=hop.anonymity, name=hop.name, spans=hop.spans)
    span = hop.cue if hop.cue is not None else (relation.cue if origin or last else None)
    act = hop.cue_act or relation.act
    cue = None if span is None else Cue(span=span, lemma=hop.cue_lemma or relation.lemma, act=act)
    return Relay(role=HopRole.ORIGIN if origin else HopRole.RELAY, source=source, cue=cue)


def _proposition(material: Material, n: int) -> Proposition:
    """Return the proposition with the polarity of the marks, and as a speech event where it is one."""
    unit, found = material.pieces[n].unit, material.propositions[n]
    if unit.speech is None:
        if material.marks[n].negative and found.polarity == "+":
            return replace(found, polarity="-")
        return found
    relation = material.relations[unit.speech]
    speakers = tuple(
        Role(role="speaker", span=hop.spans[0], head="") for hop in relation.chain[:1] if hop.spans
    )
    roles = tuple(r for r in found.roles if r.role not in {"agent", "speaker", "target"})
    return replace(
        found,
        family="speech",
        type=f"speech.{relation.act.value}",
        plover="",
        predicate=relation.lemma,
        polarity=relation.polarity,
        roles=(*speakers, *roles),
        quantity=None,
        equipment=(),
    )


def _refers_to(material: Material, unit: Unit, ids: Sequence[str], own: str) -> tuple[str, ...]:
    if unit.speech is None:
        return ()
    return tuple(i for i in _made_by(material, unit.speech, ids) if i != own)


def _made_by(material: Material, relation: int, ids: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the assertions a relation's content makes, at any depth, speech events included."""
    found: list[str] = []
    for n, piece in enumerate(material.pieces):
        if relation in material.chain(piece.unit.relation) and ids[n] not in found:
            found.append(ids[n])
    return tuple(found)


def _records(material: Material, ids: Sequence[str]) -> tuple[AttributionRecord, ...]:
    names = [_record_id(material, n) for n in range(len(material.relations))]
    records: list[AttributionRecord] = []
    seen: set[str] = set()
    for n, relation in enumerate(material.relations):
        if names[n] in seen or relation.construction == "naming":
            continue
        seen.add(names[n])
        attitude = relation.act is Act.ATTITUDE
        records.append(
            AttributionRecord(
                id=names[n],
                parent=None if relation.parent is None else names[relation.parent],
                act=relation.act,
                source=relation.chain[0].spans if relation.chain else (),
                cue=(relation.cue,),
                content=relation.content,
                assertions=() if attitude else _made_by(material, n, ids),
            )
        )
    return tuple(records)


def _record_id(material: Material, n: int) -> str:
    relation = material.relations[n]
    return "t:" + _hash(
        {
            "article": material.article.id,
            "source": [[s.start, s.end] for hop in relation.chain[:1] for s in hop.spans],
            "cue": [relation.cue.start, relation.cue.end],
            "content": [[s.start, s.end] for s in relation.content],
            "act": relation.act.value,
        }
    )
