"""Which attributions of PolNeAR's development part are found, by their cue and by the length of their content:

    MEDIA_STUDY_CORPORA=… python tests/bench_missed.py"""
import numpy as np, pandas as pd
from media_study.marks import inside
from media_study.training.evaluate import annotate_dev, kind_of_words, pair_up, without_that, words_of

COMMON = r"\b(?:said|says|say|told|according to|added|wrote|tweeted)\b"


def found() -> pd.DataFrame:
    "One row an attribution: kind, cue, whether it has a source, words of its content, whether it is found"
    (articles, gold_of), rows = annotate_dev(), []
    for a in articles:
        each, marks, gold = words_of(a.text), inside(a.text), gold_of[a.id]
        of = lambda spans: each(without_that(a.text, spans))
        hit = {j for _, j in pair_up([of(q.content) for q in a.quotes if not q.nested_in], [of(g["content"]) for g in gold])}
        rows += [(kind_of_words(a.text, g["content"], marks), a.words(g["cue"]).lower(), bool(g["source"]), len(of(g["content"])), j in hit) for j, g in enumerate(gold)]
    return pd.DataFrame(rows, columns=["kind", "cue", "source", "words", "found"])


if __name__ == "__main__":
    d = found()
    d["how"] = np.select([d.cue.str.contains(COMMON), ~d.source], ["a common verb", "no source"], "another cue")
    print(d.groupby(["kind", "how"]).found.agg(["mean", "size"]).round(2))
    indirect = d[d.kind == "indirect"]
    print(indirect.groupby(pd.cut(indirect.words, [0, 3, 7, 15, 30, 500]), observed=True).found.agg(["mean", "size"]).round(2))
