"""The words people read for labels, statuses and kinds. One place, so that a page and a terminal agree.

Tables are in English here and are looked up in the language that is read (`messages`).
"""

from __future__ import annotations

from ouidire.model import (
    Claim,
    Contest,
    CopyKind,
    Label,
    PassageRole,
    Relation,
    SourceKind,
    Status,
    Support,
    VersionState,
)
from ouidire.presentation.messages import Spoken, plural, say

__all__ = [
    "CONTEST",
    "COPY",
    "DIMENSION",
    "LABEL",
    "LABEL_MEANS",
    "LABEL_TONE",
    "PASSAGE",
    "RELATION",
    "SUPPORT",
    "VERSION",
    "contest",
    "count",
    "dimension",
    "kind_word",
    "origins",
    "status",
    "support",
]

LABEL: Spoken[Label] = Spoken(
    {
        Label.RETRACTED: "withdrawn",
        Label.HYPOTHETICAL: "hypothetical",
        Label.QUESTION: "asked",
        Label.NORMATIVE: "a rule",
        Label.UNDISCLOSED: "not disclosed",
        Label.DENIED: "denied",
        Label.UNVERIFIED: "unverified",
        Label.HEDGED_REPORTED: "hearsay",
        Label.NON_ASSERTED: "not asserted",
        Label.DOUBTED: "doubted",
        Label.PROBABLE: "probable",
        Label.POSSIBLE: "possible",
        Label.EXPECTED: "expected",
        Label.CONFIRMED: "confirmed by a source",
        Label.ATTRIBUTED: "attributed",
        Label.PRESUPPOSED: "taken for granted",
        Label.ASSERTED: "stated by the outlet",
    }
)

LABEL_MEANS: Spoken[Label] = Spoken(
    {
        Label.RETRACTED: "taken back by who said or published it",
        Label.HYPOTHETICAL: "a condition, or what would follow from one",
        Label.QUESTION: "a question",
        Label.NORMATIVE: "says what is to be, not what was",
        Label.UNDISCLOSED: "the text says that this is not made known",
        Label.DENIED: "a source says it is not so",
        Label.UNVERIFIED: "the text says that it could not be checked",
        Label.HEDGED_REPORTED: "passed on without vouching for it",
        Label.NON_ASSERTED: "in a conditional, or under words that leave open whether it is so",
        Label.DOUBTED: "somebody doubts it",
        Label.PROBABLE: "said to be likely",
        Label.POSSIBLE: "said to be possible",
        Label.EXPECTED: "said of what is to come",
        Label.CONFIRMED: "a source confirms it; which one, its chain says",
        Label.ATTRIBUTED: "a source says so, without a hedge",
        Label.PRESUPPOSED: "the sentence presumes it",
        Label.ASSERTED: "in the outlet's own voice, without a source",
    }
)

LABEL_TONE: dict[Label, str] = {
    Label.RETRACTED: "against",
    Label.DENIED: "against",
    Label.DOUBTED: "against",
    Label.HYPOTHETICAL: "open",
    Label.QUESTION: "open",
    Label.NORMATIVE: "rule",
    Label.UNDISCLOSED: "gap",
    Label.UNVERIFIED: "hedge",
    Label.HEDGED_REPORTED: "hedge",
    Label.NON_ASSERTED: "hedge",
    Label.PROBABLE: "hedge",
    Label.POSSIBLE: "hedge",
    Label.EXPECTED: "hedge",
    Label.CONFIRMED: "confirmed",
    Label.ATTRIBUTED: "attributed",
    Label.PRESUPPOSED: "flat",
    Label.ASSERTED: "flat",
}

SUPPORT: Spoken[Support] = Spoken(
    {
        Support.NONE: "nobody says so",
        Support.VAGUE: "only unnamed or implicit sources",
        Support.ATTRIBUTED: "an identifiable source says so",
        Support.CONFIRMED_BY_PARTY: "confirmed by a party to the events",
        Support.CORROBORATED: "corroborated by separate origins",
        Support.ADMITTED: "admitted against interest",
        Support.CONFIRMED_ACROSS_SIDES: "confirmed across sides",
    }
)

VERSION: Spoken[VersionState] = Spoken(
    {
        VersionState.CURRENT: "",
        VersionState.REPLACED: "earlier version of the page",
        VersionState.REMOVED: "no longer in the newer version of the page",
        VersionState.WITHDRAWN: "page withdrawn by its publisher",
    }
)

CONTEST: Spoken[Contest] = Spoken(
    {
        Contest.NONE: "",
        Contest.DISPUTED: "disputed",
        Contest.DENIED_BY_ACCUSED: "denied by the side accused",
        Contest.SUPERSEDED: "overtaken by a later figure",
        Contest.RETRACTED: "withdrawn",
    }
)

PASSAGE: Spoken[PassageRole] = Spoken(
    {
        PassageRole.HEADLINE: "headline",
        PassageRole.TAKEAWAY: "key point",
        PassageRole.LEDE: "opening",
        PassageRole.BODY: "body",
        PassageRole.SUBHEAD: "subheading",
        PassageRole.CAPTION: "caption",
        PassageRole.BOILERPLATE: "boilerplate",
    }
)

