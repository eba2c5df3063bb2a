"""Relations whose cue is a noun: *the claim that p*, *la confirmation de p par X*, *rumeurs selon lesquelles p*."""

from __future__ import annotations

from collections.abc import Iterator

from ouidire.extraction.relations.drafts import Draft
from ouidire.extraction.relations.entries import Cues, NounEntry
from ouidire.extraction.relations.holders import can_act
from ouidire.extraction.relations.supported import is_author, supported
from ouidire.extraction.relations.tree import hull, phrase, trim
from ouidire.languages import Analysis, Token
from ouidire.model import Act

__all__ = ["nominal_drafts", "which_clause"]


def nominal_drafts(analysis: Analysis, cues: Cues) -> Iterator[Draft]:
    """Yield a draft for each cue noun with a content."""
    for token in analysis.tokens:
        participle = token.upos == "VERB" and bool(analysis.children(token.i, "det"))
        if token.upos not in {"NOUN", "PROPN"} and not participle:
            continue
        for words, entry in cues.nouns.get(token.lower if participle else token.lemma.lower(), ()):
            if len(words) == 1:
                draft = _draft(analysis, cues, entry, token)
                if draft:
                    yield draft
                break


def _draft(analysis: Analysis, cues: Cues, entry: NounEntry, noun: Token) -> Draft | None:
    source = _source(analysis, cues, entry, noun)
    if source is not None and _is_own(analysis, cues, noun, source):
        source = None
    content, link, construction = _content(analysis, cues, entry, noun, source)
    if construction != "clause":
        carried = supported(analysis, cues, entry, noun)
        if carried is not None:
            return carried
    if not content or (construction == "nominal" and not entry.bare and source is None):
        return None
    return Draft(
        cue=tuple(range(noun.i, link + 1)),
        head=noun.i,
        lemma=noun.lemma.lower(),
        act=entry.act,
        construction="nominal",
        content=content,
        source=None if source is None or source.i in content else source.i,
        entry=entry.id,
        author=entry.author,
        presupposes=entry.presupposes,
        polarity="-" if any(cues.has("nobody", t) for t in analysis.children(noun.i, "det")) else "+",
    )


def _is_own(analysis: Analysis, cues: Cues, noun: Token, source: Token) -> bool:
    """Whether somebody takes back or denies a claim of his or her own (*withdrew his statement that p*).

    It is nobody's then but the subject's, who no longer makes it.
    """
    above = analysis.tokens[noun.head]
    taken = any(e.act in {Act.DENY, Act.RETRACT} for _, e in cues.verbs.get(above.lemma.lower(), ()))
    pronoun = source.upos in {"DET", "PRON"} and source.head == noun.i
    return taken and pronoun and noun.deprel.partition(":")[0] in {"obj", "obl"} and above.i < noun.i


def _source(analysis: Analysis, cues: Cues, entry: NounEntry, noun: Token) -> Token | None:
    """Return who makes the claim: possessor, *by X*, or the subject of *made the claim that*."""
    for child in analysis.children(noun.i, "nmod:poss", "det:poss", "nmod", "obl", "det"):
        if child.deprel in {"nmod:poss", "det:poss"} or child.feats.get("Poss") == "Yes":
            return child
    for child in (analysis.tokens[i] for i in analysis.subtree(noun.i)):
        if any(cues.has("agent", t) for t in analysis.children(child.i, "case")) and child.upos != "VERB":
            return child
    for child in analysis.children(noun.i, "nmod"):
        if is_author(analysis, cues, entry, child):
            return child
    for child in analysis.children(noun.i, "nmod", "obl"):
        if any(cues.has("coming", t) for t in analysis.children(child.i, "case")) and can_act(cues, child):
            return child
    outlet = next((t for t in analysis.children(noun.i, "compound") if t.upos == "PROPN"), None)
    if outlet is not None and _is_outlet(analysis, cues, outlet):
        return outlet
    above = analysis.tokens[noun.head]
    if noun.deprel == "obj" and cues.has("light", above) and not _takes_stance(cues, above):
        for child in analysis.children(above.i, "nsubj"):
            return child
    return None


def _is_outlet(analysis: Analysis, cues: Cues, token: Token) -> bool:
    """Whether a name before a cue noun is somebody's whose words it is (*a Delta Post report*)."""
    named = any(e.label in {"ORG", "PER"} and e.first <= token.i < e.last for e in analysis.entities)
    return named or token.lower in cues.names


def _takes_stance(cues: Cues, verb: Token) -> bool:
    """Whether a verb says something about somebody else's claim (*denied the claim that*), and makes none."""
    return any(entry.act is Act.DENY for _, entry in cues.verbs.get(verb.lemma.lower(), ()))


