"What was marked for training at every depth: the marks fit, contents stand alone with what is nested in them, and what is held back is never learned from."
import json, os, random, re

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
        assert all(kinds <= c.ANY and text[s:e] == text[s:e].strip() for s, e, kinds in names), key

def test_every_name_that_is_listed_stands_in_its_article():
    for path in sorted(c.WRITTEN.glob("*.txt")):
        for key, text, _, names in c.read_marked(path): assert set(names) <= c.ANY and all(form in text for forms in names.values() for form in forms), key

def test_what_is_held_back_is_not_learned_from():
    held = {a[0] for a in c.written_articles("held")}
    assert held and not any(re.sub(r"-\d+(\.\d+)?$", "", e.id) in held for e in c.at_every_depth("written", c.written_articles()))

def test_labels_of_whole_articles_do_not_overlap_and_contents_stand_alone():
    inside = 0
    for e in c.at_every_depth("written", c.written_articles()):
        spans = [s for a in e.attributions for s in a["content"]]
        assert all(0 <= s < t <= len(e.text) and e.text[s:t].strip() for a in e.attributions for r in a for s, t in a[r]), e.id
        assert all(not (c < t and s < d) for a in e.attributions for c, d in a["cue"] for b in e.attributions if b is not a for s, t in b["content"]), e.id # one level
        inside += bool(spans) and bool(re.search(r"-\d+(\.\d+)?$", e.id))
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

def test_headlines_get_capitals_and_keep_their_length():
    assert c.headline_case("Mayor’s plan for a bridge\n\nIt was his plan.") == "Mayor’s Plan for a Bridge\n\nIt was his plan." and c.headline_case("one line, as contents are") == "one line, as contents are"

needs_corpora = pytest.mark.skipif(not os.environ.get("MEDIA_STUDY_CORPORA"), reason="MEDIA_STUDY_CORPORA is unset: the marked texts lie in the corpora")

@needs_corpora
def test_marks_fit_the_texts_of_the_corpora():
    train, held = list(c.marked_articles()), list(c.marked_articles("held"))
    assert len(train) > 3*len(held) > 0 and not {a[0] for a in train} & {a[0] for a in held}
    for key, text, marked, names in train + held:
        for a in marked.values():
            assert a["content"] and a["cue"] and all(text[s:e] and text[s:e] == text[s:e].strip() for spans in a.values() for s, e in spans), key
        assert names is None or all(kinds <= c.ANY and text[s:e].strip() for s, e, kinds in names), key

@needs_corpora
def test_open_data_only_leaves_out_texts_without_an_open_licence():
    assert {a[0].split("/")[0] for a in c.marked_articles(open_data_only=True)} == {"gmb-voa", "meantime", "re3d"}

@needs_corpora
def test_newswcl50_is_for_measuring():
    assert len([a for a in c.marked_articles("held") if a[0].startswith("newswcl50/")]) == 25 == len(list(c.newswcl50())) and not any(a[0].startswith("newswcl50/") for a in c.marked_articles())

def test_cues_within_contents_are_known_at_every_depth():
    text = "Lee said that the board hopes the town agrees to pay."
    at = lambda *ws: [(text.index(w), text.index(w) + len(w)) for w in ws]
    of = lambda content, cue, source: {"content": at(content), "cue": at(cue), "source": at(source)}
    marked = {1: of("the board hopes the town agrees to pay", "said", "Lee"), 2: of("the town agrees to pay", "hopes", "the board"), 3: of("to pay", "agrees", "the town")}
    whole, first, second = c.at_every_depth("made", [("x", text, marked, None)])
    said = lambda e: [(e.text[s:t], [e.text[a:b] for a, b in cues]) for s, t, cues in e.inner]
    assert said(whole) == [("that the board hopes the town agrees to pay", ["hopes", "agrees"])]
    assert said(first) == [("the town agrees to pay", ["agrees"])] and said(second) == [("to pay", [])] # a text of its own, and one of its content

