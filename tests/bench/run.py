"""How fast guidebuild is beside others, in one run: `python tests/bench/run.py`. Prints, asserts nothing.

CPU time is user and system time of the whole process (`getrusage` of the children), bytes are those of the PDF, and
memory is the peak resident size. The peers set the same words, plainly: no charts, marks or page designs. Typst
remembers what it has set in a process, so its warm runs are given other words each time ("new words") as well as the
same; guidebuild's warm runs set the same words and use its caches.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).resolve().parent
BASELINE = "import reportlab.platypus, pydantic, yaml, click"
WARM_RUNS = 5


@dataclass(frozen=True)
class Result:
    """One line of the table. `cpu` is seconds, `memory` megabytes (0: not measured), `size` bytes of the PDF."""

    name: str
    cpu: float
    memory: float = 0.0
    size: int = 0
    pages: int = 0


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        results, stages = measure(Path(folder))
    print_table(results)
    print_stages(stages)


def measure(folder: Path) -> tuple[list[Result], dict[str, list[float]]]:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    ours = folder / "ours.pdf"
    build = ["-m", "guidebuild", "pdf", "--quiet", "-o", str(ours)]
    os.environ["GUIDEBUILD_CACHE"] = "off"
    process("not counted: writes the bytecode", build)
    os.environ["GUIDEBUILD_CACHE"] = str(folder / "cache")
    results = [
        process("python -c 'import reportlab.platypus, pydantic, yaml, click'", ["-c", BASELINE]),
        process("guidebuild pdf, cold, empty cache", build, ours),
        process("guidebuild pdf, cold, caches warm", build, ours),
    ]
    warm, stages = warm_builds(ours)
    results.append(warm)
    write_words(folder)
    for name in ("typst", "weasyprint"):
        results += peer(name, folder, folder / f"{name}.pdf")
    return results, stages


def process(name: str, arguments: list[str], pdf: Path | None = None) -> Result:
    """Run a fresh Python; CPU and peak memory are the child's own, through a reporting parent of its own."""
    _, cpu, memory = child([sys.executable, *arguments])
    return Result(name, cpu, memory, *(measures(pdf) if pdf else (0, 0)))


def child(command: list[str]) -> tuple[str, float, float]:
    """Output, CPU seconds and peak megabytes of a command; `wait4` gives the figures of just this child."""
    with tempfile.TemporaryFile("w+") as output:
        started = subprocess.Popen(command, stdout=output)
        _, status, usage = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        if started.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {started.returncode}")
        output.seek(0)
        return output.read(), usage.ru_utime + usage.ru_stime, peak(usage)


def peak(usage: resource.struct_rusage) -> float:
    """Megabytes; Linux counts kilobytes, macOS bytes."""
    return usage.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)


def warm_builds(pdf: Path) -> tuple[Result, dict[str, list[float]]]:
    """Build in this process: once to warm up, then `WARM_RUNS` times; also the CPU of each stage."""
    from guidebuild.build import Order, build
    from guidebuild.cache import Cache, default_folder

    totals: list[float] = []
    stages: dict[str, list[float]] = {}
    for run in range(WARM_RUNS + 1):
        marks: list[tuple[str, float]] = []
        built = build(
            Order(),
            progress=lambda stage, marks=marks: marks.append((stage, time.process_time())),
            cache=Cache(default_folder()),
        )
        marks.append(("", time.process_time()))
        if run:  # the first one warms up
            totals.append(marks[-1][1] - marks[0][1])
            for (stage, start), (_, end) in pairwise(marks):
                stages.setdefault(stage, []).append(end - start)
    pdf.write_bytes(built.artifact.pdf)
    return Result(
        "guidebuild, warm process, same words", statistics.median(totals), 0, *measures(pdf)
    ), stages


def write_words(folder: Path) -> None:
    """What the peers set: the words of the default guide, and `WARM_RUNS` copies with a number after each text."""
    from guidebuild.build import Order, prepare
    from guidebuild.cache import Cache
    from words import numbered, sections

    document = prepare(Order(), progress=lambda _stage: None, cache=Cache(None)).document
    guide = {"title": document.title, "sections": sections(document)}
    (folder / "words.json").write_text(json.dumps(guide))
    for number in range(WARM_RUNS + 1):
        (folder / f"words-{number}.json").write_text(json.dumps(numbered(guide, number)))


def peer(name: str, folder: Path, pdf: Path) -> list[Result]:
    """A cold process with one run, and medians of `WARM_RUNS` after a first one in one process."""
    script = [sys.executable, str(HERE / "peers" / f"{name}_guide.py"), str(pdf)]
    same = [str(folder / "words.json")] * (WARM_RUNS + 1)
    new = [str(folder / f"words-{number}.json") for number in range(WARM_RUNS + 1)]
    try:
        _, cold, memory = child([*script, same[0]])
        found = measures(pdf)
        warm = {
            kind: child([*script, *words])[0] for kind, words in (("same words", same), ("new words", new))
        }
    except SystemExit as err:
        print(f"{name}: {err} (is the [bench] extra installed?)", file=sys.stderr)
        return []
    return [
        Result(f"{name}, cold", cold, memory, *found),
        *(
            Result(
                f"{name}, warm process, {kind}", statistics.median(map(float, times.split()[1:])), 0, *found
            )
            for kind, times in warm.items()
        ),
    ]


def measures(pdf: Path) -> tuple[int, int]:
    import pikepdf

    with pikepdf.open(pdf) as opened:
        return pdf.stat().st_size, len(opened.pages)


def print_table(results: list[Result]) -> None:
    """Every line with its ratio to the first, and to guidebuild's warm build where that is the fair comparison."""
    base = results[0].cpu
    warm = next((result.cpu for result in results if result.name.startswith("guidebuild, warm")), 0.0)
    print(f"{'':60} {'CPU':>8} {'x imports':>10} {'x our warm':>11} {'peak':>8} {'PDF':>8} {'pages':>6}")
    for result in results:
        memory = f"{result.memory:.0f} MB" if result.memory else ""
        size = f"{result.size / 1000:.0f} KB" if result.size else ""
        print(
            f"{result.name:60} {result.cpu * 1000:5.0f} ms {result.cpu / base:10.2f} {result.cpu / warm:11.2f}"
            f" {memory:>8} {size:>8} {result.pages or '':>6}"
        )


def print_stages(stages: dict[str, list[float]]) -> None:
    """Where the time of a warm build goes."""
    medians = {stage: statistics.median(times) for stage, times in stages.items()}
    total = sum(medians.values()) or 1.0
    print("\nWhere the time of a warm build goes (CPU, median):")
    for stage, seconds in medians.items():
        print(f"  {stage:<8} {seconds * 1000:6.1f} ms {seconds / total:6.0%}")


if __name__ == "__main__":
    main()
