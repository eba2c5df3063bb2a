"""Logistic regression over named binary features, with scores out of fold for the cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

__all__ = ["fit", "fold_of", "out_of_fold", "score"]

Features = dict[str, float]
FOLDS = 5


def fit(seen: Sequence[Features], wanted: Sequence[int], *, weights: Sequence[float] | None = None) -> Any:
    """Return a model (vectoriser, classifier); L2, deterministic."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectoriser = DictVectorizer()
    matrix = _narrow(vectoriser.fit_transform(seen))
    model = LogisticRegression(C=1.0, max_iter=400, solver="liblinear", random_state=0)
    return vectoriser, model.fit(matrix, list(wanted), sample_weight=weights)


def score(model: Any, seen: Sequence[Features]) -> list[float]:
    """Return the probability of each item."""
    if not seen:
        return []
    vectoriser, classifier = model
    return [float(p) for p in classifier.predict_proba(_narrow(vectoriser.transform(seen)))[:, 1]]


def _narrow(matrix: Any) -> Any:
    """Give a sparse matrix 32-bit indices: liblinear takes no others."""
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    return matrix


def fold_of(names: Sequence[str]) -> dict[str, int]:
    """Deal documents to folds in sorted order."""
    return {name: n % FOLDS for n, name in enumerate(sorted(set(names)))}


def out_of_fold(groups: Sequence[tuple[str, Sequence[Features], Sequence[int]]]) -> list[list[float]]:
    """Return scores per group, each from a model that saw no group of the same fold name."""
    place = fold_of([name for name, _, _ in groups])
    scores: list[list[float]] = [[] for _ in groups]
    for fold in range(FOLDS):
        rest = [g for g in groups if place[g[0]] != fold]
        wanted = [y for g in rest for y in g[2]]
        if len(set(wanted)) < 2:
            continue
        model = fit([x for g in rest for x in g[1]], wanted)
        for n, group in enumerate(groups):
            if place[group[0]] == fold:
                scores[n] = score(model, group[1])
    return [s or [0.0] * len(g[1]) for s, g in zip(scores, groups, strict=True)]
