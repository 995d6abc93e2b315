"""How the app's server is set up: flags, theme and content security policy. A user's own settings do not count."""

from __future__ import annotations

import ipaddress

MODEL_VARIABLE = "ORGMODEL_APP_MODEL"
"""The environment variable that tells the server's process which model to open."""

PAGES = {
    "overview": "Overview",
    "findings": "Findings",
    "structure": "Structure",
    "compare": "Compare options",
    "follow": "Follow up",
    "who": "Who answers",
    "coverage": "Who answers for what",
    "questions": "What to ask next",
    "sources": "Sources",
    "thing": "Look something up",
    "query": "Ask your own",
    "bring": "Bring your own",
}
"""The pages in the order of the menu, by the name that their address ends in; the first has no name in its address."""

PICTURE_SCRIPTS = "/picture-scripts"
"""Where the server offers the script that draws networks; it comes from pyvis's own files."""

MOST_UPLOADED = 50
"""The largest file that the server takes, in megabytes; all files together may be no larger."""

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "frame-src 'self' blob: data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    ]
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

SERVER = {
    "server.headless": True,
    "server.fileWatcherType": "none",
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.maxUploadSize": MOST_UPLOADED,
    "server.enableStaticServing": True,
    "server.disconnectedSessionTTL": 600,
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "viewer",
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "logger.level": "warning",
}
THEME = {
    "theme.base": "light",
    "theme.primaryColor": "#1d70b8",
    "theme.textColor": "#0b0c0c",
    "theme.backgroundColor": "#ffffff",
    "theme.secondaryBackgroundColor": "#f3f2f1",
    "theme.linkColor": "#1a65a6",
    "theme.borderColor": "#858686",
    "theme.yellowTextColor": "#6b4e00",
    "theme.redTextColor": "#a2231a",
    "theme.greenTextColor": "#0b5c39",
    "theme.baseRadius": "none",
}


def flags(port: int, address: str) -> list[str]:
    """Everything as command-line flags, which win over any file of settings."""
    values = {"server.address": address, "server.port": port, "browser.serverAddress": address, **SERVER, **THEME}
    return [f"--{name}={_in_words(value)}" for name, value in values.items()]


def is_loopback(address: str) -> bool:
    """Whether a server under an address is reached from this machine alone, so that whoever uses it sits at it."""
    try:
        return address == "localhost" or ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _in_words(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
