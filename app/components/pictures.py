"""Pictures on a page: each in a frame of its own with a name, and with its table below it."""

from __future__ import annotations

import streamlit as st

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import address, details, show, table, text
from orgmodel_app.state import NETWORK_SCRIPT, Network, StructurePicture, draw_network

SVG_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title><style>html,body{{margin:0;background:#fff}}
main{{overflow:auto;height:100vh;box-sizing:border-box;border:1px solid #858686}}
main:focus{{outline:3px solid #0b0c0c;outline-offset:-3px}}svg{{display:block}}
@media print{{main{{height:auto;overflow:visible}}}}</style></head>
<body><main tabindex="0" aria-label="{title}">{svg}</main></body></html>"""
TALLEST = 720


def thing_address(ident: str) -> str:
    """The page of a thing."""
    return address("thing", thing=ident)


def show_structure(picture: StructurePicture) -> None:
    """A chart in a frame that scrolls both ways."""
    page = SVG_PAGE.format(title=text(picture.title), svg=picture.svg)
    st.iframe(page, height=min(picture.height + 24, TALLEST), alt=f"{picture.title}. {picture.description}")


def show_network(network: Network, key: str) -> None:
    """A network in a frame, with a message where it is cut, and the same content as a table."""
    if network.message:
        show(text(network.message))
    if not network.nodes:
        return
    drawn = draw_network(network, NETWORK_SCRIPT, thing_address)
    st.iframe(drawn.page, height=drawn.height, alt=f"Picture: {network.title}. The table below has the same content.")
    rows = network.as_table()
    show(details("The same content as a table", table(rows, f"{network.title}: every relation in the picture")))
    download_table(rows, "network", f"{key}-network")
