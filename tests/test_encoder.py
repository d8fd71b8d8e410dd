"The model reads any text, alone as in company, and what is built on it keeps its spans inside the text."
import json, random

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from media_study import annotate
from media_study.encoder import NAMES, ROLES, WINDOW, Encoder, owner, to_pieces, windows

odd = {
    "marks of every sort": "„So“, sagte er. «Oui», dit-elle. “One ‘two’ three,” she said. ‹x› 「話」 ``a'' 5'10\" '90s dogs' \"open",
    "missing closing marks": "“We will go, he said.\n\nNobody “came, she added. \"And so on",
    "capitals": "MINISTER SAYS “NO DEAL” AS TALKS FAIL\n\nTHE MINISTER SAID TALKS HAD FAILED, REPORTERS WERE TOLD.",
    "transcript": "SPEAKER ONE: Thank you.\nSPEAKER TWO: We said that we would come.\nQUESTION: Did you say so?\nSPEAKER TWO: I did.",
    "tweets": "RT @someone: so he said \"no way\" 😂😂 #news https://example.org/a?b=c\n— Some One (@someone) June 3, 2020",
    "five hundred names": ", ".join(f"Ann{i} Bell{i}" for i in range(500)),
    "markup": "<p>He said <b>&ldquo;yes&rdquo;</b>.</p><script>alert(\"x\")</script>\n\n## Title\n[link](http://x.y)",
    "one word": "Yes", "blank": " \n\t\n ", "empty": "", "no spaces": "x"*3000, "chinese": "中国外交部发言人说，两国应当合作。"*30, "emoji": "🙂🏳️‍🌈👨‍👩‍👧 said “🙂”.",
    "right to left": "قال الوزير «نعم». \u202eevil\u202c said “x”."}

def inside(article):
    n = len(article.text)
    spans = [(m.start, m.end) for m in article.mentions + article.blocks + article.dates] + [s for q in article.quotes for s in (*q.content, *q.cue, *q.source)]
    assert all(0 <= s < e <= n for s, e in spans)
    assert all(0 <= q.confidence <= 1 and q.content for q in article.quotes)
    json.dumps(article.to_dict())

@pytest.mark.parametrize("name", odd)
def test_odd_texts(name): inside(annotate(odd[name], language="en"))

@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["“", "”", '"', "'", "said ", "Ann Lee ", "the ministry ", "that ", ". ", "\n", "we agree ", "’s ", "é", "中", "\u0301", "\u200b", "\r\n", "U.S. "]), max_size=40).map("".join))
def test_made_up_texts(text): inside(annotate(text, language="en"))

@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_pieces_lie_in_order_inside_the_text(text):
    p = to_pieces(text)
    assert all(0 <= a < b <= len(text) for a, b in p.spans) and (np.diff(p.spans[:, 0]) >= 0).all()

def test_scores_do_not_depend_on_what_was_read_before():
    texts = [t for t in odd.values() if t.strip()]
    first = [Encoder(threads=1).read(t) for t in texts]
    net, order = Encoder(threads=2), list(range(len(texts)))
    random.Random(1).shuffle(order)
    for i in order:
        r = net.read(texts[i])
        assert np.array_equal(r.roles, first[i].roles) and np.array_equal(r.names, first[i].names) and np.array_equal(r.inner, first[i].inner)

def test_a_model_without_a_head_is_refused(monkeypatch):
    monkeypatch.setattr("media_study.encoder.OUTPUTS", ("roles", "colours"))
    with pytest.raises(ValueError, match="model.onnx does not tell colours: it was exported by another version"): Encoder(threads=1)

def test_every_piece_of_a_long_text_is_read():
    text = "The minister said on Monday that talks would go on. " * 300
    r = Encoder.load().read(text)
    assert len(r) > 10*WINDOW and r.roles.shape == (len(r), len(ROLES)) and r.names.shape == (len(r), len(NAMES))
    assert np.allclose(r.roles.sum(1), 1, atol=1e-4)
    said = [i for i, (a, b) in enumerate(r.pieces) if text[a:b] == "said"]
    assert len(said) == 300 and np.mean(r.roles[said, 3] > .5) > .95

def test_a_missing_model_says_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match="install media_study from its wheel"): Encoder(tmp_path)

def test_moved_windows_meet_again():
    "After a line that is put above, windows soon fall where they fell before"
    lines = np.zeros(4000, int); lines[np.cumsum(np.random.default_rng(3).integers(12, 90, 70))] = 1
    before, after = windows(lines), windows(np.concatenate([[1] + [0]*29, lines]))
    assert {(a + 30, b + 30) for a, b in before[8:]} <= set(after)

def test_vectors_aside(monkeypatch):
    "Word vectors that lie in a file link as those in memory do"
    from media_study import encoder
    text = "“We will rebuild,” Ana Ruiz said on Monday.\n\n" + "Engineers said that the harbour was closed for repairs. "*40
    kept = Encoder.load().read(text)
    monkeypatch.setattr(encoder, "KEPT", 0)
    aside = Encoder.load().read(text)
    cues = np.flatnonzero(kept.roles[:, 3] > .5)
    assert len(kept.spans) > 1 and len(cues) > 10 and not isinstance(aside.vectors, list)
    for i in cues: assert abs(kept.link([i]) - aside.link([i])).max() < .01