@needs_corpora
def test_marks_of_another_text_are_refused(tmp_path):
    key, _ = next(iter(c.re3d()))
    (tmp_path/"marks.jsonl").write_text(json.dumps({"id": key, "crc": 1, "attributions": [], "names": None}) + "\n", encoding="utf8")
    with pytest.raises(ValueError, match=f"marks.jsonl, {key}: the text in .* is another"): list(c.marked_articles(path=tmp_path/"marks.jsonl"))

@needs_corpora
def test_marked_text_becomes_offsets_and_comes_back(tmp_path):
    name, given = next((k, t) for k, t in c.re3d() if "\n=== " not in t and "<" not in t)
    first, second = given.split()[:2]
    (tmp_path/"a.txt").write_text(f"=== {name}\n" + given.strip().replace(f"{first} {second}", f"<c1>{first}</c1> <q1>{second}</q1>", 1) + f"\n\n@ORG {second}\n", encoding="utf8")
    rows = list(c.offsets(tmp_path/"a.txt"))
    (tmp_path/"marks.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf8")
    (key, text, marked, names), = c.marked_articles(path=tmp_path/"marks.jsonl")
    at = lambda spans: [text[s:t] for s, t in spans]
    assert text == given and at(marked[1]["cue"]) == [first] and at(marked[1]["content"]) == [second] and names[0][2] == {"ORG"} and not any(word in json.dumps(rows) for word in given.split() if len(word) > 6)
    (tmp_path/"a.txt").write_text(f"=== {name}\nAnother text", encoding="utf8")
    with pytest.raises(ValueError, match="its text is not that of the corpus"): list(c.offsets(tmp_path/"a.txt"))

@pytest.fixture(scope="module")
def examples(): return c.training_examples()

@needs_corpora
def test_what_is_set_aside_is_not_read_in_training(examples):
    held = {a[0] for a in c.marked_articles("held")} | {f"polnear/{k}" for k in c.listed_names("held")}
    documents = {h.split("#")[0] if h.startswith("pages/") else h for h in held}
    for e in [*examples, *c.plain_texts()]:
        key = e.id.removesuffix(" with other names")
        if e.corpus == "marked": assert not {key, re.sub(r"-\d+(\.\d+)?$", "", key)} & held, key
        elif e.corpus == "polnear" and not e.attributions: assert f"polnear/{re.sub(r'-[0-9]+$', '', key)}" not in held, key
        elif e.corpus == "polnear": assert e.names is None or f"polnear/{key}" not in held, key
        elif e.corpus == "pages": assert f"pages/{key}" not in documents, key
        elif e.corpus == "gmb-voa": assert f"gmb-voa/{key}" not in held, key

@pytest.mark.parametrize("article", ["outlet_2016-01-02_a-title-that-ends-in", "x-12", "y_3"])
def test_an_article_is_set_aside_with_all_its_contents(article):
    assert len({c.set_aside(f"polnear/{article}#names"), *(c.set_aside(f"polnear/{article}-{k}") for k in range(30))}) == 1
    assert len({c.set_aside(f"pages/{article}{part}") for part in ("", "#2", "#3")}) == 1

def example(text, names, **roles):
    return c.Example("x", "x", text, names=c.named(text, names), attributions=[{r: [(text.rindex(w), text.rindex(w) + len(w))] for r, w in roles.items()}])

POOL = [("Imre Ady", {"PERSON"}), ("Bo Lindqvist", {"PERSON"}), ("Prime Mover", {"PERSON"}), ("Harbour Trust", {"ORG"}), ("one long body", {"ORG"}), ("Oslo", {"GPE"}), ("LIMA", {"GPE"}), ("A.B.", {"GPE"}), ("UN", {"ORG"})]

