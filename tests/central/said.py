"""What a page says, read as somebody reads it."""

import re


def words(page: str) -> str:
    """Return what a page says, tags and repeated spaces aside."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.partition("<body")[2]))


def figures_of(page: str, title: str) -> list[str]:
    """Return the cells of the line of that title, spaces of any width as plain ones."""
    line = next(part for part in page.split("<tr")[1:] if f">{title}</a>" in part or f">{title}</th>" in part)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", line, flags=re.DOTALL)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", cell)).strip() for cell in cells]
