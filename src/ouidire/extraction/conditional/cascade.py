"""What a French conditional stands for: the first row of a cascade that fires.

Rows and tiers follow the specification, section 2.1 (after Dendale 1993 and Haillet 1995 on the
*conditionnel journalistique*). No row ever ends in an assertion: what no row explains is `UNCERTAIN`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ouidire.extraction.clauses import Clause, ClauseKind
from ouidire.extraction.conditional.scene import Scene, is_composed
from ouidire.extraction.conditional.subjects import Agent, agent_of, same_agent
from ouidire.extraction.conditional.words import Part
from ouidire.extraction.spans import covers_token
from ouidire.languages import Token
from ouidire.model import Act, ConditionalKind, MarkerClass

__all__ = ["Scene", "Verdict", "read_conditionals"]

_REACH = 3  # sentences a run of hearsay carries on
_ASSERTIVE = frozenset({Act.SAY, Act.REPORT, Act.RELAY, Act.ANNOUNCE, Act.CLAIM, Act.MENTION, Act.SHOW})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one conditional stands for.

    Attributes:
        verb: Token that bears the conditional.
        grade: The marker class of a modal; None for the other kinds.
        high: Whether a hearsay reading rests on the high tier.
        row: The row of the cascade that fired.

    """

    verb: int
    kind: ConditionalKind
    row: str
    grade: MarkerClass | None = None
    high: bool = False


def read_conditionals(scene: Scene) -> dict[int, Verdict]:
    """Map the index of every clause in the conditional to what it stands for."""
    found: dict[int, Verdict] = {}
    run: list[tuple[int, Agent]] = []
    imagined: int | None = None
    for clause in scene.clauses.items:
        if clause.finite is None or not is_conditional(scene.analysis.tokens[clause.finite]):
            continue
        if clause.shares and clause.parent is not None and clause.parent in found:
            found[clause.index] = found[clause.parent]
            continue
        verdict = _verdict(scene, clause)
        if verdict.row == "composed" and _imagined(scene, clause, imagined):
            verdict = Verdict(verdict.verb, ConditionalKind.UNCERTAIN, "after what was imagined")
        if verdict.kind is ConditionalKind.HYPOTHETICAL and is_composed(scene, verdict.verb):
            imagined = scene.analysis.tokens[clause.head].sent
        if verdict.kind is ConditionalKind.UNCERTAIN and _carried(scene, clause, run):
            verdict = Verdict(verdict.verb, ConditionalKind.HEARSAY, "carried over")
        found[clause.index] = verdict
        if verdict.kind is ConditionalKind.HEARSAY:
            run.append((scene.analysis.tokens[clause.head].sent, _agent(scene, clause)))
    return found


def _imagined(scene: Scene, clause: Clause, imagined: int | None) -> bool:
    """Whether the sentence before imagined what did not happen, and no source frames this one."""
    here = scene.analysis.tokens[clause.head].sent
    return imagined is not None and here - imagined <= 1 and _framed(scene, clause, clause.head) is None


def is_conditional(token: Token) -> bool:
    """Whether a finite word stands in the conditional."""
    return token.feats.get("Mood") == "Cnd"


def _agent(scene: Scene, clause: Clause) -> Agent:
    """Return the subject; of an impersonal verb of seeming, the subject of what seems."""
    if scene.has(Part.SEEM, (clause.head,)):
        for below in scene.clauses.items:
            if below.parent == clause.index and below.kind is ClauseKind.COMPLEMENT:
                return agent_of(scene.analysis, below.head)
    return agent_of(scene.analysis, clause.head)


def _verdict(scene: Scene, clause: Clause) -> Verdict:
    verb = clause.finite if clause.finite is not None else clause.head
    for row in (_hypothetical, _modal, _seeming, _composed, _future_in_past, _framed, _projected, _ongoing):
        verdict = row(scene, clause, verb)
        if verdict is not None:
            return verdict
    return Verdict(verb, ConditionalKind.UNCERTAIN, "no row")


def _hypothetical(scene: Scene, clause: Clause, verb: int) -> Verdict | None:
    if clause.index in scene.conditioned or scene.has(Part.CONNECTIVE, clause.tokens):
        return Verdict(verb, ConditionalKind.HYPOTHETICAL, "condition")
    return None


def _modal(scene: Scene, clause: Clause, verb: int) -> Verdict | None:
    if scene.analysis.sentence_of(verb).span.of(scene.analysis.text).rstrip(" »”\"'").endswith("?"):
        return Verdict(verb, ConditionalKind.MODAL, "question", MarkerClass.QUESTION)
    if scene.has(Part.PERHAPS, clause.tokens):
        return Verdict(verb, ConditionalKind.MODAL, "perhaps", MarkerClass.POSSIBLE)
    group = tuple(sorted({verb, clause.head, *_governors(scene, clause, verb)}))
    for part, grade in _GRADES:
        if not scene.has(part, group) or (part is Part.EXPECTED and scene.has(Part.BE, (verb,))):
            continue
        if is_composed(scene, verb):
            return Verdict(verb, ConditionalKind.HYPOTHETICAL, "counterfactual")
        return Verdict(verb, ConditionalKind.MODAL, f"modal {part}", grade)
    if scene.has(Part.EVALUATION, clause.tokens):
        return Verdict(verb, ConditionalKind.MODAL, "evaluation", MarkerClass.POSSIBLE)
    return None


_GRADES = (
    (Part.POSSIBLE, MarkerClass.POSSIBLE),
    (Part.EXPECTED, MarkerClass.EXPECTED),
    (Part.DEONTIC, MarkerClass.DEONTIC),
    (Part.WISH, MarkerClass.POSSIBLE),
)


