"""Made part by part or as a whole, the derived state is the same: any batches, judgements, erasures, days."""

import random

import pytest
from eval.growth_stories import Story, stories, told

from ouidire import storage
from ouidire.engine import open_ledger, worlds
from ouidire.engine.judging import Verdict
from ouidire.engine.rebuild import Scope, rebuild, stale
from ouidire.engine.refreshing import refresh
from ouidire.engine.versions import made_by
from ouidire.storage import Document


def put(ledger, item, place=""):
    """Add an article with what was found in it."""
    store = ledger._store
    document = Document(place=place or item.article.ref, outcome="ok", article=item.article)
    store.add(document)
    world = worlds.digest(worlds.stored(store)[0])
    store.add_extraction(document.id, item, made_by=made_by(), world=world)


def state(ledger):
    """Everything that is derived but for numbers of rows: claims in reading order, facets, what searches find."""
    store = ledger._store
    homes = "SELECT l.left, l.right, a.id, b.id FROM links l JOIN articles a ON a.n = l.left_article "
    queries = {
        "facets": "SELECT claim, kind, value FROM facets",
        "claims": "SELECT id, place, ages FROM claims",
        "articles": "SELECT id, day, page FROM articles",
        "links": homes + "JOIN articles b ON b.n = l.right_article",
        "marks": "SELECT m.key, m.weak, m.day, a.id FROM marks m JOIN articles a ON a.n = m.article",
    }
    with store.engine.connect() as connection:
        rows = {
            name: sorted(map(tuple, connection.exec_driver_sql(query)), key=repr)
            for name, query in queries.items()
        }
    found = sorted(storage.search(store, "bridge")), sorted(storage.search(store, "pont"))
    return storage.export(store), rows, found, storage.remembered(store)["newest"]


def a_ledger(tmp_path, name):
    return open_ledger(tmp_path / f"{name}.db")


@pytest.fixture
def items():
    """Some stories: two of one town weeks apart, and others."""
    made = list(stories(3, each=1, seed=3))
    again = Story(90, made[0].day.replace(month=3), made[0].names)
    last = Story(91, made[0].day.replace(month=6), made[1].names)
    return [item for story in (*made, again, last) for item in told(story)]


@pytest.mark.parametrize("seed", range(3))
def test_parts_are_the_whole(items, tmp_path, seed):
    """After every batch, in any order, with people's decisions between."""
    chance = random.Random(seed)
    queue = items[:]
    chance.shuffle(queue)
    with a_ledger(tmp_path, "parts") as ledger:
        while queue:
            size = chance.randint(1, 4)
            for item in queue[:size]:
                put(ledger, item)
            queue = queue[size:]
            refresh(ledger._store)
            if chance.random() < 0.5:
                decide(ledger, chance)
                refresh(ledger._store)
            made = state(ledger)
            if chance.random() < 0.4 or not queue:
                rebuild(ledger._store)
                assert state(ledger) == made


def decide(ledger, chance):
    """Judge a random pair, rule that a copy is none, take a verdict back, or call two sources one."""
    claims = ledger.claims()
    ones = [one for claim in claims for one in claim.assertions]
    a, b = chance.sample(ones, 2)
    says = chance.choice(["SAME", "RELATED", "CONTRADICTS", "UNRELATED"])
    verdict = Verdict(says=says, by=chance.choice(["ada", "bo"]), withdrawn=chance.random() < 0.2)
    kind = chance.random()
    if kind < 0.7 or a.article == b.article:
        ledger.judge(a.id, b.id, verdict)
    elif kind < 0.9:
        ledger.judge(a.article, b.article, Verdict(says="NOT_A_COPY", by="ada"))
    else:
        roots = sorted({root for claim in claims for root in claim.origins.roots})
        if len(roots) > 1:
            ledger.judge(*chance.sample(roots, 2), Verdict(says="SAME_ORIGIN", by="ada"))


def test_order_leaves_no_trace(items, tmp_path):
    """One by one forwards, backwards, and all at once."""
    found = []
    for n, queue in enumerate((items, items[::-1])):
        with a_ledger(tmp_path, str(n)) as ledger:
            for item in queue:
                put(ledger, item)
                refresh(ledger._store)
            found.append(ledger.export())
    with a_ledger(tmp_path, "whole") as ledger:
        for item in items:
            put(ledger, item)
        found.append(ledger.export())

    assert len(set(found)) == 1


def test_an_erased_article_leaves_nothing(items, tmp_path):
    """What rested on it is made anew, and more may be added after."""
    with a_ledger(tmp_path, "erased") as ledger, a_ledger(tmp_path, "never") as never:
        for item in items[:8]:
            put(ledger, item)
            refresh(ledger._store)
        ledger.erase(items[0].article.id, by="ada", because="asked to")
        put(ledger, items[9])
        refresh(ledger._store)
        for item in (*items[1:8], items[9]):
            put(never, item)

        assert ledger.export() == never.export()
        assert ledger._store.path.read_bytes().find(items[0].article.title.encode()) == -1 or any(
            items[0].article.title in item.article.text for item in items[1:10]
        )


def test_a_state_ages_when_a_later_article_comes(items, tmp_path):
    """R13 looks at the newest day of all: a claim no new evidence touches is still made again."""
    with a_ledger(tmp_path, "aging") as ledger:
        for item in items[:5]:
            put(ledger, item)
        refresh(ledger._store)
        before = {c.id: c.timeline for c in ledger.claims() if c.family == "military"}
        put(ledger, items[-1])
        refresh(ledger._store)
        after = {c.id: c.timeline for c in ledger.claims() if c.family == "military"}
        aged = [id_ for id_ in before if after[id_] != before[id_]]

        assert aged
        assert all(after[id_][-1].rule == 13 for id_ in aged)
        made = state(ledger)
        rebuild(ledger._store)
        assert state(ledger) == made


def test_only_what_is_touched_is_made_again(items, tmp_path, monkeypatch):
    """An article of another town loads no article of this one."""
    with a_ledger(tmp_path, "touched") as ledger:
        for item in items[:10]:
            put(ledger, item)
        refresh(ledger._store)
        loaded = []
        extraction = ledger._store.extraction
        monkeypatch.setattr(
            ledger._store,
            "extraction",
            lambda d, **more: loaded.append(d.article.id) or extraction(d, **more),
        )
        put(ledger, items[10])
        moved = refresh(ledger._store)

        assert set(loaded) == {items[10].article.id}
        assert moved.before == ()
        assert {o.article for c in moved.after for o in c.assertions} == {items[10].article.id}
        assert not stale(ledger._store, Scope.of(ledger._store))


def test_the_same_article_from_another_place_changes_nothing(items, tmp_path):
    """One article may come as several documents."""
    with a_ledger(tmp_path, "twice") as ledger:
        for item in items[:5]:
            put(ledger, item)
        refresh(ledger._store)
        before = state(ledger)
        put(ledger, items[2], place="elsewhere.md")
        refresh(ledger._store)

        assert state(ledger) == before
