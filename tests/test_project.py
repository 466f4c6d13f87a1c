"""The house limits: size and shape of the code, the one-way flow, the knowledge tables, the docs' picture."""

from __future__ import annotations

import ast
import csv
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from statistics import median, quantiles

import pytest
import yaml

from fogline import pipeline

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "fogline"
KNOWLEDGE = PACKAGE / "knowledge"

FILE_MEDIAN, FILE_P90, FILE_CAP = 120, 300, 500
FUNCTION_P90, FUNCTION_CAP = 30, 80
JUNK_DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc"}
FORBIDDEN = (  # spelled in parts, for this file is searched too
    "/" + "work/",
    "/" + "tmp/",
    "/" + "root/",
    "files.python" + "hosted.org",
    "registry." + "npmjs.org",
    "proxy." + "golang.org",
    "--index" + "-url",
)
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def project_files() -> list[Path]:
    """The files under version control; without git, all but what tools leave behind."""
    command = ["git", "-c", "safe.directory=*", "-C", str(ROOT), "ls-files", "-z"]
    try:
        names = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        left = re.compile(r"/(\.[\w-]+_cache|\.venv|\.git|__pycache__|build|dist|node_modules|[^/]+\.egg-info)/")
        return [p for p in ROOT.rglob("*") if p.is_file() and not left.search(f"/{p.relative_to(ROOT)}")]
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def named(lengths: dict[str, int], above: int) -> list[str]:
    return [f"{name}: {length} lines" for name, length in lengths.items() if length > above]


def test_files_are_short() -> None:
    lengths = {str(p.relative_to(ROOT)): len(p.read_text(encoding="utf-8").splitlines()) for p in modules()}
    assert named(lengths, FILE_CAP) == []
    assert median(lengths.values()) <= FILE_MEDIAN
    assert quantiles(lengths.values(), n=10)[-1] <= FILE_P90


def test_private_names_of_a_module_are_used_in_it() -> None:
    unused = {str(path.relative_to(ROOT)): sorted(_private(tree) - _read(tree)) for path, tree in modules().items()}
    assert {path: names for path, names in unused.items() if names} == {}


def _private(tree: ast.Module) -> set[str]:
    """The private constants, functions and classes at the top of a module."""
    defined = {node.name for node in tree.body if isinstance(node, Function | ast.ClassDef)}
    assigned = [
        node.targets if isinstance(node, ast.Assign) else [node.target]
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
    ]
    defined |= {name.id for targets in assigned for name in targets if isinstance(name, ast.Name)}
    return {name for name in defined if name.startswith("_") and not name.startswith("__")}


def _read(tree: ast.Module) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}


def test_functions_are_short() -> None:
    lengths = {
        f"{path.relative_to(ROOT)}:{f.lineno} {f.name}": (f.end_lineno or f.lineno) - f.lineno + 1
        for path, tree in modules().items()
        for f in functions(tree)
    }
    assert named(lengths, FUNCTION_CAP) == []
    assert quantiles(lengths.values(), n=10)[-1] <= FUNCTION_P90


def test_every_public_thing_has_a_docstring() -> None:
    missing = []
    for path, tree in modules().items():
        for name, node in chain([("", tree)], public_definitions(tree)):
            if not ast.get_docstring(node):
                missing.append(f"{path.relative_to(ROOT)} {name}")
    assert missing == []


def public_definitions(
    tree: ast.Module | ast.ClassDef, prefix: str = ""
) -> Iterator[tuple[str, ast.ClassDef | Function]]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_") and not overloaded(node):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public_definitions(node, f"{prefix}{node.name}.")


def overloaded(node: ast.ClassDef | Function) -> bool:
    return any(isinstance(d, ast.Name) and d.id == "overload" for d in node.decorator_list)


def test_every_function_is_fully_typed() -> None:
    bare = []
    for path, tree in modules().items():
        for f in functions(tree):
            given = [*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs]
            untyped = [a.arg for a in given if a.annotation is None and a.arg not in {"self", "cls"}]
            if f.returns is None or untyped:
                bare.append(f"{path.relative_to(ROOT)}:{f.lineno} {f.name} {untyped}")
    assert bare == []


