"""The comparison with trained ways: its pure parts."""

from eval.metrics import Row
from eval.trained.candidates import candidates
from eval.trained.choosing import added, best_cut, chosen, labels
from eval.trained.learning import fold_of

from ouidire.languages import load
from ouidire.model import Span


def relation(cue, content):
    return {"cue": [cue], "content": [content], "source": []}


def test_candidates_need_no_list_of_words():
    """A verb no lexicon holds still offers its clause, with its subject as source."""
    text = "The warden zibbed that the gate was shut."
    analysis = load("en").analyse(text, (Span(0, len(text)),))

    assert any(analysis.tokens[one.below].text in {"shut", "zibbed"} for one in candidates(analysis))


def test_chosen_keeps_the_better_of_two_with_one_cue():
    """Nothing below the cut, no cue twice, none inside a content that stands."""
    found = [relation([0, 4], [5, 20]), relation([0, 4], [5, 9]), relation([10, 12], [13, 20])]

    assert chosen(found, [0.9, 0.8, 0.7], 0.5) == found[:1]
    assert chosen(found, [0.4, 0.8, 0.7], 0.5) == found[1:]
    assert chosen(found, [0.1, 0.1, 0.1], 0.5) == []


def test_added_leaves_what_the_grammar_found_alone():
    """A relation whose cue meets one of the grammar's adds nothing."""
    grammar = [relation([0, 4], [5, 20])]
    extra = [relation([2, 6], [7, 9]), relation([30, 34], [35, 50])]

    assert added(grammar, extra) == [*grammar, extra[1]]


def test_labels_follow_the_matcher():
    """Cues must overlap and half the content be shared."""
    gold = [relation([0, 4], [5, 20])]

    assert labels(gold, [relation([0, 4], [5, 18]), relation([0, 4], [5, 8])]) == [1, 0]


def test_best_cut_is_the_lowest_of_the_best():
    """Ties go to the lower cut."""
    assert best_cut(lambda cut: [Row("a", 2, 2, 2 if cut >= 0.5 else 1)]) == 0.5


def test_folds_do_not_depend_on_order():
    """Documents are dealt by name."""
    assert fold_of(["b", "a", "c"]) == fold_of(["c", "b", "a", "a"])
