"""Pictures of a model, and the same content as tables. Pure: a model goes in, text comes out, nothing is printed."""

from orgmodel.pictures.frame import frame_svg
from orgmodel.pictures.network import Network, network_around, network_of
from orgmodel.pictures.overlay import draw_overlay
from orgmodel.pictures.structure import StructurePicture, draw_structure
from orgmodel.pictures.svg import Links
from orgmodel.pictures.tables import structure_table
from orgmodel.pictures.tree import Chart
from orgmodel.pictures.union import draw_union
from orgmodel.pictures.vis import draw_network, vis_network_file

__all__ = [
    "Chart",
    "Links",
    "Network",
    "StructurePicture",
    "draw_network",
    "draw_overlay",
    "draw_structure",
    "draw_union",
    "frame_svg",
    "network_around",
    "network_of",
    "structure_table",
    "vis_network_file",
]