def test_no_module_is_a_junk_drawer() -> None:
    folders = {p.parent for p in modules()}
    assert [p for p in (*modules(), *folders) if p.stem.strip("_") in JUNK_DRAWERS] == []


def test_no_clock_is_read_and_nothing_is_printed_in_the_path_of_a_report() -> None:
    outside = {"cli", "api", "web"}
    found = []
    for path, tree in modules().items():
        within = path.relative_to(PACKAGE)
        if within.parts[0] in outside or within.as_posix() == "ledger/clock.py":
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and re.search(
                r"^print$|\b(datetime|date)\.(now|today|utcnow)$|^time\.(time|localtime)$", ast.unparse(node.func)
            ):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno} {ast.unparse(node.func)}")
    assert found == []


def test_the_project_names_no_machine_and_no_registry() -> None:
    found = []
    for path in project_files():
        if path.suffix in {".png", ".woff2", ".sqlite", ".gz"}:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {words}" for words in FORBIDDEN if words in text]
    assert found == []


def test_imports_run_one_way() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def knowledge_files() -> list[Path]:
    return sorted(p for p in KNOWLEDGE.rglob("*") if p.suffix in {".yaml", ".csv"})


def test_every_knowledge_table_is_named_by_a_module_that_checks_it() -> None:
    loading = [p.read_text(encoding="utf-8") for p in modules() if p.parent != KNOWLEDGE]
    loading = [code for code in loading if "load_yaml" in code or "load_csv" in code or "load_table" in code]
    orphans = [
        p.name for p in knowledge_files() if not any(re.search(rf"\b{re.escape(p.stem)}\b", code) for code in loading)
    ]
    assert orphans == []


def lexicon_entries(path: Path) -> list[dict[str, object]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return [dict(row) for row in csv.DictReader(file)]
    return list(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


def is_in_need_of_an_example(path: Path, entry: dict[str, object]) -> bool:
    """What matches words of a report is; classes that such entries refer to and rows of name tables are not."""
    if path.suffix == ".csv":
        return "example" in entry
    is_phrase = "pattern" in entry and "type" not in entry and path.name == "times_rules.yaml"
    is_class = set(entry) in ({"id", "countries"}, {"id", "lemmas"})
    return "id" in entry and not is_phrase and not is_class


@pytest.mark.parametrize("path", knowledge_files(), ids=lambda p: p.name)
def test_every_lexicon_entry_has_its_own_id_and_an_example(path: Path) -> None:
    entries = lexicon_entries(path)
    ids = [str(entry["id"]) for entry in entries if "id" in entry]
    assert sorted({i for i in ids if ids.count(i) > 1}) == []
    assert [e["id"] for e in entries if is_in_need_of_an_example(path, e) and not e.get("example")] == []


def stage_folders() -> list[str]:
    """The folders that the stages of the pipeline come from, in the pipeline's order."""
    return [stage.__module__.split(".")[-2] for stage in pipeline.STAGES]


def test_each_stage_stands_in_a_folder_of_its_own() -> None:
    folders = stage_folders()
    assert len(set(folders)) == len(folders)
    assert all(list(PACKAGE.rglob(f"{folder}/__init__.py")) for folder in folders)


@pytest.mark.parametrize("document", ["README.md", "docs/explanation/pipeline.md"])
def test_the_picture_of_the_pipeline_names_the_folders_in_their_order(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    picture = next(block for block in re.findall(r"```\w*\n(.*?)```", text, re.S) if "▶" in block)
    at = [re.search(rf"\b{folder}\b", picture) for folder in stage_folders()]
    assert all(at), [folder for folder, found in zip(stage_folders(), at, strict=True) if not found]
    positions = [found.start() for found in at if found]
    assert positions == sorted(positions)
    assert stage_folders() == [w for w in re.findall(r"\w+", picture) if w in stage_folders()]


def test_links_between_documents_lead_somewhere() -> None:
    broken = []
    for page in project_files():
        if page.suffix == ".md":
            for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
                if not (page.parent / target).exists():
                    broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []
