"""Article to passages: headline, takeaways, lede, body, subheads, boilerplate, credits."""

from ouidire.segmentation.zones import credits, passages  # noqa: A004 (the noun of the trade)

__all__ = ["credits", "passages"]
