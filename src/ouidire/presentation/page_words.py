"""The words that pages alone need: of what people decide, of lists to choose from, of what was added."""

from __future__ import annotations

from ouidire.model import Contest, Reliability, SourceKind, Support
from ouidire.presentation.messages import Spoken

__all__ = ["HOW", "OUTCOME", "QUESTION", "RELIABILITY", "SOURCE_KIND", "STATUS", "SUBJECT", "VERDICT"]

VERDICT: Spoken[str] = Spoken(
    {
        "SAME": "says the same as",
        "ENTAILS": "implies",
        "ENTAILED_BY": "follows from",
        "CONTRADICTS": "contradicts",
        "UPDATES": "is overtaken by",
        "UPDATED_BY": "overtakes",
        "FILLS_GAP": "leaves open what is given by",
        "RELATED": "is related to, but not the same as",
        "UNRELATED": "has nothing to do with",
        "NOT_A_COPY": "is no copy of",
        "SAME_ORIGIN": "is one origin with",
    }
)
"""What a person may rule of a pair, between the words for the one and the other."""

RELIABILITY: Spoken[Reliability] = Spoken(
    {
        Reliability.A: "completely reliable",
        Reliability.B: "usually reliable",
        Reliability.C: "fairly reliable",
        Reliability.D: "not usually reliable",
        Reliability.E: "unreliable",
        Reliability.F: "cannot be judged",
    }
)
"""The Admiralty scale (NATO AJP-2.1), typed by a person."""

SOURCE_KIND: Spoken[str] = Spoken({kind.value: kind.value.replace("_", " ") for kind in SourceKind})

STATUS: Spoken[Support | Contest] = Spoken(
    {value: value.value.replace("_", " ") for value in (*Support, *list(Contest)[1:])}
)
"""Steps of both axes in a word or two, for lists to choose from."""

HOW: Spoken[str] = Spoken(
    {
        "said": "Said",
        "confirmed": "Confirmed",
        "denied": "Denied",
        "retracted": "Withdrew",
        "declined": "Would not say",
        "relayed": "Passed on for others",
    }
)
"""What a source does with words, in the order shown."""

SUBJECT: Spoken[str] = Spoken(
    {"label": "label", "link": "link", "origins": "origins", "echo": "echo", "status": "status"}
)
"""What a reason is the reason of."""

QUESTION: Spoken[str] = Spoken(
    {
        "link": "Are these the same claim?",
        "reference": "What do these words stand for?",
        "outlet": "Whose is this outlet?",
        "judgement": "A judgement has lost its words",
    }
)

OUTCOME: Spoken[str] = Spoken(
    {"ok": "read", "partial": "read in part", "failed": "could not be read", "refused": "refused"}
)