def _which(analysis: Analysis, cues: Cues, i: int) -> bool:
    """Whether *selon lequel*, *selon laquelle* stands at token `i`."""
    return cues.has("according", analysis.tokens[i]) and cues.has("relative_which", analysis.tokens[i + 1])


def which_clause(analysis: Analysis, cues: Cues, i: int, above: int) -> tuple[int, ...]:
    """Return *selon laquelle p* at token `i`, though the parser hung it on the verb `above`; empty if none."""
    if i + 2 >= analysis.sentence_of(above).last or not _which(analysis, cues, i):
        return ()
    return (i, i + 1, *_after_which(analysis, i + 1, above))


def _after_which(analysis: Analysis, which: int, above: int) -> tuple[int, ...]:
    """Return the clause after *selon laquelle*, below the verb `above` that the noun before it hangs on."""
    top = which + 1
    while analysis.tokens[top].head not in {top, above} and analysis.tokens[top].head > which:
        top = analysis.tokens[top].head
    return trim(analysis, (i for i in analysis.subtree(top) if i > which))


def _is_complement(analysis: Analysis, cues: Cues, verb: Token, opening: Token) -> bool:
    """Whether *that* opens what is claimed, and no relative clause about the claim.

    Parsers take *the rumour that the mayor had resigned* for a relative like *that the mayor had
    spread*; only the latter has a verb that one does to a claim.
    """
    if opening.deprel == "mark":
        carried = cues.has("support", verb) and not analysis.children(
            verb.i, "obj", "xcomp", "ccomp", "aux:pass"
        )
        return not (carried and opening.head == verb.i)  # *the claim that he made*
    entries = [entry for _, entry in cues.verbs.get(verb.lemma.lower(), ())]
    spreads = cues.has("light", verb) or any("object" in entry.takes for entry in entries)
    return opening.deprel == "obj" and opening.head == verb.i and not spreads


def _stray_clause(analysis: Analysis, cues: Cues, noun: Token) -> tuple[int, ...]:
    """Return *that p* right after a cue noun, though the parser hung it on the verb above (*came despite warnings that p*)."""
    end = analysis.sentence_of(noun.i).last
    words = phrase(analysis, noun.i)
    that = words[-1] + 1 if words else end
    if that + 1 >= end or not cues.has("conjunction", analysis.tokens[that]):
        return ()
    head = analysis.tokens[analysis.tokens[that].head]
    verb = analysis.tokens[head.head]
    between = {verb.i, noun.i} & {t.i for t in analysis.ancestors(noun.i)}
    takes = [entry for _, entry in cues.verbs.get(verb.lemma.lower(), ()) if "clause" in entry.takes]
    if head.deprel not in {"advcl", "ccomp"} or head.i < that or not between or takes:
        return ()
    return trim(analysis, (i for i in analysis.subtree(head.i) if i >= that))


def _content(
    analysis: Analysis, cues: Cues, entry: NounEntry, noun: Token, source: Token | None
) -> tuple[tuple[int, ...], int, str]:
    """Return content, last token of the cue, and what sort of content it is."""
    out = set(analysis.subtree(source.i)) if source is not None else set()
    which = noun.i + 2
    if which + 1 < analysis.sentence_of(noun.i).last and _which(analysis, cues, noun.i + 1):
        return _after_which(analysis, which, noun.head), which, "clause"
    for child in analysis.children(noun.i, "acl", "ccomp", "advcl", "csubj"):
        if child.i < noun.i:
            continue
        tokens = trim(analysis, hull(k for k in analysis.subtree(child.i) if k not in out and k > noun.i))
        if not tokens:
            continue
        first = analysis.tokens[tokens[0]]
        second = analysis.tokens[tokens[1]] if len(tokens) > 1 else None
        if second is not None and _which(analysis, cues, first.i):
            return tokens[2:], tokens[1], "clause"
        if (
            "clause" in entry.takes
            and cues.has("complementiser", first)
            and _is_complement(analysis, cues, child, first)
        ):
            return tokens, noun.i, "clause"
        if "infinitive" in entry.takes and child.feats.get("VerbForm") == "Inf":
            return tokens, noun.i, "clause"
    stray = _stray_clause(analysis, cues, noun) if "clause" in entry.takes else ()
    if stray:
        return stray, noun.i, "clause"
    for child in analysis.children(noun.i, "nmod", "obl", "acl"):
        if child.i < noun.i or child.i in out or is_author(analysis, cues, entry, child):
            continue
        cases = [
            t for t in analysis.children(child.i, "case", "mark") if t.lemma.lower() in entry.prepositions
        ]
        if cases:
            tokens = trim(analysis, (k for k in analysis.subtree(child.i) if k > cases[0].i and k not in out))
            return tokens, cases[0].i if cases[0].i == noun.i + 1 else noun.i, "nominal"
    return (), noun.i, ""
