"""Bringing one's own files: read in memory, shown with what is wrong in them, and written only when somebody asks."""

from __future__ import annotations

import datetime as dt
import logging
import shlex
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from orgmodel_app.components.brought import as_remarks, show_counts, show_found, show_model, show_remarks
from orgmodel_app.components.kept import is_kept, keep
from orgmodel_app.components.mapping import ask_mapping, ask_saved
from orgmodel_app.components.markup import items, show, tag
from orgmodel_app.components.page import empty, heading, page, tell_problems
from orgmodel_app.settings import MOST_UPLOADED, is_loopback
from orgmodel_app.state import Desk, Model, bringing, check_read, folder_beside, template, try_it

TABLES, ORGANOGRAM = "Tables of your own organisation", "An organogram as departments publish them"
TYPES = ["csv", "tsv", "txt", "xls", "xlsx", "ods"]
NAMES_TABLES = "Keep names of people. Without this, sheets of people and of who holds what are left out."
NAMES_ORGANOGRAM = "Keep names of people. Without this, a post is filled, vacant or withheld, and no name is kept."
NAMES_WHERE = "Names that are kept go into the folder 'people' of the model, which version control leaves out."
ONE_DAY = "A day is only needed where no column, title or name of a file says one. For one file: posts.csv=2011-09-30."
KEEP = {"": "Neither yet", "ours": "The folder's", "theirs": "The table's"}

MAPPING, SAVED = "bring-put-right", "bring-saved-mapping"

Given = list[tuple[str, bytes]]
Request = bringing.TablesRequest | bringing.OrganogramRequest


@dataclass(frozen=True)
class _Visit:
    """What was brought and asked for; `key` changes with any of it."""

    given: Given
    request: Request
    folder: Path
    key: object


def body(desk: Desk) -> None:
    """The page, behind its last guard: whatever a file does, the session goes on and nobody reads a traceback."""
    try:
        _bring()
    except Exception:
        logging.getLogger(__name__).exception("the page for files of one's own failed")
        said = "Something went wrong on our side. Take the files away above, or try others: the rest of the page works."
        show(tag("div", tag("p", tag("strong", said)), class_="om-problems", role="alert"))


def _bring() -> None:
    _show_template()
    kind = st.radio("What do you bring?", [TABLES, ORGANOGRAM], key="bring-what")
    files = st.file_uploader(
        f"Files: CSV, XLS, XLSX or ODS, one or several, {MOST_UPLOADED} MB together at most",
        type=TYPES,
        accept_multiple_files=True,
        key="bring-files",
    )
    asked = _ask_organogram() if kind == ORGANOGRAM else _ask_tables([file.name for file in files])
    if not files:
        empty("No file has been brought yet. Nothing of a file is kept beyond this visit unless you write it below.")
        return
    if asked is None:
        return
    request, folder = asked
    given = [(file.name, file.getvalue()) for file in files]
    updates = isinstance(request, bringing.TablesRequest) and request.updates
    visit = _Visit(given, request, folder, (repr(request), updates, tuple(file.file_id for file in files)))
    brought = keep("read", visit.key, lambda: try_it(_read, given, request))
    if isinstance(brought, list):
        show_remarks(as_remarks(brought), "Nothing can be read until they are put right.")
        return
    show_remarks(brought.remarks, _say(brought))
    _ask_again(visit, brought)
    if brought.models:
        _show_result(visit, brought)


def _show_template() -> None:
    made = try_it(template)
    if isinstance(made, list):
        empty(f"There is no template to download: {made[0].what}. {made[0].hint}")
        return
    st.download_button(
        "Download the template (XLSX)",
        made,
        "organisation.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
    )


def _ask_tables(names: list[str]) -> tuple[Request, Path] | None:
    heading("What the new model says of itself")
    st.session_state.setdefault("bring-day", str(dt.date.today()))
    left, right = st.columns(2)
    account = left.text_input("Whose account it is", key="bring-account")
    day = right.text_input("Of which day, such as 2024-06-30", key="bring-day")
    organisation = left.text_input("Which unit is the whole, if several are part of none", key="bring-whole")
    marking = right.text_input("Its marking", placeholder="Not marked", key="bring-marking")
    with_names = st.checkbox(NAMES_TABLES, key="bring-names-tables")
    show(tag("p", NAMES_WHERE, class_="om-small"))
    folder = _ask_folder("my-organisation")
    if folder is None:
        return None
    saved = ask_saved()
    if isinstance(saved, list):
        show(tag("p", tag("strong", "The mapping cannot be used.")), tell_problems(saved))
        return None
    st.session_state[SAVED] = saved
    of, beside, mapping = st.session_state.get(MAPPING, ((), None, None))
    request = bringing.TablesRequest(folder, account, day, organisation, marking, with_names=with_names)
    side = st.session_state.get("bring-keep") or None
    # What was put right on the page counts as long as it is of these files and of this saved mapping.
    mapping = mapping if (of, beside) == (tuple(names), saved) else saved
    return replace(request, mapping=mapping, keep=side, on_disk=_is_own_machine()), folder


def _ask_organogram() -> tuple[Request, Path] | None:
    heading("What the files may not say themselves")
    left, right = st.columns(2)
    organisation = left.text_input("What the whole is called, if not as most rows say", key="bring-called")
    days = right.text_input("Of which day, such as 2011-09-30", key="bring-days")
    show(tag("p", ONE_DAY, class_="om-small"))
    names = st.checkbox(NAMES_ORGANOGRAM, key="bring-names-organogram")
    show(tag("p", NAMES_WHERE, class_="om-small"))
    folder = _ask_folder("my-organogram")
    return (bringing.OrganogramRequest(organisation, days, names), folder) if folder else None


