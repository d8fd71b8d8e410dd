"Words that the sample puts into quotation marks are public statements, each with its source in a table, or marked as made for it."
import csv
from importlib.resources import files
from pathlib import Path

import pytest

from media_study.marks import pair_marks

package = files("media_study")
texts = {p.name: p.read_text(encoding="utf8") for p in sorted(Path(str(package/"sample")).glob("*.txt"))}
with (package/"data"/"sample_sources.csv").open(encoding="utf8", newline="") as f: table = list(csv.DictReader(f))

@pytest.mark.parametrize("name", texts)
def test_every_marked_span_has_its_source(name):
    marked = sorted(texts[name][m.start:m.end] for m in pair_marks(texts[name]) if m.depth == 1)
    assert marked == sorted(r["quotation"] for r in table if r["file"] == name)

def test_the_table_is_filled_in():
    assert {r["file"] for r in table} <= set(texts) and len(texts) == 6
    for r in table:
        assert r["speaker"] and r["source"]
        assert bool(r["said"]) == ("invented" not in r["source"])

def test_only_invented_people_take_turns_in_the_transcript():
    turns = {line.split(":")[0].split(",")[0] for line in texts["radio-transcript.txt"].splitlines() if line.split(":")[0].split(",")[0].isupper()}
    assert turns == {"MARA LIND", "LIND", "OSKAR BRANDT", "BRANDT", "SOFIA MARCHETTI", "MARCHETTI"}

def test_every_article_is_read_and_quotes_somebody():
    from media_study import annotate
    assert all(annotate(text, id=name).quotes for name, text in texts.items())
