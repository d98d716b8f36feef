"""Reads a package's imports, names and sizes from its source, for the tests of the house; runs none of it."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

PACKAGE = "rso_planner"


@dataclass(frozen=True, slots=True)
class Room:
    """What a package of the house may import: others of ours, and libraries beside the standard one."""

    ours: frozenset[str] = frozenset()
    libraries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Import:
    """One import: who, what, and whether it is written relative to the importing file."""

    importer: str
    imported: str
    is_relative: bool = False

    @property
    def room(self) -> str:
        """The package of the house that imports; a module at the top is a room of its own."""
        return self.importer.split(".")[1] if "." in self.importer else ""

    @property
    def imported_room(self) -> str:
        """The package of the house that is imported, or nothing for a library or the bare package."""
        parts = self.imported.split(".")
        return parts[1] if parts[0] == PACKAGE and len(parts) > 1 else ""


@dataclass(frozen=True)
class House:
    """The source files under a folder that holds the package."""

    top: Path
    root: Path = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "root", self.top / PACKAGE)

    @cached_property
    def tree_by_module(self) -> Mapping[str, ast.Module]:
        """The parsed source of every module by its dotted name."""
        return {self._name(path): ast.parse(path.read_text("utf-8")) for path in sorted(self.root.rglob("*.py"))}

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """Every import of every module, those inside functions and for type checking too."""
        return tuple(
            each for module, tree in self.tree_by_module.items() for each in self._imports_of(module, tree)
        )

    def _name(self, path: Path) -> str:
        parts = path.relative_to(self.top).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def _imports_of(self, module: str, tree: ast.Module) -> Iterator[Import]:
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(module, alias.name)
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    yield Import(module, self._target(node.module or "", alias.name), is_relative=node.level > 0)

    def _target(self, package: str, name: str) -> str:
        whole = f"{package}.{name}"
        return whole if whole in self.tree_by_module else package


def find_cycle(house: House) -> Sequence[str]:
    """Modules that import one another in a ring, or nothing."""
    graph: dict[str, set[str]] = {module: set() for module in house.tree_by_module}
    for each in house.imports:
        if each.imported in graph and each.imported != each.importer:
            graph[each.importer].add(each.imported)
    # What imports nothing that is left is in no ring: take it out until nothing changes.
    while free := [module for module, imported in graph.items() if not imported & graph.keys()]:
        for module in free:
            del graph[module]
    return sorted(graph)


def public_parts(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]]:
    """Every public function and class of a module, and the public methods of its public classes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith(
            "_"
        ):
            yield node.name, node
            if isinstance(node, ast.ClassDef):
                for part in node.body:
                    if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) and not part.name.startswith("_"):
                        yield f"{node.name}.{part.name}", part


def function_lengths(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every function of a module, the private and the nested too, with its lines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1
