"""The rules no linter has, each a function from a folder to what breaks it there.

Every rule reads only text and syntax trees, so a test can plant a violation in a folder of its
own and see that the rule finds it.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

MOST_LINES_OF_A_MODULE = 400
MOST_LINES_OF_A_FUNCTION = 60
ROOMLESS = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc", "lib"}
ROOMLESS |= {"manager", "managers", "stuff", "tools", "functions"}

# A docstring that says what must be, may be or counts states a rule somebody could argue with
DUTY = re.compile(r"\b(must|shall|may|need not|entitled|in private|quorate|counts?)\b")
# These read and write; "must" and "may" there speak of a file or a pattern
NO_RULES_IN = {"meeting_file", "toml_section", "wording"}

SQL = re.compile(
    r"""\s*(select\b.+\bfrom\b | select\s+(count|max|min)\( | insert\s+(or\s+\w+\s+)?into\b
    | update\s+\w+\s+set\b | delete\s+from\b | alter\s+table\b | drop\s+(table|index|trigger)\b
    | create\s+(\w+\s+)?(table|index|trigger|view)\b | pragma\s+\w+)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
CLOCKS |= {"time.time_ns", "time.localtime", "time.gmtime", "time.ctime"}
NETWORK = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "xmlrpc", "asyncio"}
NETWORK |= {"requests", "httpx", "aiohttp", "urllib3", "websockets", "socketserver", "telnetlib"}
NETWORK |= {"PySide6.QtNetwork", "PySide6.QtWebSockets", "webbrowser"}

# Brackets keep these patterns from finding themselves; an invented home of a clerk's is nobody's
HERE_ONLY = re.compile(
    r"(?<![\w.])/(?:[w]ork|[r]oot|[f]arm|tmp/\w+)/\w"
    r"|[p]ypi\.org|[p]ythonhosted\.org|[d]eb\.debian\.org|[n]pmjs\.org"
    r"|(?:extra-)?[i]ndex-url\b|[f]ind-links\b"
)


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file and its syntax tree; ``place`` is its path below the folder looked at."""

    place: str
    text: str
    tree: ast.Module

    def at(self, line: int, words: str) -> str:
        """Return a finding as editors know it: place, line, what is wrong."""
        return f"{self.place}:{line}: {words}"


def sources(folder: Path) -> Iterator[Source]:
    """Yield every Python file below a folder, in order."""
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        yield Source(path.relative_to(folder).as_posix(), text, ast.parse(text))


# --- words that lead somewhere ---


def papers_that_are_not_here(folder: Path, checkout: Path) -> list[str]:
    """Places that send a reader to a document which the repository does not hold."""
    here = {path.name for path in tracked_files(checkout) if path.suffix == ".md"}
    return [
        source.at(number, f"there is no {name}")
        for source in sources(folder)
        for number, line in enumerate(source.text.splitlines(), 1)
        for name in re.findall(r"\b[A-Za-z][\w-]*\.md\b", line)
        if name not in here
    ]


# --- size and names ---


def long_modules(folder: Path) -> list[str]:
    """Modules over 400 lines."""
    counted = ((source, source.text.count("\n")) for source in sources(folder))
    return [
        source.at(lines, f"{lines} lines, the ceiling is {MOST_LINES_OF_A_MODULE}")
        for source, lines in counted
        if lines > MOST_LINES_OF_A_MODULE
    ]


def long_functions(folder: Path) -> list[str]:
    """Functions over 60 lines, docstring included; a text of many lines (SQL) counts as one."""
    found = []
    for source in sources(folder):
        for function in _functions(source.tree):
            first = function.lineno
            text = sum((t.end_lineno or t.lineno) - t.lineno for t, _ in _strings(function))
            lines = (function.end_lineno or first) - first + 1 - text
            if lines > MOST_LINES_OF_A_FUNCTION:
                found.append(source.at(first, f"{function.name} has {lines} lines"))
    return found


def roomless_names(folder: Path) -> list[str]:
    """Modules and packages whose name says that nobody found their noun."""
    names = {path.relative_to(folder) for path in folder.rglob("*.py")}
    return [
        f"{path.as_posix()}: a module or package named {part}"
        for path in sorted(names)
        for part in path.with_suffix("").parts
        if ROOMLESS & set(part.strip("_").split("_"))
    ]


# --- words ---


def modules_without_docstring(folder: Path) -> list[str]:
    """Modules that do not say what they are for; a package's is its door sign, one sentence."""
    found = []
    for source in sources(folder):
        first_line = (ast.get_docstring(source.tree) or "").split("\n")[0]
        if not re.fullmatch(r"\S.*[.:?]", first_line):
            found.append(source.at(1, "no docstring that starts with one whole sentence"))
    return found


