"""The dossier in a terminal: threads first, the rest one line each, and how to see what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ouidire.model import Dossier, IssueLevel, Relation
from ouidire.presentation import words
from ouidire.presentation.claim_text import claim_lines, drift_text, mark, occurrence_lines, paint
from ouidire.presentation.occurrences import chain_text
from ouidire.presentation.overview import Look, survey
from ouidire.presentation.threads import Sheet, Thread, lay_out
from ouidire.presentation.view import ClaimView

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["LIMIT", "render", "render_claim"]

LIMIT = 24
"""Claims that are printed in full unless another limit is asked for."""
_IN_THREAD = 6
_LINES = 24
_NAMED = 8
_NOTEWORTHY = (Relation.CONTRADICTS, Relation.UPDATES, Relation.FILLS_GAP)


def render(dossier: Dossier, console: Console, *, limit: int = LIMIT, every: bool = False) -> None:
    """Print a dossier: what it holds, its threads, then one line for each claim told once.

    Args:
        limit: How many claims to print with the words they rest on, and as many again on one line each; 0 for all.
        every: Print the statements about who spoke (*X confirmed …*) too.

    """
    from rich.rule import Rule

    sheet = lay_out(dossier)
    console.print(Rule(mark(dossier.title)))
    for line in _opening(sheet):
        _put(console, line)
    left = _threads(sheet, console, limit)
    left += _single(sheet.single, console, limit)
    if every and sheet.speech:
        console.print("\n[bold]Who spoke[/bold]")
        for view in sheet.speech:
            _put(console, _one_line(view))
    for line in _rest(sheet, left, every=every):
        _put(console, line)


def render_claim(view: ClaimView, console: Console) -> None:
    """Print one claim with everything it rests on: sentences, statements, steps, differences, ties, reasons."""
    for line in _whole(view):
        _put(console, line)


def _put(console: Console, line: str) -> None:
    """Print a line of markup; where it is too long for a terminal it goes on under its own beginning."""
    from rich.padding import Padding
    from rich.text import Text

    words_ = line.lstrip(" ")
    indent = len(line) - len(words_)
    if console.soft_wrap or not words_:
        console.print(line, highlight=False)
    else:
        console.print(Padding(Text.from_markup(words_), (0, 0, 0, indent), expand=False), highlight=False)


def _opening(sheet: Sheet) -> Iterator[str]:
    found = survey(sheet)
    yield from (f"  {mark(fact)}" for fact in found.facts)
    labels = ", ".join(f"{n} {words.LABEL[label]}" for label, n in found.labels)
    if labels:
        yield f"  [dim]said as:[/dim] {mark(labels)}"
    yield from (_look(look) for look in found.first)
    yield from (f"  [dim]copied:[/dim] {mark(line)}" for line in found.copies)


def _look(look: Look) -> str:
    numbers = list(dict.fromkeys(str(view.number) for view, _ in look.claims))
    more = f" … and {len(numbers) - _NAMED} more" if len(numbers) > _NAMED else ""
    return f"  [dim]{mark(look.says.lower())}:[/dim] {', '.join(numbers[:_NAMED])}{more}"


def _threads(sheet: Sheet, console: Console, limit: int) -> int:
    """Print threads until `limit` claims are printed; return how many claims of threads are not."""
    printed = folded = 0
    for thread in sheet.major:
        if limit and printed >= limit:
            folded += len(thread.claims)
            continue
        shown = _chosen(thread, min(_IN_THREAD, limit - printed) if limit else 0)
        console.print(f"\n[bold underline]{mark(thread.lead.best.context)}[/bold underline]", highlight=False)
        console.print(f"[dim]{mark(thread.extent)}[/dim]", highlight=False)
        for view in shown:
            for line in claim_lines(view, _ties(view, sheet)):
                _put(console, line)
        for drift in thread.drifts:
            for line in drift_text(drift):
                _put(console, line)
        if rest := [v for v in thread.claims if v not in shown]:
            numbers = ", ".join(str(v.number) for v in rest)
            console.print(
                f"   [dim]+ {words.count(len(rest), 'more claim')}: {numbers}[/dim]", highlight=False
            )
        printed += len(shown)
        folded += len(rest)
    return folded


def _chosen(thread: Thread, limit: int) -> Sequence[ClaimView]:
    """Return the claims of a thread that are printed in full, in its order: the most telling where not all fit."""
    if not limit or len(thread.claims) <= limit:
        return thread.claims
    ranked = sorted(thread.claims, key=lambda v: (v is not thread.lead, -_telling(v), v.number))
    return sorted(ranked[:limit], key=lambda v: v.number)


def _telling(view: ClaimView) -> int:
    return 3 * view.contested + 2 * view.supported + 2 * bool(view.drifts) + len(view.outlets)


def _ties(view: ClaimView, sheet: Sheet) -> str:
    said = {words.RELATION[relation] for relation in _NOTEWORTHY}
    return "; ".join(f"{says} {_list(numbers)}" for says, numbers in sheet.tied(view) if says in said)


def _list(numbers: Iterable[int]) -> str:
    return ", ".join(str(number) for number in numbers)


def _single(views: Sequence[ClaimView], console: Console, limit: int) -> int:
    shown = views[: limit or None]
    if shown:
        console.print(f"\n[bold]Told once[/bold] [dim]({words.count(len(views), 'claim')})[/dim]")
    for view in shown:
        _put(console, _one_line(view))
    return len(views) - len(shown)


def _one_line(view: ClaimView) -> str:
    chain = mark(chain_text(view.best.hops))
    echoes = sum(1 for item in view.occurrences if item.echo is not None)
    more = f" + {words.count(echoes, 'echo', 'echoes')}" if echoes else ""
    words_ = f"{view.number:>4} {paint(view)} « {mark(view.best.context)} »"
    return f"{words_} [dim]{view.best.when}, {chain}{more}  {view.claim.id[:10]}[/dim]"


def _rest(sheet: Sheet, left: int, *, every: bool) -> Iterator[str]:
    hints = []
    if left:
        hints.append(f"… {words.count(left, 'more claim')}: ouidire claims, or ouidire dossier --limit 0")
    if sheet.speech and not every:
        hints.append(f"… {words.count(len(sheet.speech), 'statement')} about who spoke: --all")
    if hints or sheet.claims:
        yield ""
    yield from (f"[dim]{hint}[/dim]" for hint in hints)
    if sheet.claims:
        yield f"[dim]one claim with every word it rests on: ouidire show {sheet.claims[0].claim.id[:10]}[/dim]"
    for issue in sheet.dossier.issues:
        if issue.level is not IssueLevel.INFO:
            place = f" @ {issue.where}" if issue.where else ""
            yield f"[dim]{issue.level.value}: {mark(issue.message + place)}[/dim]"


def _whole(view: ClaimView) -> Iterator[str]:
    yield f"{paint(view)} [bold]{mark(view.best.context)}[/bold]"
    yield f"   [dim]{view.claim.id}[/dim]  origins {mark(view.origins)}  {mark(view.verdict)}"
    for item in view.occurrences:
        yield from occurrence_lines(item)
    for speech in view.told_apart:
        when = f"{speech.when}: " if speech.when else ""
        yield f"   [dim]said how:[/dim] {when}« {mark(speech.item.context)} » [dim]{mark(speech.item.where)}[/dim]"
    for change in view.claim.timeline:
        contest = words.CONTEST[change.contest]
        says = words.SUPPORT[change.support] + (f"; {contest}" if contest else "")
        yield f"   [dim]{change.date or 'undated':10}[/dim] {says} [dim](R{change.rule})[/dim]"
    for drift in view.drifts:
        yield from drift_text(drift)
    for relation, other in view.relations:
        if relation is not Relation.RELATED:
            yield f"   {words.RELATION[relation]}: {mark(other.gloss)} [dim]{other.id[:10]}[/dim]"
    if related := sum(1 for relation, _ in view.relations if relation is Relation.RELATED):
        yield f"   [dim]related to {words.count(related, 'more claim')}[/dim]"
    for reason in view.claim.evidence:
        yield f"   [dim]why {reason.of}:[/dim] {mark(reason.says)} [dim]({mark(reason.rule)})[/dim]"
