"""Pictures on a page: each in a frame of its own with a name, and with its table below it."""

from __future__ import annotations

import streamlit as st

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import address, details, show, table, text
from orgmodel_app.state import NETWORK_SCRIPT, Network, StructurePicture, draw_network, frame_svg, say_cites

TALLEST = 720


def thing_address(ident: str) -> str:
    """The page of a thing."""
    return address("thing", thing=ident)


def show_structure(picture: StructurePicture) -> None:
    """A chart in a frame that scrolls both ways."""
    page = frame_svg(picture.svg, picture.title)
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
    shown = [{**row, "Paragraphs": say_cites(row["Paragraphs"].split(", "))} if row["Basis"] else row for row in rows]
    show(details("The same content as a table", table(shown, f"{network.title}: every relation in the picture")))
    download_table(rows, "network", f"{key}-network")
