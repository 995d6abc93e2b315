"""Damaged copies of an organogram, each by its seed: what happens to files on their way from hand to hand."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable

import xlsxwriter

Table = list[list[str]]
WEIRD = ("", "#REF!", "N/D", "XX", "-1", "1e400", "０", "=1+1", "'", '"', "\x00", "\u2028", "\ud7ff", "𝔸", "x" * 40_000)
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac-roman")


def read_table(data: bytes) -> Table:
    """The cells of a CSV file in UTF-8."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def write_table(table: Table, delimiter: str = ",") -> str:
    """The CSV text of cells."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(table)
    return out.getvalue()


def _square(table: Table) -> Table:
    """The table with rows of one length, and at least nine columns to damage."""
    width = max(9, *map(len, table))
    return [row + [""] * (width - len(row)) for row in table]


def _header(table: Table) -> int:
    return max(range(min(5, len(table))), key=lambda index: sum(map(bool, table[index])))


def rename(table: Table, chance: random.Random) -> Table:
    row, names = _header(table), ("Post", "Grde", "", "Unit ", "Reports to", "Ünit", "Column9")
    for column in chance.sample(range(len(table[row])), chance.randint(1, 4)):
        table[row][column] = chance.choice(names)
    return table


def drop_columns(table: Table, chance: random.Random) -> Table:
    gone = set(chance.sample(range(len(table[0])), chance.randint(1, 8)))
    return [[cell for column, cell in enumerate(row) if column not in gone] for row in table]


def shuffle_columns(table: Table, chance: random.Random) -> Table:
    order = chance.sample(range(len(table[0])), len(table[0]))
    return [[row[column] for column in order] for row in table]


def shuffle_rows(table: Table, chance: random.Random) -> Table:
    first = _header(table) + 1
    return table[:first] + chance.sample(table[first:], len(table) - first)


def cut_rows(table: Table, chance: random.Random) -> Table:
    return [row[: chance.randint(0, len(row))] if chance.random() < 0.2 else row for row in table]


def lose_rows(table: Table, chance: random.Random) -> Table:
    return [row for row in table if chance.random() < 0.6]


def double_rows(table: Table, chance: random.Random) -> Table:
    return [row for row in table for _ in range(chance.choice((1, 1, 2, 3)))]


def loop_lines(table: Table, chance: random.Random) -> Table:
    header = table[_header(table)]
    if not {"Post Unique Reference", "Reports to Senior Post"} <= set(header):
        return table
    own, above = header.index("Post Unique Reference"), header.index("Reports to Senior Post")
    references = [row[own] for row in table if row[own]]
    for row in table[_header(table) + 1 :]:
        if chance.random() < 0.5:
            row[above] = chance.choice([*references, row[own], "XX", "", row[above].swapcase()])
    return table


def spoil_cells(table: Table, chance: random.Random) -> Table:
    for row in table:
        for column in range(len(row)):
            if chance.random() < 0.05:
                row[column] = chance.choice(WEIRD)
    return table


DAMAGE: tuple[Callable[[Table, random.Random], Table], ...] = (
    rename,
    drop_columns,
    shuffle_columns,
    shuffle_rows,
    cut_rows,
    lose_rows,
    double_rows,
    loop_lines,
    spoil_cells,
)


def _cut(data: bytes, chance: random.Random, noise: int) -> bytes:
    return data[: chance.randint(0, len(data))]


def _flip(data: bytes, chance: random.Random, noise: int) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 50)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _quote(data: bytes, chance: random.Random, noise: int) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + b'"' + data[at:]


def _insert_noise(data: bytes, chance: random.Random, noise: int) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.randbytes(chance.randint(1, 500)) + data[at:]


def _only_noise(data: bytes, chance: random.Random, noise: int) -> bytes:
    return chance.choice((chance.randbytes(noise), bytes(chance.choices(b'abc ,;"\n', k=noise)), b'"' * noise))


BYTES = (_cut, _flip, _quote, _insert_noise, _only_noise)


def _as_workbook(table: Table) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Posts")
        for index, row in enumerate(table):
            for column, cell in enumerate(row):
                sheet.write_string(index, column, cell.replace("\x00", "")[:32_000])
    return stream.getvalue()


def damage(data: bytes, seed: int, noise: int) -> tuple[str, bytes]:
    """A damaged copy and what was done to it; `noise` is how many bytes a copy of nothing but noise has."""
    chance = random.Random(seed)
    table, done = read_table(data), list[str]()
    for kind in chance.sample(DAMAGE, chance.randint(0, 3)):
        if len(table) > 3:
            table = kind(_square(table), chance)
            done.append(kind.__name__)
    form = chance.random()
    if form < 0.15:
        copy, how = _as_workbook(table), "workbook"
    elif form < 0.35:
        how = chance.choice(ENCODINGS)
        copy = write_table(table).encode(how, errors="replace")
    else:
        how = chance.choice((",", ";", "\t"))
        copy = write_table(table, how).encode("utf-8", errors="replace")
    if chance.random() < 0.3 and copy:
        spoil = chance.choice(BYTES)
        copy, how = spoil(copy, chance, noise), f"{how} {spoil.__name__.strip('_')}"
    return " ".join([*done, repr(how)]), copy