def _ask_folder(name: str) -> Path | None:
    own = _is_own_machine()
    key = f"bring-folder-{name}"
    if key not in st.session_state:
        st.session_state[key] = str(folder_beside(name)) if own else name
    words = "The folder on this machine that it would be written to" if own else "What its folder is called"
    found = try_it(bringing.find_folder, st.text_input(words, key=key))
    if isinstance(found, list):
        show(tag("p", f"{found[0].what[:1].upper()}{found[0].what[1:]}. {found[0].hint}", class_="om-problems"))
        return None
    return found


def _is_own_machine() -> bool:
    """Whether whoever uses the server sits at it: only then is a folder of it theirs to write to."""
    return is_loopback(str(st.get_option("server.address")))


def _read(given: Given, request: Request) -> bringing.Brought:
    with st.spinner("Reading the files …"):
        if isinstance(request, bringing.OrganogramRequest):
            return bringing.bring_organogram(given, request)
        return bringing.bring_tables(given, request)


def _say(brought: bringing.Brought) -> str:
    if not brought.models:
        return (
            "Nothing can be looked at or written until all that has to be put right is. "
            "Where a hint speaks of a mapping, that is the form below; of --organisation, the field above."
        )
    return "None of them keeps the rest from being read." if brought.remarks else ""


def _ask_again(visit: _Visit, brought: bringing.Brought) -> None:
    """For tables: what each column is, and which side to keep where both were changed."""
    if brought.tables is None:
        return
    if brought.tables.conflicts or st.session_state.get("bring-keep"):
        st.selectbox(
            "Where folder and table were both changed, keep", list(KEEP), format_func=KEEP.__getitem__, key="bring-keep"
        )
    mapping = ask_mapping(brought.tables)
    if mapping is not None:
        st.session_state[MAPPING] = (tuple(name for name, _ in visit.given), st.session_state.get(SAVED), mapping)
        st.rerun()


def _show_result(visit: _Visit, brought: bringing.Brought) -> None:
    heading("The result, before anything is written")
    names = list(brought.models)
    name = names[0]
    if len(names) > 1:
        name = st.selectbox("Which snapshot to look at", names, index=len(names) - 1, key="bring-snapshot")
    show_counts(brought.counts[name])
    model = keep("model", (visit.key, name), lambda: try_it(bringing.load_brought, brought, name))
    if isinstance(model, list):
        show_remarks(as_remarks(model), "This cannot be written until they are put right.")
        return
    if model is not None:
        show_model(model)
        _show_found(model, (visit.key, name))
    only = len(names) > 1 and st.checkbox(f"Take only the snapshot of {name}", key="bring-only")
    _show_taking(visit, bringing.keep_only(brought, name) if only else brought, name)


def _show_found(model: Model, key: object) -> None:
    large = len(model.by_id) > bringing.ASKED_AT_ONCE and not is_kept("report", key)
    if large and not st.button(f"Ask the questions of these {len(model.by_id):,} things", key="bring-ask"):
        empty("The questions have not been asked yet: of so many things that takes a minute or more.")
        return
    with st.spinner("Asking the questions …"):
        report = keep("report", key, lambda: try_it(check_read, model))
    if isinstance(report, list):
        show(items(f"{problem.what}. {problem.hint}" for problem in report))
    else:
        show_found(report)


def _show_taking(visit: _Visit, brought: bringing.Brought, name: str) -> None:
    heading("Take it", "As a ZIP file, or into a folder.")
    if not brought.said:
        empty("Say above whose account it is; then it can be taken.")
        return
    if not brought.updates:
        packed = keep(
            "zip", (visit.key, tuple(brought.models)), lambda: bringing.render_zip(brought, visit.folder.name)
        )
        file = f"{visit.folder.name}.zip"
        st.download_button("Download it (ZIP)", packed, file, "application/zip", on_click="ignore")
        _show_commands("Unpack it, then in a terminal:", Path(visit.folder.name), brought, name)
    if not _is_own_machine():
        show(
            tag("p", "This server is not on your own machine, so that it writes to no folder of it.", class_="om-small")
        )
        return
    verb = "Bring the folder up to date" if brought.updates else "Write it to the folder"
    if st.button(verb, type="primary", key="bring-write"):
        request = visit.request if isinstance(visit.request, bringing.TablesRequest) else None
        written = try_it(lambda: tuple(bringing.write_brought(brought, visit.folder, visit.given, request)))
        if isinstance(written, list):
            said = (
                tag("p", tag("strong", f"{each.what[:1].upper()}{each.what[1:]}."), f" {each.hint}") for each in written
            )
            show(tag("div", *said, class_="om-problems", role="alert"))
            return
        show(tag("p", tag("strong", f"Written to {visit.folder}."), class_="om-inset", role="status"))
        _show_commands("To go on, in a terminal:", visit.folder, brought, name)


def _show_commands(words: str, folder: Path, brought: bringing.Brought, name: str) -> None:
    at = folder / name
    commands = [f"orgmodel check {shlex.quote(str(at))}", f"orgmodel serve {shlex.quote(str(at))}"]
    if len(brought.models) > 1:
        first, last = (shlex.quote(str(folder / each)) for each in (min(brought.models), max(brought.models)))
        commands.append(f"orgmodel diff {first} {last}")
    show(tag("p", words), tag("pre", "\n".join(commands), class_="om-commands"))


page(
    "Bring your own",
    body,
    "Files of your own organisation, or organograms that departments publish: read here, with everything that is wrong "
    "in them, looked at, and only then written.",
)
