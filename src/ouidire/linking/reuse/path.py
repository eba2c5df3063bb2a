"""The one way through two texts that aligns most of them in order."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["in_path"]


def in_path(scores: Mapping[tuple[int, int], float], n: int, m: int) -> list[tuple[int, int]]:
    """Return the pairs that keep the order and score most together (Needleman and Wunsch 1970, gaps free).

    Args:
        scores: Above zero, of the pairs that may be aligned: index of the first text, of the second.
        n: How many sentences the first text has.
        m: How many the second.

    """
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            take = scores[i, j] + best[i + 1][j + 1] if (i, j) in scores else 0.0
            best[i][j] = max(take, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < n and j < m:
        if (i, j) in scores and best[i][j] == scores[i, j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