RELATION: Spoken[Relation] = Spoken(
    {
        Relation.SAME: "the same as",
        Relation.ENTAILS: "implies",
        Relation.ENTAILED_BY: "follows from",
        Relation.CONTRADICTS: "contradicts",
        Relation.UPDATES: "updates",
        Relation.UPDATED_BY: "updated by",
        Relation.FILLS_GAP: "fills the gap of",
        Relation.RELATED: "related to",
        Relation.UNRELATED: "unrelated to",
    }
)

DIMENSION: Spoken[str] = Spoken(
    {
        "hedge_dropped": "the hedge is gone",
        "source_dropped": "the source is gone",
        "chain_shortened": "the chain of sources is shorter",
        "act_upgraded": "the speech act is stronger",
        "authority_swapped": "another authority is named",
        "number_sharpened": "the number is sharper",
        "number_altered": "the number differs",
        "bound_dropped": "the bound of the number is gone",
        "modality_upgraded": "possible became so",
        "time_dropped": "the date is gone",
        "scope_broadened": "the scope is broader",
        "detail_changed": "a detail differs",
        "presupposition_upgrade": "what was reported is taken for granted",
        "loaded_term": "one side's word is adopted",
    }
)

_REVERSED: Spoken[str] = Spoken(
    {
        "hedge_dropped": "a hedge is added",
        "source_dropped": "a source is added",
        "chain_shortened": "the chain of sources is longer",
        "act_upgraded": "the speech act is weaker",
        "number_sharpened": "the number is vaguer",
        "bound_dropped": "a bound is added to the number",
        "modality_upgraded": "so became possible",
        "time_dropped": "a date is added",
        "scope_broadened": "the scope is narrower",
        "presupposition_upgrade": "what was taken for granted is reported",
    }
)

_KIND: Spoken[SourceKind] = Spoken(
    {
        SourceKind.MEDIA_COLLECTIVE: "unnamed media",
        SourceKind.EXPERT_COLLECTIVE: "unnamed experts",
        SourceKind.ROLE_COLLECTIVE: "unnamed group",
        SourceKind.EYEWITNESS: "eyewitness",
        SourceKind.SOCIAL_MEDIA: "social media",
        SourceKind.ANONYMOUS: "anonymous",
        SourceKind.UNSPECIFIED_REPORTS: "unspecified reports",
        SourceKind.WIRE_AGENCY: "agency",
        SourceKind.MEDIA_OUTLET: "outlet",
        SourceKind.DOCUMENT: "document",
        SourceKind.DOCUMENT_TREATY: "treaty",
    }
)


COPY: Spoken[CopyKind] = Spoken(
    {
        CopyKind.VERBATIM: "verbatim",
        CopyKind.PARAPHRASE: "paraphrase",
        CopyKind.TRANSLATED: "translated",
    }
)


def kind_word(kind: SourceKind) -> str:
    """Return what to add in brackets after a source's words; empty where they speak for themselves."""
    return _KIND.get(kind, "")


def support(value: Support) -> str:
    """Return the sentence part for a step of the support scale."""
    return SUPPORT[value]


def contest(value: Contest) -> str:
    """Return the sentence part for a state of the contest axis; empty for none."""
    return CONTEST[value]


def dimension(name: str, *, weaker: bool = False) -> str:
    """Return in words what a drift changed; `weaker` gives the reverse of the dimension's name."""
    if weaker and name in _REVERSED:
        return _REVERSED[name]
    return DIMENSION.get(name, name.replace("_", " "))


def count(n: int, noun: str, many: str = "") -> str:
    """Return a number with its noun, in the plural where that is due."""
    return plural(f"%(n)s {noun}", f"%(n)s {many or noun + 's'}", n)


def status(value: Status, *, own_voice: bool = False) -> str:
    """Return both axes in words.

    Args:
        own_voice: Whether outlets alone say it, without a source.

    """
    said = SUPPORT[value.support]
    if own_voice and value.support is Support.VAGUE:
        said = say("no source is given")
    against = CONTEST[value.contest]
    return say("%(said)s; %(against)s", said=said, against=against) if against else said


def origins(claim: Claim) -> str:
    """Return how many independent origins, on how many sides, and what was not counted."""
    lo, hi = claim.origins.lo, claim.origins.hi
    if lo != hi:
        said = say("%(lo)s to %(hi)s independent origins", lo=lo, hi=hi)
    else:
        said = count(lo, "independent origin")
    if claim.sides:
        said += " " + say("on %(sides)s", sides=count(claim.sides, "side"))
    elif hi > 1:
        said += " " + say("whose sides are not known")
    echoes = sum(1 for o in claim.assertions if o.echo_of)
    return said + (
        ", " + say("%(echoes)s not counted", echoes=count(echoes, "echo", "echoes")) if echoes else ""
    )
