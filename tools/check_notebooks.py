"Execute the notebooks anew and compare what they show with what is stored in them."
import argparse, difflib, re, sys, time
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from importlib.util import find_spec
from pathlib import Path
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 50_000  # characters of one cell's outputs
TEXTS = ("text/plain", "text/html", "text/markdown", "application/json")


def notebooks(folder:Path) -> list[Path]:
    "All notebooks below `folder`, those of Jupyter's own checkpoints and of folders that begin with `_` left out"
    return sorted(f for f in folder.rglob("*.ipynb") if not any(p[0] in "._" for p in f.relative_to(folder).parts))


def flags(cell) -> dict[str, str]:
    "The `#| name: value` directives at the top of a code cell"
    return {m[1]: m[2] for m in re.finditer(r"^#\|\s*(\w+):?[ \t]*(.*)$", cell.source, re.M)} if cell.cell_type == "code" else {}


def is_left_out(cell) -> bool:
    "Whether a cell is not executed: `#| eval: false`, or `#| slow`"
    f = flags(cell)
    return f.get("eval") == "false" or "slow" in f


def why_skipped(nb) -> str | None:
    "Why a notebook is not executed: its frontmatter says `skip_exec: true`, or it imports what only training needs and that is not here"
    if any(re.search(r"^(- )?skip_exec:\s*true", c.source, re.M) for c in nb.cells[:2] if c.cell_type != "code"): return "skip_exec"
    code = "\n".join(c.source for c in nb.cells if c.cell_type == "code")
    missing = [name for name in ("torch", "onnx") if re.search(rf"^import {name}\b", code, re.M) and not find_spec(name)]
    return f"{', '.join(missing)} not installed" if missing else None


def shown(outputs) -> list[str]:
    "What a reader sees, as lines: streams joined, texts without the addresses that nbdev_clean strips, pictures and widgets by presence alone"
    res, stream = [], None
    for o in outputs:
        if o.output_type == "stream":
            if stream != o.name: res.append(f"[{o.name}]")
            elif not res[-1].endswith("\n"): o = {**o, "text": res.pop() + o["text"]}
            res += o["text"].splitlines(keepends=True)
            stream = o["name"]
            continue
        stream = None
        if o.output_type == "error": res += ["[error]", f"{o.ename}: {o.evalue}"]
        else:
            for kind in sorted(o.data):
                res.append(f"[{kind}]")
                if kind in TEXTS and not any("widget" in k for k in o.data): res += str(o.data[kind]).splitlines()
    return [re.sub(r"(<.*?)( at 0x[0-9a-fA-F]+)(>)", r"\1\3", line.rstrip("\n")) for line in res]


def execute(nb, folder:Path):
    "A copy of `nb`, executed in `folder`; cells that are left out keep their outputs"
    new = deepcopy(nb)
    kept = [c for c in new.cells if is_left_out(c)]
    for c in kept: c.cell_type = "raw"
    NotebookClient(new, timeout=900, kernel_name="python3", extra_arguments=["--log-level=ERROR"], resources={"metadata": {"path": str(folder)}}).execute()
    for c in kept: c.cell_type = "code"
    return new


def differences(old, new) -> list[str]:
    "A readable difference for each cell whose outputs changed, and a line for each that is too large"
    res = []
    for a, b in zip(old.cells, new.cells, strict=True):
        if a.cell_type != "code": continue
        x, y = shown(a.outputs), shown(b.outputs)
        if x != y: res += [f"cell {a.id}: {a.source.splitlines()[-1]}", *difflib.unified_diff(x, y, "stored", "executed", lineterm="", n=1)]
        size = sum(len(str(o)) for o in b.outputs if not any(k.startswith("image/") for k in o.get("data", ())))
        if size > LIMIT: res.append(f"cell {a.id}: its outputs have {size:,} characters, {LIMIT:,} are allowed")
    return res


def check(path:Path, write:bool=False) -> tuple[Path, list[str], str]:
    "Execute one notebook: its path, what is wrong with it, and a word on how it went"
    nb, start = nbformat.read(path, 4), time.perf_counter()
    if why := why_skipped(nb): return path, [], f"not executed ({why})"
    try: new = execute(nb, path.parent)
    except CellExecutionError as e:
        if write: raise
        return path, [re.sub(r"\x1b\[[0-9;]*m", "", str(e))], "failed"
    if write: nbformat.write(new, path)
    bad = differences(nb, new)
    return path, bad, f"{'differs' if bad else 'ok'}, {time.perf_counter() - start:.1f} s"


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("notebooks", nargs="*", type=Path, help="all below nbs/ if none is named")
    p.add_argument("--jobs", type=int, default=2, help="how many run at the same time")
    p.add_argument("--write", action="store_true", help="store the new outputs (run nbdev_clean afterwards)")
    args = p.parse_args()
    paths, failed, start = args.notebooks or notebooks(ROOT/"nbs"), 0, time.perf_counter()
    with ThreadPoolExecutor(args.jobs) as pool:
        for path, bad, word in pool.map(lambda f: check(f.resolve(), args.write), paths):
            print(f"{path.name}: {word}", *bad, sep="\n    ", flush=True)
            failed += bool(bad)
    print(f"{len(paths) - failed} of {len(paths)} notebooks show what is stored in them ({time.perf_counter() - start:.0f} s)")
    sys.exit(bool(failed) and not args.write)


if __name__ == "__main__": main()
