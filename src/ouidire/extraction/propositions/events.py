"""Which event a unit is about: from its verb, its predicate noun, or the noun a light verb carries."""

from __future__ import annotations

from dataclasses import dataclass

from ouidire.extraction.propositions.entries import EventEntry, LightEntry
from ouidire.extraction.propositions.tree import antecedent, case_words, is_passive, relation
from ouidire.extraction.propositions.words import Words
from ouidire.gazetteer.event_types import EventType, event_type
from ouidire.languages import Analysis, Token

__all__ = ["Event", "find_event", "misread_object"]

# How far a chain of carriers is followed (*opérations* de *missions* de *déminage*).
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Event:
    """What a unit's event is and where it stands.

    Attributes:
        type: Dotted type; ``"other.KEY"`` for what ``predicates.toml`` names, ``"other"`` for the rest.
        predicate: Lemma of the event word, or the key of *other*.
        clause: Token index of the clause's head (verb, or the noun itself).
        noun: Token index of the event noun, None where the clause's head is the event.
        subject: Role of the clause's subject; empty where it has none.
        genitive: Role of what the event noun is of.
        carriers: Nouns passed through on the way to the event noun; participants of nothing.

    """

    type: str
    predicate: str
    clause: int
    noun: int | None = None
    subject: str = ""
    genitive: str = ""
    carriers: tuple[int, ...] = ()

    @property
    def row(self) -> EventType:
        """The row of the table of types."""
        return event_type(self.type)


def find_event(analysis: Analysis, head: int, words: Words) -> Event:
    """Return the event of the clause or noun phrase headed by token `head`."""
    token = analysis.tokens[head]
    if token.upos in {"VERB", "AUX"} or _governs_like_a_verb(analysis, head):
        found = _of_verb(analysis, token, words)
    else:
        found = _of_word(analysis, token, words)
    return found or _other(analysis, token, words)


def _governs_like_a_verb(analysis: Analysis, head: int) -> bool:
    """Whether a word tagged as a noun has a subject and an object, as only a verb has."""
    return bool(analysis.children(head, "nsubj") and analysis.children(head, "obj"))


def _of_verb(analysis: Analysis, verb: Token, words: Words) -> Event | None:
    keys = [*_verb_keys(analysis, verb), verb.lower]
    fixed = next((k for k in keys if " " in k and k in words.verbs and k not in words.light), "")
    for key in keys:
        for entry in words.light.get(key, ()):
            found = _carried(analysis, verb, entry, words)
            if found and (not fixed or found.row.family == event_type(words.verbs[fixed].type).family):
                return found  # but *open fire* opens nothing
    with_object = "needed" if _has_object(analysis, verb) else "none"
    for key in keys:
        known = words.verbs.get(key) or words.fitting.get((key, with_object))
        if known:
            return _from_entry(known, key, verb.i)
    for key in keys:
        for entry in words.light.get(key, ()):
            if entry.alone:
                row = event_type(entry.alone)
                return Event(entry.alone, key, verb.i, None, row.subject, row.genitive)
    state = words.adjectives.get(verb.lower) if analysis.children(verb.i, "aux", "cop") else None
    return _of_state(state, verb.lower, verb.i) if state else None


def _has_object(analysis: Analysis, verb: Token) -> bool:
    """Whether somebody or something undergoes it: an object, or the subject of a passive."""
    if analysis.children(verb.i, "xcomp"):
        return False
    return bool(analysis.children(verb.i, "obj")) or is_passive(analysis, verb.i)


def _verb_keys(analysis: Analysis, verb: Token) -> list[str]:
    """Lemma with its particle, fixed object or reflexive pronoun, then the bare lemma."""
    lemma = verb.lemma.lower()
    keys = []
    for child in analysis.children(verb.i):
        kind = relation(child)
        if child.deprel in {"compound:prt", "compound"} and child.i > verb.i:
            keys.append(f"{lemma} {child.lower}")
        elif (kind == "obj" or child.deprel == "nsubj:pass") and child.upos == "NOUN":
            keys.append(f"{lemma} {child.lemma.lower()}")
        elif kind in {"obl", "xcomp", "advmod"} and child.upos in {"NOUN", "ADJ", "ADV"}:
            before = " ".join(t.lower for t in case_words(analysis, child.i))
            keys.append(" ".join(filter(None, (lemma, before, child.lemma.lower()))))
        elif "Reflex" in child.feats or kind == "expl":
            keys.append(f"se {lemma}")
    both = [f"{a} {b.partition(' ')[2]}" for a in keys for b in keys if a != b]  # *set up a checkpoint*
    return [*both, *keys, lemma]