def test_other_names_stand_for_the_same_people_wherever_they_stood():
    e = example("ANA SOUSA SPEAKS\n\nAna Sousa of Norden Bank met Sousa’s aunt, Ingrid M. Vale, in Lisbon. “Bread is dear,” Sousa told Ingrid Vale.",
                {"PERSON": ["Ana Sousa", "Sousa", "ANA SOUSA", "Ingrid M. Vale", "Ingrid Vale"], "ORG": ["Norden Bank"], "GPE": ["Lisbon"]}, content="“Bread is dear,”", cue="told", source="Sousa")
    o = c.with_other_names(e, c.name_pool(POOL), random.Random(2), 1.)
    ana = o.names[1]; first, last = o.text[ana[0]:ana[1]].split(); other = {"Imre Ady": "Bo Lindqvist", "Bo Lindqvist": "Imre Ady"}[f"{first} {last}"]
    assert o.text == f"{first.upper()} {last.upper()} SPEAKS\n\n{first} {last} of Harbour Trust met {last}’s aunt, {other}, in Oslo. “Bread is dear,” {last} told {other}."
    at = lambda spans: [o.text[s:t] for s, t, *_ in spans]
    assert at(o.names) == [f"{first} {last}".upper(), f"{first} {last}", "Harbour Trust", last, other, "Oslo", last, other] and [at(o.attributions[0][r]) for r in ("content", "cue", "source")] == [["“Bread is dear,”"], ["told"], [last]]
    assert c.with_other_names(e, c.name_pool(POOL), random.Random(1), 0.).text == e.text and c.with_other_names(e, {}, random.Random(1), 1.).text == e.text

def test_other_names_are_like_those_before():
    e = example("The U.S. said no in ATHENS. Vale, of the BBC, agreed.", {"GPE": ["U.S.", "ATHENS"], "PERSON": ["Vale"], "ORG": ["BBC"]}, content="no", cue="said", source="The U.S.")
    o = c.with_other_names(e, c.name_pool(POOL), random.Random(1), 1.)
    assert o.text in ("The A.B. said no in ATHENS. Ady, of the UN, agreed.", "The A.B. said no in ATHENS. Lindqvist, of the UN, agreed.") # no longer name in capitals is known
    e.attributions[0]["source"] = [(0, 6)] # it ends within the name, which stays
    assert c.with_other_names(e, c.name_pool(POOL), random.Random(1), 1.).text.startswith("The U.S. said")

@needs_corpora
def test_other_names_leave_every_mark_on_its_words(examples):
    by, n = {e.id: e for e in examples}, 0
    for o in examples:
        if not o.id.endswith(" with other names"): continue
        e = by[o.id.removesuffix(" with other names")]; n += 1
        assert o.text != e.text and o.text.count("\n") == e.text.count("\n")
        kept = {(s, t) for s, t, _ in e.names}
        whole = lambda text, s, t: not (s and text[s-1].isalnum() and text[s].isalnum()) and not (t < len(text) and text[t-1].isalnum() and text[t].isalnum())
        for (s, t, _), (x, y, _) in zip(e.names, o.names): assert whole(o.text, x, y) or not whole(e.text, s, t), o.id
        for a, b in zip(e.attributions or (), o.attributions or ()):
            for r in a:
                for (s, t), (x, y) in zip(a[r], b[r]):
                    if not any(k < t and s < l for k, l in kept): assert e.text[s:t] == o.text[x:y], o.id
                    else: assert whole(o.text, x, y) or not whole(e.text, s, t), o.id
    assert n > 2000

def test_a_word_in_several_tokens_has_no_space_within(tmp_path):
    row = lambda n, form, misc="_": "\t".join([n, form, *"_"*4, "0", "root", "_", misc])
    (tmp_path/"a.conllu").write_text("\n".join(["# newpar = p", row("1", "Ann"), row("2-3", "doesn't", "SpaceAfter=No"), row("2", "does"), row("3", "n't"), row("4", "."), row("5-6", "It's"), row("5", "It"), row("6", "'s"), row("7", "so"), ""]) + "\n", encoding="utf8")
    (par, sent), = c.conllu(tmp_path/"a.conllu")
    assert par and "".join(form + " "*("SpaceAfter=No" not in misc) for form, *_, misc in sent).strip() == "Ann doesn't. It's so"

@needs_corpora
def test_a_part_or_a_corpus_that_there_is_not_is_named():
    for wrong in (lambda: c.written_articles("test"), lambda: next(c.marked_articles("dev")), lambda: c.listed_names("dev"), lambda: next(c.polnear("test")), lambda: next(c.name_sentences("gmb"))):
        with pytest.raises(ValueError, match="'(test|dev|gmb)' is n"): wrong()
