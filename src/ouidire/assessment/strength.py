"""How strong a label is, for comparing two tellings of one claim, never for calling one true."""

from __future__ import annotations

from ouidire.model import Act, Label

__all__ = ["ACT_RANK", "CONFIRMING", "HEDGED", "RANK", "counts_as_support"]

# LANGUAGE.md section 5; labels not named are not compared.
RANK = {
    Label.HYPOTHETICAL: 0,
    Label.POSSIBLE: 1,
    Label.DOUBTED: 1,
    Label.UNVERIFIED: 1,
    Label.HEDGED_REPORTED: 2,
    Label.NON_ASSERTED: 2,
    Label.PROBABLE: 3,
    Label.EXPECTED: 3,
    Label.ATTRIBUTED: 4,
    Label.CONFIRMED: 5,
    Label.ASSERTED: 6,
    Label.PRESUPPOSED: 6,
}
HEDGED = frozenset(label for label, rank in RANK.items() if rank <= 2)

CONFIRMING = frozenset(
    {Act.CONFIRM, Act.ANNOUNCE, Act.CORROBORATE, Act.CLAIM_RESPONSIBILITY, Act.ADMIT, Act.VERIFY}
)

# How much a speaker stakes on what is said; acts not named stand with `say`.
ACT_RANK = {
    Act.HINT: 0,
    Act.HEARSAY: 0,
    Act.SUSPECT: 0,
    Act.FEAR: 0,
    Act.HOPE: 0,
    Act.DOUBT: 0,
    Act.THINK: 1,
    Act.ESTIMATE: 1,
    Act.ASSESS: 1,
    Act.CLAIM: 1,
    Act.MENTION: 1,
    Act.ANNOUNCE: 3,
    Act.DISCLOSE: 3,
    Act.CORROBORATE: 4,
    Act.CONFIRM: 5,
    Act.VERIFY: 5,
    Act.ADMIT: 6,
    Act.CLAIM_RESPONSIBILITY: 6,
}
SAY_RANK = 2

# Tellings that say of the claim neither that it is so nor that somebody holds it to be so.
_NO_SUPPORT = frozenset(
    {
        Label.RETRACTED,
        Label.HYPOTHETICAL,
        Label.QUESTION,
        Label.UNDISCLOSED,
        Label.DENIED,
        Label.UNVERIFIED,
        Label.DOUBTED,
        Label.POSSIBLE,
    }
)


def counts_as_support(label: Label | None) -> bool:
    """Whether a telling with this label supports its claim at all."""
    return label not in _NO_SUPPORT
