"""The lexicon's entries for cues and sources, and one index of them per language pack."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Any, Protocol, TypeVar

from ouidire.languages import LanguagePack, Token
from ouidire.lexicon import load_entries
from ouidire.model import Act, SourceKind

__all__ = [
    "AdverbEntry",
    "Cues",
    "FrameEntry",
    "GrammarEntry",
    "NounEntry",
    "SourceEntry",
    "VerbEntry",
    "cues_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbEntry:
    """A cue verb, adjective or verbal expression.

    Attributes:
        lemmas: Lemmas that behave alike; an expression is written with blanks (*faire état*).
        takes: Of ``clause``, ``infinitive``, ``object``, ``predicate`` (object and what is said of
            it), ``named`` (object and what it is likened to), ``quote``, ``accused`` (object and what it is accused of), ``raising`` (subject and
            infinitive), ``progressive`` (a gerund), ``stimulus`` (its subject is content, its object the
            source: *the figure left residents sceptical*).
        prepositions: Lemmas of prepositions whose phrase is content.
        addressee: Whether the direct object (passive subject) is the one spoken to.
        experiencer: Whether the subject of the passive is the source (*is convinced that*).
        claims: Whether its object must be a cue noun (*withdrew his statement*, not *his troops*).
        objects: Lemmas its object must be one of (*écarter l'hypothèse*); any where empty.
        not_objects: Lemmas of objects that make it another verb (*deny bail*, *rejeter une motion*).
        origin: Prepositions whose phrase is the source (*apprendre de*).
        kinds: Kinds of source it is a cue with; any where empty.
        document_act: The act where the source is a document.
        speaker: Whether only persons, bodies and states count as subject.
        negated: Factuality for the source where the cue is negated (FactBank).
        source: Factuality the source gives the content.
        voice: ``any``, ``active`` (*condemned* in the passive is a sentence) or ``passive``.
        reflexive: Whether it must be reflexive (*se féliciter*).
        scene: Whether a passive takes in where p holds (*deaths were reported in two villages*).
        not_prepositions: Prepositions after it that make it another verb (*répondre de ses actes*).
        things: Whether its object must be no person (*condamner une attaque*, not *un prévenu*).
        phrases: Words of which some must follow in its clause (*greet p with scepticism*).
    """

    id: str
    lemmas: tuple[str, ...]
    act: Act
    takes: tuple[str, ...] = ()
    reflexive: bool = False
    phrases: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    addressee: bool = False
    experiencer: bool = False
    claims: bool = False
    objects: tuple[str, ...] = ()
    not_objects: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    kinds: tuple[SourceKind, ...] = ()
    document_act: Act | None = None
    speaker: bool = False
    voice: str = "any"
    author: int = 0
    source: str = "CT+"
    negated: str = "Uu"
    presupposes: bool = False
    scene: bool = False
    not_prepositions: tuple[str, ...] = ()
    things: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NounEntry:
    """A cue noun: *claim that p*, *confirmation de p par X*, *rumeurs selon lesquelles p*.

    Attributes:
        takes: Of ``clause``, ``infinitive``.
        prepositions: Lemmas of prepositions whose phrase is content.
        bare: Whether a content phrase alone, without source or determiner, makes it a cue.
        stands: Whether the noun alone stands for what was said (*a fait une promesse*, not *a fait un discours*).
        author_of: Prepositions whose phrase names who speaks (*la réponse de X*), where that is somebody.
    """

    id: str
    lemmas: tuple[str, ...]
    act: Act
    takes: tuple[str, ...] = ("clause",)
    prepositions: tuple[str, ...] = ()
    bare: bool = True
    stands: bool = False
    author_of: tuple[str, ...] = ()
    author: int = 0
    source: str = "CT+"
    presupposes: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameEntry:
    """A prepositional frame: words before a source, content around both.

    Attributes:
        forms: The words as written, in lower case.
        not_before: Words after the frame that make it something else (*selon que*).
        speaker: Whether the source must be a person, body, state or document.
        heads: Lemmas the source's head must be one of; any where empty.
        not_heads: Lemmas the source's head must not be (*pour la ville* is mostly a place's benefit).
        initial: Whether it counts only at the start of a clause and with a comma after the source.
        within: Whether its last word is the source's head (*de source policière*).
    """

    id: str
    forms: tuple[str, ...]
    act: Act
    document_act: Act | None = None
    not_before: tuple[str, ...] = ()
    kinds: tuple[SourceKind, ...] = ()
    heads: tuple[str, ...] = ()
    not_heads: tuple[str, ...] = ()
    speaker: bool = False
    initial: bool = False
    within: bool = False
    author: int = 0
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AdverbEntry:
    """A word or phrase of hearsay without a source: *reportedly*, *prétendument*, *il semblerait que*.

    Attributes:
        after: Whether the content is only what follows.
    """

    id: str
    forms: tuple[str, ...]
    act: Act = Act.HEARSAY
    author: int = -1
    after: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """What a source's head noun says about who speaks.

    Attributes:
        anonymity: Grade of an indefinite singular.
        definite: Grade of a definite singular (unique office); as `anonymity` where absent.
        plural: Kind of a plural; as `kind` where absent.
        plural_anonymity: Grade of a plural; 3 where absent.
        names: Words that, inside a proper name, tell the same kind (*Times*, *Agence*).
    """

    id: str
    lemmas: tuple[str, ...] = ()
    kind: SourceKind
    anonymity: int = 2
    definite: int | None = None
    plural: SourceKind | None = None
    plural_anonymity: int = 3
    names: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GrammarEntry:
    """A closed class of a language's grammar, by role.

    Attributes:
        role: ``negation``, ``control`` (verbs a cue may stand under), ``decline`` (refusal),
            ``modal``, ``citing`` (verbs that pass on), ``complementiser``, ``agent`` (preposition),
            ``addressee`` (preposition), ``light`` (verbs that carry a cue noun), ``demonstrative``,
            ``plural_pronoun``, ``pronoun``, ``indefinite``, ``relative``, ``nobody``, ``antifactive``, ``contrary``, ``per``, ``anonymity``,
            ``edition``, ``earlier``, ``conjunction`` (opens a complement clause), ``resting`` (verbs that
            say what a source rests on), ``press`` (who passes on what it is told), ``hardly_any`` (*few*),
            ``some`` (determiners that make of it a number: *a few*), ``time`` (nouns that say when, not what).
    """

    id: str
    role: str
    lemmas: tuple[str, ...]
    examples: tuple[str, ...] = ()


class _Worded(Protocol):
    @property
    def lemmas(self) -> tuple[str, ...]: ...


W = TypeVar("W", bound=_Worded)
T = TypeVar("T")


def _by_head(entries: Iterable[W]) -> dict[str, tuple[tuple[tuple[str, ...], W], ...]]:
    """Index entries by the first word of each lemma, longest expressions first, reflexive verbs before others."""
    found: dict[str, list[tuple[tuple[str, ...], W]]] = {}
    for entry in entries:
        for lemma in entry.lemmas:
            words = tuple(lemma.split())
            found.setdefault(words[0], []).append((words, entry))
    return {head: tuple(sorted(rows, key=_first)) for head, rows in found.items()}


def _first(row: tuple[tuple[str, ...], Any]) -> tuple[int, bool]:
    """Order entries of one word: the longest expression, then what must be reflexive."""
    return -len(row[0]), not getattr(row[1], "reflexive", False)


@dataclass(frozen=True, slots=True)
class Cues:
    """Everything a pack knows about cues, indexed."""

    verbs: dict[str, tuple[tuple[tuple[str, ...], VerbEntry], ...]]
    adjectives: dict[str, tuple[tuple[tuple[str, ...], VerbEntry], ...]]
    nouns: dict[str, tuple[tuple[tuple[str, ...], NounEntry], ...]]
    frames: tuple[FrameEntry, ...]
    adverbs: tuple[AdverbEntry, ...]
    sources: dict[str, SourceEntry]
    names: dict[str, SourceEntry]
    grammar: dict[str, frozenset[str]]

    def source(self, token: Token) -> SourceEntry | None:
        """Return what the lexicon knows of a noun for speakers; a compound's part tells where it does not."""
        for word in (token.lemma.lower(), token.lower, *_parts(token)):
            if word in self.sources:
                return self.sources[word]
        return None

    def has(self, role: str, token: Token) -> bool:
        """Whether a token's lemma or form belongs to a closed class of grammar."""
        words = self.grammar.get(role, frozenset())
        return token.lemma.lower() in words or token.lower in words


