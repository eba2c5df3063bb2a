"""A ledger as people use it: add articles, ask for claims, dossiers, drifts and reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Self

from ouidire import reading, storage
from ouidire.engine import worlds
from ouidire.engine.adding import Added, adding, document_of
from ouidire.engine.asking import Wanted, matching, words_of
from ouidire.engine.changes import Change, changes
from ouidire.engine.deciding import grades
from ouidire.engine.differing import Differing, differing
from ouidire.engine.dossiers import dossier_of
from ouidire.engine.judging import Verdict, graded, judged, now
from ouidire.engine.naming import article_called, articles_called
from ouidire.engine.rebuild import Scope, articles, rebuild, stale
from ouidire.engine.reread import holds
from ouidire.engine.review import Open, questions
from ouidire.engine.snapshot import Snapshot, snapshot, state_of
from ouidire.engine.versions import made_by
from ouidire.errors import LedgerError, UnknownId
from ouidire.model import (
    Claim,
    Comparison,
    Dossier,
    Evidence,
    Extraction,
    Grade,
    Issue,
    Judgement,
    Link,
    Ruling,
    Tombstone,
)
from ouidire.presentation import reasons
from ouidire.presentation.citations import Citation, citations
from ouidire.reading import ReadSettings
from ouidire.storage import Decision, Erasing, Store

__all__ = ["Added", "Ledger", "open_ledger"]

OnDocument = Callable[[str], None]


def open_ledger(path: str | Path, *, create: bool = True) -> Ledger:
    """Open the ledger at `path`, making it where there is none.

    Args:
        create: False to refuse to make one.

    Raises:
        LedgerTooNew: A newer program wrote it.
        LedgerError: It cannot be opened, is no ledger, or is not there.

    """
    where = Path(path)
    if not create and not where.exists():
        raise LedgerError(f"no ledger @ {where}; make one with: ouidire add SOURCE")
    return Ledger(Store(where))


class Ledger:
    """An open ledger. What it derives is brought up to date before it is read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def load_world(self, path: str | Path) -> bool:
        """Put a world file in force; return False where it is already."""
        return worlds.load(self._store, Path(path))

    def add(self, *sources: str, settings: ReadSettings | None = None) -> tuple[Added, ...]:
        """Read files, folders, globs or standard input (``"-"``) into the ledger; never raises for one.

        Args:
            settings: What is known of all of them: outlet, URL, language, date.

        """
        return tuple(self.adding(sources, settings or ReadSettings()))

    def adding(self, sources: Iterable[str], settings: ReadSettings) -> Iterator[Added]:
        """Read sources one by one, as the result is consumed; one durable transaction each."""
        return adding(self._store, sources, settings)

    def add_text(
        self,
        text: str,
        *,
        title: str | None = None,
        ref: str | None = None,
        language: str | None = None,
        published_at: datetime | None = None,
    ) -> str | None:
        """Add a text that is at hand; return the id of its article, None where there is none."""
        known = ReadSettings(language=language, published_at=published_at)
        document = document_of(reading.read_text(text, known, title=title, ref=ref))
        self._store.add(document)
        return document.article.id if document.article else None

    def refresh(self) -> tuple[Change, ...]:
        """Make anew what evidence that was added since touches; return what changed."""
        if not stale(self._store, Scope.of(self._store)):
            return ()
        from ouidire.engine.refreshing import refresh  # what only asks a ledger needs no stage

        moved = refresh(self._store)
        return changes(moved.before, moved.after)

    def many(self) -> int:
        """Return how many claims there are, as they were last made."""
        return storage.many(self._store)

    def rebuild(self, on_document: OnDocument | None = None) -> int:
        """Make everything anew, with the words and rules of this program; return how many claims."""
        return len(rebuild(self._store, again=True, on_document=on_document).claims)

    def size(self) -> int:
        """Return how many articles there are."""
        return len(self._store.counting())

    def outdated(self) -> int:
        """Return how many articles only another version of the program has been through; `rebuild` mends it."""
        world, _ = worlds.stored(self._store)
        return self._store.outdated(made_by=made_by(), world=worlds.digest(world))

    def claims(self, wanted: Wanted | str | None = None) -> tuple[Claim, ...]:
        """Return the claims asked for, in reading order; a string asks for words."""
        self.refresh()
        return matching(self._store, Wanted(query=wanted) if isinstance(wanted, str) else wanted or Wanted())

    def standing(self) -> tuple[Claim, ...]:
        """Return the claims as they were last made, not brought up to date: what `changes` starts from."""
        return storage.claims(self._store)

    def changes(self, before: Sequence[Claim]) -> tuple[Change, ...]:
        """Return what changed since the claims were `before`."""
        return changes(before, self.claims())

    def claim(self, short: str) -> Claim:
        """Return the claim whose id, or the id of one of whose assertions, begins with `short`.

        Raises:
            UnknownId: None has it, or several have.

        """
        self.refresh()
        claim = storage.claim_with(self._store, storage.full_id(self._store, short))
        if claim is None:
            raise UnknownId(f"no claim has this id @ {short}; try: ouidire claims")
        return claim

    def around(self, claim: Claim) -> tuple[Claim, ...]:
        """Return a claim and, after it, those it is related to."""
        ids = {claim.id, *(relation.claim for relation in claim.relations)}
        others = storage.claims(self._store, ids)
        return (claim, *(other for other in others if other.id != claim.id))

    def dossier(self, query: str = "", *, claims: Iterable[Claim] | None = None) -> Dossier:
        """Return everything a reader needs about the claims that match `query`, or about `claims`."""
        chosen = self.claims(Wanted(query=query)) if claims is None else tuple(claims)
        _, world = worlds.stored(self._store)
        everything = not query and claims is None
        title = query or self._store.path.stem
        return dossier_of(self._store, chosen, title=title, world=world, everything=everything)

    def drifts(self, article: str | None = None) -> tuple[Differing, ...]:
        """Return where the wording changes on the way; to one article (id, path, URL, title), or all.

        Raises:
            UnknownId: No article is called so.

        """
        self.refresh()
        wanted = None if article is None else articles_called(self._store, article)
        items = tuple(articles(self._store, Scope.of(self._store)))
        revised = (d for one in self.versions() for r in one.revisions for d in r.drifts)
        found = differing(items, storage.claims(self._store), more=revised)
        return tuple(one for one in found if wanted is None or one.extraction.article.id in wanted)

    def versions(self, name: str | None = None) -> tuple[Comparison, ...]:
        """Return what changed between neighbouring versions of a page (URL, or an article of it), or of all.

        Raises:
            UnknownId: No article is called so.

        """
        from ouidire.engine.editions import comparisons  # compares texts: nothing else here does

        world, _ = worlds.stored(self._store)
        return comparisons(self._store, self.extractions(), world, name)

    def sources(self, name: str = "") -> tuple[Citation, ...]:
        """Return who is cited, by whom and how; all, or those whose name holds `name`."""
        return citations(self.extractions(), self.claims(), name, grades(self._store))

    def judge(self, a: str, b: str, verdict: Verdict) -> Judgement | Ruling:
        """Record a person's verdict on two assertions, articles or sources.

        Raises:
            UnknownId: One of them is not there, or is several.

        """
        decision = judged(self._store, verdict, a, b, items=self.extractions())
        storage.add_decision(self._store, decision)
        return decision

    def grade(self, name: str, letter: str, *, by: str, because: str = "") -> Grade:
        """Record how reliable a person holds a source: a letter from A to F.

        Raises:
            UnknownId: No source is called so, or several are.

        """
        decision = graded(self.sources(), name, letter, by=by, because=because)
        storage.add_decision(self._store, decision)
        return decision

    def decisions(self) -> tuple[Decision, ...]:
        """Return all that people decided, oldest first, taken back or not."""
        of = self._store
        found: list[Decision] = [*storage.decisions(of, Judgement), *storage.decisions(of, Ruling)]
        found += storage.decisions(of, Grade)
        return tuple(sorted(found, key=lambda one: one.made_at))

    def review(self) -> tuple[Open, ...]:
        """Return what the program was unsure of, weightiest first."""
        return questions(self._store, self.extractions(), self.claims(), self.links())

    def erase(self, name: str, *, by: str, because: str) -> Tombstone:
        """Erase the one article called `name`, for good, and make the rest anew.

        Raises:
            UnknownId: No article is called so, or several are.

        """
        wanted = Erasing(
            article=article_called(self._store, name), because=because, asked_by=by, made_at=now()
        )
        stone = storage.erase(self._store, wanted)
        assert stone is not None  # it was there a moment ago
        self.refresh()
        return stone

    def why(self, short: str) -> tuple[Evidence, ...]:
        """Return the reasons behind a claim or an assertion, one sentence each.

        Raises:
            UnknownId: None has this id, or several have.

        """
        claim = self.claim(short)
        dossier = self.dossier(claims=(claim,))
        full = storage.full_id(self._store, short)
        if full == claim.id:
            return tuple(reasons.of_claim(claim, dossier.extractions, dossier.links))
        one, item = next((a, x) for x in dossier.extractions for a in x.assertions if a.id == full)
        tied = tuple(x for x in self.links() if full in {x.left, x.right})
        return tuple(reasons.of_assertion(one, item, tied, words=words_of(self._store, tied)))

    def state(self) -> str:
        """Return what moves whenever the derived state or what people decided does."""
        return state_of(self._store)

    def snapshot(self) -> Snapshot:
        """Return everything the ledger holds as one value, as it stands; nothing is written."""
        return snapshot(self._store)

    def links(self) -> tuple[Link, ...]:
        """Return every judged pair."""
        self.refresh()
        return storage.links(self._store)

    def extractions(self) -> tuple[Extraction, ...]:
        """Return what was found in every article, sorted by article id."""
        self.refresh()
        items = articles(self._store, Scope.of(self._store))
        return tuple(sorted(items, key=lambda item: item.article.id))

    def verify(self) -> Iterator[Issue]:
        """Yield what is wrong with the ledger; nothing when all holds."""
        return storage.verify(self._store, holds)

    def export(self) -> bytes:
        """Return the derived state as canonical lines."""
        self.refresh()
        return storage.export(self._store)