def _governors(scene: Scene, clause: Clause, verb: int) -> tuple[int, ...]:
    """Return the verb-like words between the conditional and its predicate (*aurait pu être tué*)."""
    low, high = min(verb, clause.head), max(verb, clause.head)
    return tuple(
        i
        for i in clause.tokens
        if low <= i <= high and scene.analysis.tokens[i].is_verbal and not _is_nested(scene, i, clause)
    )


def _is_nested(scene: Scene, i: int, clause: Clause) -> bool:
    return scene.clauses.owner[i] != clause.index


def _seeming(scene: Scene, clause: Clause, verb: int) -> Verdict | None:
    if scene.has(Part.SEEM, tuple(sorted({verb, clause.head}))):
        return Verdict(verb, ConditionalKind.HEARSAY, "seem", high=True)
    return None


def _composed(scene: Scene, clause: Clause, verb: int) -> Verdict | None:
    third = scene.analysis.tokens[verb].feats.get("Person", "3") == "3"
    if not is_composed(scene, verb) or not third:
        return None
    if clause.kind is ClauseKind.RELATIVE and scene.has(Part.INDEFINITE, scene.sentence(clause)):
        return Verdict(verb, ConditionalKind.HYPOTHETICAL, "indefinite relative")
    return Verdict(verb, ConditionalKind.HEARSAY, "composed", high=True)


def _future_in_past(scene: Scene, clause: Clause, verb: int) -> Verdict | None:
    """A simple conditional under *que* and a governor in the past, or after *lorsque* beside one."""
    parent = clause
    for _ in range(4):
        if parent.parent is None:
            return None
        complement = parent.kind is ClauseKind.COMPLEMENT
        parent = scene.clauses.items[parent.parent]
        if complement and _is_past(scene, parent):
            return Verdict(verb, ConditionalKind.FUTURE_IN_PAST, "past governor")
    return None


def _is_past(scene: Scene, clause: Clause) -> bool:
    if clause.finite is None:
        return False
    finite = scene.analysis.tokens[clause.finite]
    if finite.feats.get("Mood") == "Cnd":
        return False
    if finite.feats.get("Tense") in {"Imp", "Past"}:
        return True
    return clause.finite != clause.head and finite.deprel in {"aux:tense", "aux"} and finite.upos == "AUX"


def _framed(scene: Scene, clause: Clause, verb: int) -> Verdict | None:
    for relation in scene.relations:
        if not covers_token(scene.analysis, relation.content, verb) or relation.act is Act.ATTITUDE:
            continue
        if scene.has(Part.CONSEQUENCE, (clause.head,)):
            continue  # what somebody says would follow from something, or is said to follow already
        if relation.construction == "frame":
            return Verdict(verb, ConditionalKind.HEARSAY, "frame", high=True)
        if not relation.quoted and relation.act in _ASSERTIVE and relation.polarity == "+":
            return Verdict(verb, ConditionalKind.HEARSAY, f"said ({relation.construction})", high=True)
    if scene.has(Part.FRAME, scene.sentence(clause)) and not scene.has(Part.CONSEQUENCE, (clause.head,)):
        return Verdict(verb, ConditionalKind.HEARSAY, "frame words", high=True)
    return None


def _projected(scene: Scene, clause: Clause, verb: int) -> Verdict | None:
    if scene.has(Part.ANAPHOR, clause.tokens):
        return Verdict(verb, ConditionalKind.HYPOTHETICAL, "anaphor")
    if scene.has(Part.PROJECTION, scene.sentence(clause)):
        return Verdict(verb, ConditionalKind.HYPOTHETICAL, "projection")
    if clause.kind is ClauseKind.RELATIVE and scene.has(Part.INDEFINITE, _antecedent(scene, clause)):
        return Verdict(verb, ConditionalKind.HYPOTHETICAL, "indefinite relative")
    return None


def _ongoing(scene: Scene, clause: Clause, verb: int) -> Verdict | None:
    """A state or cause that is there already cannot be a consequence to come: it is borrowed."""
    if scene.analysis.tokens[verb].feats.get("Person", "3") == "3" and scene.has(Part.ONGOING, clause.tokens):
        return Verdict(verb, ConditionalKind.HEARSAY, "ongoing")
    return None


def _antecedent(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """Return the words of the noun a relative clause hangs on, up to the clause."""
    noun = scene.analysis.tokens[clause.head].head
    low = min(scene.analysis.subtree(noun))
    return tuple(range(low, noun + 1)) if low <= noun else ()


def _carried(scene: Scene, clause: Clause, run: Sequence[tuple[int, Agent]]) -> bool:
    """Whether hearsay about the same agent stands a few sentences back, with no new frame between.

    Paragraph breaks do not matter: sentences are counted over the whole text.
    """
    here = scene.analysis.tokens[clause.head].sent
    agent = agent_of(scene.analysis, clause.head)
    for sentence, other in reversed(run):
        if here - sentence > _REACH:
            return False
        if same_agent(agent, other):
            return not _new_frame(scene, sentence, here)
    return False


def _new_frame(scene: Scene, after: int, here: int) -> bool:
    """Whether another source frames a sentence after `after`, up to and including `here`."""
    for relation in scene.relations:
        sent = scene.analysis.tokens[relation.cue_head].sent
        framed = relation.construction in {"frame", "clausal", "inverted", "quote"}
        if after < sent <= here and framed and any(hop.spans for hop in relation.chain):
            return True
    return False