def _parts(token: Token) -> tuple[str, ...]:
    """Return the parts of a compound noun, the last first (*ex-ministre*)."""
    if token.upos == "PROPN" or "-" not in token.lemma:
        return ()
    return tuple(reversed(token.lemma.lower().split("-")))


def _load(folder: Traversable, name: str, as_: type[T]) -> tuple[T, ...]:
    return load_entries(folder / "lexicon" / name, as_)


def cues_of(pack: LanguagePack) -> Cues:
    """Read a pack's lexicons of cues and sources (empty where it has none: the stage abstains)."""
    return _read(pack)


@lru_cache(maxsize=None)
def _read(pack: Any) -> Cues:
    folder = pack.resources
    sources = _load(folder, "source_nouns.toml", SourceEntry)
    grammar: dict[str, frozenset[str]] = {}
    for row in _load(folder, "cue_grammar.toml", GrammarEntry):
        grammar[row.role] = grammar.get(row.role, frozenset()) | frozenset(row.lemmas)
    return Cues(
        verbs=_by_head(_load(folder, "cue_verbs.toml", VerbEntry)),
        adjectives=_by_head(_load(folder, "cue_adjectives.toml", VerbEntry)),
        nouns=_by_head(_load(folder, "cue_nouns.toml", NounEntry)),
        frames=_load(folder, "frames.toml", FrameEntry),
        adverbs=_load(folder, "cue_adverbs.toml", AdverbEntry),
        sources={lemma: row for row in sources for lemma in row.lemmas},
        names={word: row for row in sources for word in row.names},
        grammar=grammar,
    )
