"""What a browser is called by people: *Firefox, Windows*."""

NAMES = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
"""What each says of itself, in the order in which to look: most pretend to be another one too."""

SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


def called(agent: str) -> str:
    """Return what the ``User-Agent`` of a request is called, *un navigateur* when it is none that is known here."""
    browser = next((name for said, name in NAMES if said in agent), "un navigateur")
    system = next((name for said, name in SYSTEMS if said in agent), "")
    return f"{browser}, {system}" if system else browser
