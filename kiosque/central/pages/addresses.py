"""Addresses of this central as somebody elsewhere types them."""

from typing import Any

from litestar import Request

from kiosque.central.central import Central


def absolute(request: Request[Any, Any, Any], central: Central, path: str = "") -> str:
    """Return ``path`` with the name under which this central was asked."""
    address = str(request.base_url).rstrip("/")
    # Behind a proxy that speaks TLS, the request itself came without.
    return (f"https://{address.partition('://')[2]}" if central.secure else address) + path