def rules_without_source(folder: Path) -> list[str]:
    """Public functions whose docstring speaks of a duty or a right and names no ``Source:``.

    The source may stand in the docstring of the class or of the module around them.
    """
    return [
        source.at(function.lineno, f"{function.name} states a rule without a Source:")
        for source in sources(folder)
        if Path(source.place).stem not in NO_RULES_IN and "Source:" not in _doc(source.tree)
        for function in _public_functions(source.tree)
        if DUTY.search(_doc(function).partition("Raises:")[0]) and "Source:" not in _doc(function)
    ]


# --- who may do what ---


def sql_strings(folder: Path) -> list[str]:
    """Strings that read as SQL; docstrings do not count."""
    return [
        source.at(node.lineno, f"SQL: {text.strip()[:40]!r}")
        for source in sources(folder)
        for node, text in _strings(source.tree)
        if SQL.match(text)
    ]


def broad_excepts(folder: Path) -> list[str]:
    """Handlers that swallow any error; tidying up and raising it again is no swallowing."""
    found = []
    for source in sources(folder):
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ExceptHandler) and _is_broad(node.type):
                last = node.body[-1]
                if not (isinstance(last, ast.Raise) and last.exc is None):
                    found.append(source.at(node.lineno, "swallows every error"))
            elif isinstance(node, ast.Call) and _dotted(node.func).split(".")[-1] == "suppress":
                broad = [a for a in node.args if _is_broad(a)]
                found += [source.at(a.lineno, "suppresses every error") for a in broad]
    return found


def prints(folder: Path) -> list[str]:
    """Calls of ``print``."""
    return _calls(folder, lambda name: name == "print")


def clock_questions(folder: Path) -> list[str]:
    """Calls that ask the machine what time or day it is; measuring how long is no question."""
    return _calls(folder, lambda name: ".".join(name.split(".")[-2:]) in CLOCKS)


def network_imports(folder: Path) -> list[str]:
    """Imports that can reach a network."""
    return imports_of(folder, NETWORK)


def imports_of(folder: Path, forbidden: Iterable[str]) -> list[str]:
    """Imports of these modules, or of anything inside them, wherever they stand in a file."""
    names = tuple(forbidden)
    return [
        source.at(line, f"imports {module}")
        for source in sources(folder)
        for line, module in _imported(source.tree)
        if any(module == name or module.startswith(f"{name}.") for name in names)
    ]


# --- circles ---


def import_circles(package: Path) -> list[str]:
    """Circles among the modules of a package: each as its modules in import order.

    Relative imports, imports inside functions and those for type checking all count.
    """
    graph = import_graph(package)
    done: set[str] = set()
    circles: list[str] = []

    def visit(module: str, trail: tuple[str, ...]) -> None:
        if module in trail:
            circles.append(" -> ".join((*trail[trail.index(module) :], module)))
        elif module not in done:
            for other in sorted(graph[module]):
                visit(other, (*trail, module))
            done.add(module)

    for module in sorted(graph):
        visit(module, ())
    return circles


