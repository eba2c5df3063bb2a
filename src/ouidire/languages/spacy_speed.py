"""The same weights and the same tables of a spaCy pipeline, computed in less time.

Nothing here changes what a pipeline says:

* the vector that a word has before its neighbours are looked at depends on the word alone, so it is
  computed once per word and kept;
* the maximum over the pieces of a maxout layer is taken without noting which piece won, which only
  training asks;
* what the attribute ruler sets on one word depends on that word's tag, form and relation, so it is
  asked once for each combination;
* the lemmatizer's word lists are searched as sets;
* what the entity recogniser does outside an entity is decided for all words at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from spacy.attrs import NORM, ORTH, SPACY
from spacy.tokens import Doc
from thinc.api import NumpyOps

from ouidire.languages.spacy_entities import EntityFinder
from ouidire.languages.spacy_ruler import ask_once

__all__ = ["faster"]

_ROWS = (64, 32, 16, 8, 4, 2)
"""How many rows may be multiplied at once where they come from words read at different times."""

_KEPT = 100_000
"""Words kept at most; then the table starts anew."""


def faster(nlp: Any) -> None:
    """Make a loaded pipeline faster, in place; a part built otherwise than expected stays as it is."""
    for _, component in nlp.pipeline:
        network: Any = getattr(component, "model", None)
        if not hasattr(network, "walk"):
            continue
        for node in list(network.walk()):
            if node.name == "maxout":
                node._func = _largest(node)  # noqa: SLF001 - thinc offers no other way to replace a layer's arithmetic
            elif _embeds(node):
                _remember(node.layers[0], nlp.vocab)
    if "lemmatizer" in nlp.pipe_names:
        _search_sets(nlp.get_pipe("lemmatizer"))
    if "attribute_ruler" in nlp.pipe_names:
        ask_once(nlp.get_pipe("attribute_ruler"))
    if "ner" in nlp.pipe_names and EntityFinder.fits(nlp.get_pipe("ner")):
        finder = EntityFinder(nlp.get_pipe("ner"))
        nlp._components = [(name, finder if name == "ner" else c) for name, c in nlp._components]  # noqa: SLF001 - add_pipe asks for a factory, which a saved pipeline would need


def _embeds(node: Any) -> bool:
    """Whether a node is an embedding of words followed by layers that look at their neighbours."""
    layers = node.layers
    return len(layers) == 2 and layers[0].name.endswith("ragged2list") and "expand_window" in layers[1].name


def _largest(node: Any) -> Callable[..., Any]:
    """Return the forward pass of a maxout layer (Goodfellow et al. 2013), without the winners."""
    weights = node.get_param("W")
    outputs, pieces, inputs = weights.shape
    by_piece = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * outputs, inputs).T)
    bias = np.ascontiguousarray(node.get_param("b").T.reshape(-1))

    def forward(model: Any, x: Any, is_train: bool) -> Any:  # noqa: ARG001 - thinc names it
        y = model.ops.gemm(x, by_piece)
        y += bias
        best = y[:, :outputs]
        for piece in range(1, pieces):
            best = np.maximum(best, y[:, piece * outputs : (piece + 1) * outputs])
        return best, _no_way_back

    return forward


def _no_way_back(_gradient: Any) -> Any:
    raise RuntimeError("a pipeline made faster cannot be trained @ spacy_speed; load it with spacy.load")


class _Evenly(NumpyOps):  # type: ignore[misc]
    """Products in which a row's result depends on that row alone.

    A BLAS rounds differently for other numbers of rows and other places among them, so rows are
    multiplied in groups of one size for which this machine's BLAS was seen to treat all places alike.
    """

    def __init__(self) -> None:
        super().__init__(use_blis=False)
        self._rows = next((rows for rows in _ROWS if _all_alike(rows)), 1)

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """Return ``x @ y``; see `thinc.api.Ops.gemm`."""
        if trans1 or out is not None:
            raise NotImplementedError("only plain products @ spacy_speed; load the pipeline with spacy.load")
        rows, width = x.shape
        padded = np.zeros((-(-rows // self._rows) * self._rows, width), dtype=x.dtype)
        padded[:rows] = x
        product = padded.reshape(-1, self._rows, width) @ (y.T if trans2 else y)
        return product.reshape(len(padded), product.shape[-1])[:rows]


def _all_alike(rows: int) -> bool:
    """Whether the BLAS gives equal rows equal products wherever they stand."""
    numbers = np.random.default_rng(0)
    for inputs, outputs in ((576, 288), (300, 96), (480, 192)):
        row, weights = (
            numbers.standard_normal(shape, dtype=np.float32) for shape in (inputs, (inputs, outputs))
        )
        products = np.tile(row, (2, rows, 1)) @ weights
        if (products != products[0, 0]).any():
            return False
    return True


def _remember(embedding: Any, vocab: Any) -> None:
    """Have an embedding keep what it computed."""
    ops = _Evenly()
    for node in embedding.walk():
        node.ops = ops
    embedding._func = _Remembered(embedding, vocab).forward  # noqa: SLF001 - as above


class _Remembered:
    """The embedding layers of a network, asked once per word.

    A word's features (norm, prefix, suffix, shape, whether it is followed by a blank) all follow
    from its form, its norm and the blank.
    """

    def __init__(self, embedding: Any, vocab: Any) -> None:
        self._original = embedding._func  # noqa: SLF001 - as above
        self._model = embedding
        self._vocab = vocab
        self._rows: dict[tuple[int, ...], int] = {}
        self._table = np.zeros((0, 0), dtype=np.float32)

    def forward(self, model: Any, docs: Sequence[Any], is_train: bool) -> Any:  # noqa: ARG002 - thinc names them
        """Return one array per document, a row per word."""
        keys = [list(map(tuple, doc.to_array([ORTH, SPACY, NORM]).tolist())) for doc in docs]
        if len(self._rows) > _KEPT:
            self._rows.clear()
        rows = self._rows
        unknown = list(dict.fromkeys(key for each in keys for key in each if key not in rows))
        if unknown:
            self._learn(unknown)
        empty = self._table[:0]
        return [self._table[[rows[key] for key in each]] if each else empty for each in keys], _no_way_back

    def _learn(self, keys: Sequence[tuple[int, ...]]) -> None:
        """Compute the vectors of words, as one document."""
        strings = self._vocab.strings
        doc = Doc(self._vocab, [strings[orth] for orth, _, _ in keys], [bool(blank) for _, blank, _ in keys])
        for token, (_, _, norm) in zip(doc, keys, strict=True):
            if token.norm != norm:
                token.norm_ = strings[norm]
        vectors = self._original(self._model, [doc], False)[0][0]
        first = len(self._rows)
        last = first + len(keys)
        if last > len(self._table):
            larger = np.zeros((max(4096, 2 * len(self._table), last), vectors.shape[1]), dtype=np.float32)
            larger[: len(self._table)] = self._table if len(self._table) else 0
            self._table = larger
        self._table[first:last] = vectors
        self._rows.update((key, first + n) for n, key in enumerate(keys))


def _search_sets(lemmatizer: Any) -> None:
    """Replace the lists of known lemmas by sets: a list of 66,000 words is searched for every word."""
    if not lemmatizer.lookups.has_table("lemma_index"):
        return
    index = lemmatizer.lookups.get_table("lemma_index")
    for kind in list(index):
        if isinstance(index[kind], list):
            index[kind] = frozenset(index[kind])