def _carried(analysis: Analysis, verb: Token, entry: LightEntry, words: Words) -> Event | None:
    for slot in _slots(analysis, verb, entry, words):
        noun = _event_noun(analysis, slot.i, words, _DEPTH)
        if noun is None:
            continue
        at, known = noun
        type_ = entry.alone if entry.alone and known.type == "military.operation" else known.type
        row = event_type(type_)
        if entry.slot == "xcomp":
            return _from_entry(known, analysis.tokens[at].lemma.lower(), at)
        subject = "" if entry.slot == "subj" else row.object if entry.passive else row.subject
        if slot.deprel == "nsubj:pass":
            subject = ""
        genitive = known.genitive or row.genitive
        return Event(type_, analysis.tokens[at].lemma.lower(), verb.i, at, subject, genitive, (slot.i,))
    return None


def _is_agent(analysis: Analysis, token: Token, words: Words) -> bool:
    before = case_words(analysis, token.i)
    hit = words.role_words.at(before, 0) if before else None
    return token.deprel == "obl:agent" or (hit is not None and hit[1] == "agent")


def misread_object(analysis: Analysis, verb: Token, words: Words) -> tuple[Token, ...]:
    """An object taken for an adjunct because its article looks like a preposition (*effectuer des …*)."""
    for child in analysis.children(verb.i, "obl"):
        if child.upos == "PROPN":
            continue  # a name has no partitive article
        before = case_words(analysis, child.i)
        hit = words.role_words.at(before, 0) if len(before) == 1 and before[0].i == verb.i + 1 else None
        if hit is not None and hit[1] == "of":
            return (child,)
    return ()


def _next_noun(analysis: Analysis, verb: Token) -> tuple[Token, ...]:
    """The noun right after a verb that the parser left without an object (articles and adjectives between)."""
    last = analysis.sentence_of(verb.i).last
    for token in analysis.tokens[verb.i + 1 : min(last, verb.i + 4)]:
        if token.upos == "NOUN":
            return (token,)
        if token.upos not in {"DET", "ADJ", "NUM"}:
            break
    return ()


def _slots(analysis: Analysis, verb: Token, entry: LightEntry, words: Words) -> tuple[Token, ...]:
    if entry.slot == "obj":
        found = analysis.children(verb.i, "obj")
        if not found and is_passive(analysis, verb.i):
            passive = analysis.children(verb.i, "nsubj:pass")
            above = (analysis.tokens[verb.head],) if relation(verb) == "acl" else ()
            found = passive or above
        return found or misread_object(analysis, verb, words) or _next_noun(analysis, verb)
    if entry.slot == "subj":
        above = (analysis.tokens[verb.head],) if relation(verb) == "acl" else ()
        if is_passive(analysis, verb.i):  # *the town was shaken by an earthquake*
            by = [t for t in analysis.children(verb.i, "obl") if _is_agent(analysis, t, words)]
            return tuple(by)
        own = tuple(antecedent(analysis, verb.i, t) for t in analysis.children(verb.i, "nsubj"))
        return own or above
    if entry.slot == "obl":
        clauses = tuple(
            child
            for child in analysis.children(verb.i, "advcl", "xcomp", "ccomp")
            if any(t.lower in entry.prepositions for t in analysis.children(child.i, "mark"))
        )
        return clauses + tuple(
            child
            for child in analysis.children(verb.i, "obl", "nmod", "iobj", "obj")
            if any(
                t.lower in entry.prepositions or t.lemma in entry.prepositions
                for t in case_words(analysis, child.i)
            )
        )
    if entry.slot == "xcomp":
        return analysis.children(verb.i, "xcomp", "ccomp")
    return ()


