"""Lines of one claim for a terminal, in the markup of rich."""

from __future__ import annotations

from collections.abc import Iterator

from ouidire.model import Assertion
from ouidire.presentation import words
from ouidire.presentation.differences import DriftView
from ouidire.presentation.occurrences import OccurrenceView, Piece, chain_text
from ouidire.presentation.reasons import of_label
from ouidire.presentation.view import ClaimView

__all__ = ["claim_lines", "drift_text", "mark", "occurrence_lines", "paint"]

_STYLE = {
    "against": "red",
    "open": "blue",
    "rule": "magenta",
    "gap": "bright_black",
    "hedge": "yellow",
    "confirmed": "green",
    "attributed": "cyan",
    "flat": "bold",
}
_PARTS = {"claim": "bold", "source": "underline", "cue": "cyan", "marker": "yellow", "differs": "reverse"}


def mark(text: str) -> str:
    """Keep a text's brackets and control characters from speaking to the terminal."""
    plain = "".join(
        c if c.isprintable() or c == " " else "\N{SYMBOL FOR ESCAPE}" if c == "\x1b" else " " for c in text
    )
    return plain.replace("\\", "\\\\").replace("[", "\\[")


def paint(view: ClaimView) -> str:
    """Return the label of a claim in its colour."""
    return _painted(view.tone, view.label)


def claim_lines(view: ClaimView, ties: str) -> Iterator[str]:
    """Yield a claim of a thread: its words, who says so through whom, where it stands.

    Args:
        ties: What it contradicts or updates, in words.

    """
    why = f" ({', '.join(view.best.why)})" if view.best.why and view.best.tone == "hedge" else ""
    yield f"{view.number:>4} {paint(view)}{mark(why)} « {mark(view.best.context)} »{mark(_meant(view.best))}"
    own = [item for item in view.occurrences if item.echo is None]
    for item in own or view.occurrences[:1]:
        quote = "" if item is view.best else f": « {mark(item.context)} »{mark(_meant(item))}"
        label = "" if item.label == view.label else f" ({item.label})"
        yield f"     {item.when} {mark(chain_text(item.hops))}{quote}[dim]{label}[/dim]"
    if echoes := [item for item in view.occurrences if item.echo is not None]:
        outlets = ", ".join(sorted({item.article.outlet or "unnamed outlet" for item in echoes}))
        yield f"     [dim]+ {words.count(len(echoes), 'echo', 'echoes')}: {mark(outlets)}[/dim]"
    sentences = {(item.article.id, item.assertion.sentence) for item in own}
    for speech in view.speech:
        if (speech.item.article.id, speech.item.assertion.sentence) not in sentences:
            when = f"{speech.when} " if speech.when else ""
            yield f"     [dim]said how: {when}« {mark(speech.item.context)} »[/dim]"
    more = f" ({words.origins(view.claim)})" if view.claim.origins.hi > 1 else ""
    standing = f"     origins {mark(view.origins)}{more}, {mark(view.status)}"
    yield standing + (f"; {ties}" if ties else "") + f" [dim]{view.claim.id[:10]}[/dim]"


def occurrence_lines(item: OccurrenceView) -> Iterator[str]:
    """Yield an occurrence in full: day, chain, label, then its sentence with the words marked."""
    echo = " [dim]echo[/dim]" if item.echo else ""
    echo += f" [dim]{item.standing}[/dim]" if item.standing else ""
    chain = mark(chain_text(item.hops))
    yield f"   {item.when} {chain} [dim]({mark(item.where)})[/dim]{echo}"
    yield f"      « {_pieces(item.sentence)} »{mark(_meant(item))}"
    yield f"      [dim]{mark(of_label(item.assertion, item.article.text).says)}[/dim]"
    for says in _facts(item.assertion, item.article.text):
        yield f"      [dim]{mark(says)}[/dim]"


def drift_text(drift: DriftView) -> Iterator[str]:
    """Yield what differs, and both wordings with the words that differ reversed."""
    yield f"   [yellow]differs:[/yellow] {mark('; '.join(drift.says))}"
    for name, item, pieces in (("from", drift.before, drift.left), ("to", drift.after, drift.right)):
        yield f"      {name:4} « {_pieces(pieces)} » [dim]{item.label}; {mark(item.where)}[/dim]"


def _painted(tone: str, label: str) -> str:
    return f"[{_STYLE[tone]}]{label.upper()}[/{_STYLE[tone]}]"


def _pieces(pieces: tuple[Piece, ...]) -> str:
    return "".join(
        f"[{_PARTS[p.part]}]{mark(p.words)}[/{_PARTS[p.part]}]" if p.part else mark(p.words) for p in pieces
    ).strip()


def _meant(item: OccurrenceView) -> str:
    return f" = « {item.takes_up} »" if item.takes_up else ""


def _facts(assertion: Assertion, text: str) -> Iterator[str]:
    """Yield when, where, how many, with what, and whom pronouns mean, in the words of the text."""
    said = assertion.proposition
    found = []
    if said.time:
        found.append(f"when: {said.time.span.of(text)} = {said.time.value}")
    if said.place:
        found.append(f"where: {said.place.span.of(text)}")
    if said.quantity:
        found.append(f"how many: {said.quantity.span.of(text)}")
    if said.equipment:
        found.append(f"with: {', '.join(e.span.of(text) for e in said.equipment)}")
    if found:
        yield "; ".join(found)
    for role in said.roles:
        if role.antecedent:
            yield f"« {role.span.of(text)} » stands for « {role.antecedent.of(text)} »"