def import_graph(package: Path) -> dict[str, set[str]]:
    """Return, for every module of a package, the modules of the package that it imports."""
    modules = {_module_name(f"{package.name}/{s.place}"): s for s in sources(package)}
    graph: dict[str, set[str]] = {}
    for module, source in modules.items():
        inside = module if source.place.endswith("__init__.py") else module.rpartition(".")[0]
        names = {name for _, name in _imported(source.tree, inside)}
        graph[module] = {_nearest(name, modules) for name in names} & set(modules) - {module}
    return graph


# --- what the repository may hold ---


def tracked_files(checkout: Path) -> Iterator[Path]:
    """Yield the files of a checkout that ``.gitignore`` does not leave out; git itself may lack."""
    ignored = (checkout / ".gitignore").read_text(encoding="utf-8").split()
    patterns = [".git", *(line.strip("/") for line in ignored)]
    for path in sorted(checkout.rglob("*")):
        parts = path.relative_to(checkout).parts
        if path.is_file() and not any(Path(p).match(i) for p in parts for i in patterns):
            yield path


def binary_files(checkout: Path) -> list[str]:
    """Files that are not text: fonts, icons and PDFs are dependencies or are made by code."""
    return [
        path.relative_to(checkout).as_posix()
        for path in tracked_files(checkout)
        if _is_binary(path.read_bytes())
    ]


def words_of_one_machine(checkout: Path) -> list[str]:
    """Lines that name a path of somebody's machine or the host of a package registry."""
    return [
        f"{path.relative_to(checkout).as_posix()}:{number}: {found.group()}"
        for path in tracked_files(checkout)
        if not _is_binary(path.read_bytes())
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (found := HERE_ONLY.search(line))
    ]


# --- reading syntax trees ---


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _doc(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> str:
    return ast.get_docstring(node) or ""


def _public_functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """Yield a module's functions, and the methods of its classes that name no source.

    A property tells a fact; the rule behind it stands where the fact is found.
    """
    sourceless = [n for n in tree.body if isinstance(n, ast.ClassDef) and "Source:" not in _doc(n)]
    for node in [*tree.body, *(inner for one in sourceless for inner in one.body)]:
        match node:
            case ast.FunctionDef(decorator_list=[ast.Name(id="property")]):
                continue
            case ast.FunctionDef(name=name) if not name.startswith("_"):
                yield node


def _strings(tree: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Yield every string with its text, ``x`` for what an f-string fills in.

    A string that is a statement by itself is a docstring, and left out.
    """
    passed = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        if isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in node.values}
            parts = [part.value if isinstance(part, ast.Constant) else "x" for part in node.values]
            yield node, "".join(str(part) for part in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node, node.value


def _is_broad(kind: ast.expr | None) -> bool:
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(k is None or _dotted(k) in {"Exception", "BaseException"} for k in kinds)


def _dotted(node: ast.expr) -> str:
    """Return a name as written, ``a.b.c``; empty if it is something else."""
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def _calls(folder: Path, wanted: Callable[[str], bool]) -> list[str]:
    return [
        source.at(node.lineno, f"calls {_dotted(node.func)}")
        for source in sources(folder)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and wanted(_dotted(node.func))
    ]


def _imported(tree: ast.AST, inside: str = "") -> Iterator[tuple[int, str]]:
    """Yield the line and full name of everything imported; ``inside`` is the package it is in.

    ``from a import b`` yields ``a.b``: only the caller knows whether ``b`` is a module.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = inside.split(".")[: len(inside.split(".")) - node.level + 1]
            start = ".".join([*(above if node.level else []), *filter(None, [node.module])])
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)


def _module_name(place: str) -> str:
    return place.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _nearest(name: str, modules: Iterable[str]) -> str:
    """Return the module an imported name lives in: itself, or the one it is taken from."""
    return name if name in modules else name.rpartition(".")[0]


def _is_binary(content: bytes) -> bool:
    try:
        return "\0" in content.decode("utf-8")
    except UnicodeDecodeError:
        return True