def _event_noun(analysis: Analysis, at: int, words: Words, depth: int) -> tuple[int, EventEntry] | None:
    """Return the noun that names an event, looking through carriers (*opération de*)."""
    token = analysis.tokens[at]
    if token.upos in {"VERB", "AUX"}:
        known = words.verbs.get(token.lemma.lower())
        return (at, known) if known else None
    phrase = _noun_phrase_entry(analysis, at, words)
    if phrase:
        return at, phrase
    lemma = token.lemma.lower()
    if words.keeps_number(token) and depth:  # *dozens of arrests*
        below = (_event_noun(analysis, t.i, words, depth - 1) for t in analysis.children(at, "nmod"))
        return next((found for found in below if found), None)
    carrier = next((e for e in words.light.get(lemma, ()) if e.slot == "noun"), None)
    if carrier is not None and depth:
        for child in analysis.children(at, "nmod", "compound", "amod", "conj", "acl"):
            found = _event_noun(analysis, child.i, words, depth - 1)
            if found and relation(child) != "conj":
                return found
        if carrier.alone:
            return at, EventEntry(id="", type=carrier.alone)
    known = words.nouns.get(lemma) or words.nouns.get(token.lower)
    return (at, known) if known else None


def _noun_phrase_entry(analysis: Analysis, at: int, words: Words) -> EventEntry | None:
    """Return the entry of a longer name that begins or ends at a noun (*prise d'otages*, *death toll*)."""
    sentence = analysis.sentence_of(at)
    tokens = analysis.tokens[sentence.first : sentence.last]
    n = at - sentence.first
    hit = words.noun_phrases.at(tokens, n) or words.noun_phrases.ending(tokens, n)
    return hit[1] if hit else None


def _of_word(analysis: Analysis, token: Token, words: Words) -> Event | None:
    lemma = token.lemma.lower()
    copular = bool(analysis.children(token.i, "cop", "aux"))
    known = words.adjectives.get(lemma) or words.adjectives.get(token.lower)
    if known and (copular or token.upos in {"ADJ", "VERB"} or lemma not in words.nouns):
        return _of_state(known, lemma, token.i)
    for light in words.light.get(lemma, ()):
        found = _carried(analysis, token, light, words) if light.slot == "subj" and copular else None
        if found:
            return found
    if copular and (progressive := _progressive(analysis, token, words)):
        return progressive
    noun = _event_noun(analysis, token.i, words, _DEPTH)
    if noun is None:
        verb = words.verbs.get(lemma)
        return _from_entry(verb, lemma, token.i) if verb and token.upos == "ADJ" else None
    at, entry = noun
    row = event_type(entry.type)
    genitive = entry.genitive or row.genitive
    subject = entry.subject or row.subject
    return Event(
        entry.type, analysis.tokens[at].lemma.lower(), token.i, at, subject if copular else "", genitive
    )


def _progressive(analysis: Analysis, token: Token, words: Words) -> Event | None:
    """A verb and its object taken for a compound after *be* (*are clearing mines*), where a fixed pair is known."""
    before = analysis.tokens[token.i - 1] if token.i else None
    if before is None or before.head != token.i or before.deprel != "compound":
        return None
    lemma = token.lemma.lower()
    for verb in (v for v in words.verbs if v.endswith(f" {lemma}")):
        if before.lower.startswith(verb.partition(" ")[0].rstrip("e")) and before.lower not in words.nouns:
            return _from_entry(words.verbs[verb], verb, token.i)
    return None


def _of_state(entry: EventEntry, lemma: str, head: int) -> Event:
    """An adjective says what its subject underwent (*ils sont morts*), or where it is (*present*)."""
    row = event_type(entry.type)
    undergone = row.object == "target" and row.family != "military"
    return Event(entry.type, lemma, head, None, entry.subject or (row.object if undergone else row.subject))


def _from_entry(entry: EventEntry, lemma: str, head: int) -> Event:
    row = event_type(entry.type)
    return Event(entry.type, lemma, head, None, entry.subject or row.subject, entry.genitive or row.genitive)


def _other(analysis: Analysis, token: Token, words: Words) -> Event:
    for key in (*_verb_keys(analysis, token), token.lower):
        if key in words.keys:
            name = words.keys[key]
            return Event(f"other.{name}", name, token.i, None, "agent", "theme")
    return Event("other", token.lemma.lower(), token.i, None, "agent", "theme")
