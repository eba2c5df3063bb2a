"""A language pack sees the contract, never the stages; the core sees no pack by name."""

from importlib.metadata import entry_points

import grimp
import pytest

from ouidire import languages

PACKS = sorted({ep.value.partition(":")[0].rpartition(".")[0] for ep in entry_points(group=languages.GROUP)})
MAY_SEE = ("ouidire.errors", "ouidire.languages", "ouidire.lexicon", "ouidire.model", "ouidire.text")


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph("ouidire", cache_dir=None)


@pytest.mark.parametrize("pack", PACKS)
def test_pack_sees_only_the_contract(graph, pack):
    """A pack imports the language contract and what lies below it, nothing else of ouidire."""
    seen = {
        imported
        for module in {pack} | graph.find_descendants(pack)
        for imported in graph.find_modules_directly_imported_by(module)
    }

    assert sorted(m for m in seen if not m.startswith(MAY_SEE)) == []


@pytest.mark.parametrize("pack", PACKS)
def test_core_does_not_know_pack(graph, pack):
    """Nothing outside the pack's folder imports it."""
    inside = {pack} | graph.find_descendants(pack)
    importers = {i for module in inside for i in graph.find_modules_that_directly_import(module)}

    assert set() == importers - inside
