"The articles written for training: their marks fit, their contents stand alone with what is nested in them, and what is held back is never learned from."
import pytest

from media_study.training import corpora as c

def test_every_mark_fits():
    every = [*c.written_articles(), *c.written_articles("held")]
    assert len({a[0] for a in every}) == len(every) > 150
    for key, text, marked, names in every:
        assert "<" not in text and marked, key
        for n, a in marked.items():
            for role, spans in a.items():
                assert all(text[s:e] and text[s:e] == text[s:e].strip() for s, e in spans), (key, n, role)
            assert not any(s < d and b < e for s, e in a["content"] for b, d in a["cue"]), (key, n, "the cue lies in its own content")
        assert set(names) <= c.ANY and all(form in text for forms in names.values() for form in forms), key

def test_what_is_held_back_is_not_learned_from():
    held = {a[0] for a in c.written_articles("held")}
    assert held and not any(e.id == h or e.id.startswith(f"{h}-") and e.id.removeprefix(f"{h}-").isdigit() for e in c.written() for h in held)

def test_labels_of_whole_articles_do_not_overlap_and_contents_stand_alone():
    inside = 0
    for e in c.written():
        spans = [s for a in e.attributions for s in a["content"]]
        assert all(0 <= s < t <= len(e.text) and e.text[s:t].strip() for a in e.attributions for r in a for s, t in a[r]), e.id
        assert all(not (c < t and s < d) for a in e.attributions for c, d in a["cue"] for b in e.attributions if b is not a for s, t in b["content"]), e.id # one level
        inside += bool(spans) and e.id.rsplit("-", 1)[-1].isdigit()
    assert inside > 1000

@pytest.mark.parametrize("marks, told", [("<s1>Ana</s1> <c1>said <q1>it rains</c1></q1>.", "</c1> does not close what was opened last, behind “Rain Ana said it rains”"), ("<c1>said</c1> <q1>it rains.", "<q1> is never closed"), ("<q2>it rains</q2>.", "attribution 2 needs a content and a cue")])
def test_marks_that_do_not_fit_are_told_with_their_place(tmp_path, marks, told):
    (tmp_path/"a.txt").write_text(f"=== sky\nRain\n\n{marks}\n", encoding="utf8")
    with pytest.raises(ValueError, match="a.txt, article sky: ") as e: list(c.read_marked(tmp_path/"a.txt"))
    assert told in str(e.value)

def test_contents_get_the_marks_and_the_conjunction_that_polnear_gives_them():
    text = "“We agree,” said Ana. She added that talks were “hard.” He thought that it rained."
    at = lambda w: (text.index(w), text.index(w) + len(w))
    got = lambda w: [text[s:e] for s, e in c.with_marks(text, [at(w)])]
    assert got("We agree") == ["“We agree,”"] and got("talks were “hard") == ["that talks were “hard.”"] and got("it rained") == ["that it rained"]
