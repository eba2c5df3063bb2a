"""Which pairs that are merely related are worth a reader's click.

Within one course of events nearly everything is related to everything. A link is kept where both
sides tell of one kind of event and of one thing or person, in stories set in one place: then a
person may wish to say whether they are one. Only what is left out here is lost: nothing that is
the same, narrower, contrary or newer.
"""

from __future__ import annotations

from collections.abc import Iterator

from ouidire.linking.events import changes_state, is_speech, type_fit
from ouidire.linking.fit import Fit
from ouidire.linking.located import Located
from ouidire.linking.names import STEM, names_in
from ouidire.linking.referents import line_of
from ouidire.linking.setting import is_narrow, one_story
from ouidire.linking.words import head_class
from ouidire.model import Link, Relation

__all__ = ["is_worth"]

# Respects in doubt beyond which two tellings merely stand in one story.
MOST_DOUBTS = 2


def is_worth(a: Located, b: Located, made: Link) -> bool:
    """Whether a link tells a reader something; all but RELATED do."""
    if made.relation is not Relation.RELATED:
        return made.relation is not Relation.UNRELATED
    if is_speech(a) or is_speech(b):
        return is_speech(a) == is_speech(b) and 10 not in made.rows
    if made.rows == (4,):
        return True
    one, other = a.assertion.proposition, b.assertion.proposition
    if not (set(_things(a)) & set(_things(b))):
        return False
    if type_fit(one.type, other.type) is Fit.DISJOINT:
        return changes_state(one.type, other.type)
    unnamed = one.type == "other" and a.language != b.language
    if one.family == "other" and (one.predicate != other.predicate or unnamed):
        return False
    return _near(a, b) and _doubts(made) <= MOST_DOUBTS


def _near(a: Located, b: Located) -> bool:
    """Whether both stand in one course of events."""
    if a.article.id == b.article.id or one_story(a.setting, b.setting):
        return True
    places = (a.assertion.proposition.place, b.assertion.proposition.place)
    one, other = (place.referent if place is not None else None for place in places)
    return one is not None and one == other and is_narrow(line_of(one)[0])


def _doubts(made: Link) -> int:
    """How many respects the table could not tell, as its own sentence lists them."""
    return made.why.count(",") + 1 if made.rows == (10,) else 1


def _things(item: Located) -> Iterator[str]:
    """Who and what takes part, and where: by identifier, else by name, else by class of noun."""
    proposition = item.assertion.proposition
    if proposition.place is not None and proposition.place.referent is not None:
        yield line_of(proposition.place.referent)[0]
    for role in proposition.roles:
        names = names_in(item.words(role.span))
        if role.referent is not None:
            yield line_of(role.referent)[0]
        elif names:
            yield from (f"name:{name[:STEM]}" for name in names)
        elif role.head:
            yield f"class:{head_class(role.head, item.language)}"
