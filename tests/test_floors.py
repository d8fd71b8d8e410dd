"""Accuracy does not fall below the floors in `floors.json`.

Each entry there names what is annotated, below the folder that holds the corpora (of a file of lines, the `first` so many), how it is scored (PRED and GOLD
stand for what was annotated and for the lines it came from), and the least value of each figure, by its path in what the scorer prints."""
import gzip, json, os, subprocess, sys
from pathlib import Path
import pytest

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf8"))
CORPORA = os.environ.get("MEDIA_STUDY_CORPORA")
pytestmark = pytest.mark.skipif(not CORPORA, reason="MEDIA_STUDY_CORPORA does not name the folder of the corpora")


def run(*args) -> str:
    done = subprocess.run([sys.executable, *map(str, args)], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def given(entry:dict, folder:Path, tmp:Path) -> tuple[list[Path], Path]:
    "The files to annotate, and the gold they are scored against"
    files = sorted(folder.glob(entry["annotate"]))
    if "first" not in entry: return files, files[0] if files else folder
    with gzip.open(files[0], "rt", encoding="utf8") as f: lines = [line for line, _ in zip(f, range(entry["first"]))]
    gold, bare = tmp/"gold.jsonl", tmp/"given.jsonl"
    gold.write_text("".join(lines), encoding="utf8")
    bare.write_text("".join(json.dumps({k: d[k] for k in ("id", "text")}) + "\n" for d in map(json.loads, lines)), encoding="utf8")
    return [bare], gold


def figure(scores:dict, path:str):
    for key in path.split("/"): scores = scores[key]
    return scores


@pytest.mark.parametrize("name", FLOORS)
def test_floor(name, tmp_path):
    entry, folder = FLOORS[name], Path(CORPORA).parent
    if not entry["floors"]: pytest.skip(f"floors.json sets no floor for {name}")
    files, gold = given(entry, folder, tmp_path)
    scorer = folder/"score"/entry["score"][0]
    if not (files and scorer.exists()): pytest.skip(f"{entry['annotate']} or its scorer is not beside {CORPORA}")
    pred = tmp_path/"pred.jsonl"
    pred.write_text(run("-c", "import sys; from media_study.cli import main; sys.exit(main())", "annotate", *files), encoding="utf8")
    names = {"PRED": pred, "GOLD": gold}
    args = [names.get(a) or (next(folder.glob(a)) if "/" in a else a) for a in entry["score"][1:]]
    scores = json.loads(run(scorer, *args, "--json"))
    got = {path: figure(scores, path) for path in entry["floors"]}
    print(name, json.dumps(got))
    assert not {path: (got[path], "is below", least) for path, least in entry["floors"].items() if got[path] < least}
