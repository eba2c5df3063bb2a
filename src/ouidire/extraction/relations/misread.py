"""Complements that the parser hung elsewhere than on their cue."""

from __future__ import annotations

from ouidire.extraction.relations.contents import Found, after
from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.tree import is_finite
from ouidire.extraction.relations.verbs import Match, children
from ouidire.languages import Analysis

__all__ = ["astray"]


def astray(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return a complement clause that the parser made a relative of the noun right before it.

    As in *she said in an interview with X that p*; it counts where the verb has no other content.
    """
    verb = analysis.tokens[match.head]
    if "clause" not in match.entry.takes or verb.deprel.startswith("acl") or not is_finite(analysis, verb):
        return None
    for child in children(analysis, match, "obl", "iobj", "obl:arg", "obl:mod"):
        for i in analysis.subtree(child.i) if child.i > cue[-1] else ():
            token = analysis.tokens[i]
            first = analysis.tokens[min(analysis.subtree(i))]
            if token.deprel == "acl:relcl" and cues.has("conjunction", first) and is_finite(analysis, token):
                return Found(after(analysis, i, cue), "clausal")
    return None
