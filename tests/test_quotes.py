"What the notebooks of `decoding` and `quotes` cannot show: any text, any scores, certain scores given back"
from itertools import product
import numpy as np, pytest
from hypothesis import given, settings, strategies as st
from media_study.article import Article, Block, Marker
from media_study.decoding import clauses, Found, Layout, Pretended, Tokens, decode, reread, stretches
from media_study.quotes import find_quotes, is_speech, kind_of, lemma
from media_study.parsing import parse
from media_study.text import words

WORDS = "said that “ ” \" ' told according to he Ruiz bridge , . ? … \n \n\n [3] ‘ ’ U.S. $5 (so) that’s thinks 12% é 😀 中文".split(" ")
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))

class Random:
    "A reading with any scores"
    def __init__(self, text, seed):
        self.rng, whole = np.random.default_rng(seed), Pretended(text, [])
        self.pieces, self.spans = whole.pieces, whole.spans
        self.roles, self.inner = self.soft(7), self.soft(2)
    def soft(self, k): return self.rng.dirichlet(np.full(k, .15), len(self.pieces)) if len(self.pieces) else np.zeros((0, k))
    def link(self, cue): return self.soft(3)

def check(article, quotes):
    text = article.text
    assert [q.id for q in quotes] == [f"q{i + 1}" for i in range(len(quotes))]
    ids = {q.id: q for q in quotes}
    for q in quotes:
        assert q.content and q.kind in ("direct", "mixed", "indirect") and 0 <= q.confidence <= 1
        for spans in (q.content, q.cue, q.source):
            for s, e in spans: assert 0 <= s < e <= len(text) and type(s) is int and type(e) is int
        assert all(words(text, *c) for c in q.content)
        assert q.nested_in is None or q.nested_in in ids and q.nested_in != q.id

@settings(max_examples=150, deadline=None)
@given(texts)
def test_by_rule_any_text(text):
    a = Article(id="a", text=text)
    quotes = find_quotes(a)
    check(a, quotes)
    assert quotes == find_quotes(a)

@settings(max_examples=150, deadline=None)
@given(texts, st.integers(0, 99))
def test_any_scores(text, seed):
    a = Article(id="a", text=text)
    quotes = find_quotes(a, Random(text, seed), lambda ts: [Random(t, seed + k + 1) for k, t in enumerate(ts)])
    check(a, quotes)
    taken = [w for q in quotes if not q.nested_in for w in {w for c in q.content for w in words(text, *c)}]
    assert len(taken) == len(set(taken)), "a word belongs to one outermost quote"

SPLIT = '“We will rebuild,” Governor Lee said at the school. “It takes a year.” The board had warned that the roof was “not safe”.\n\nParents hope to return soon, according to a survey.'
def at(*parts): return [(SPLIT.index(p), SPLIT.index(p) + len(p)) for p in parts]
GOLD = [dict(content=at("We will rebuild,", "It takes a year."), cue=at("said"), source=at("Governor Lee")),
        dict(content=at("that the roof was “not safe”"), cue=at("warned"), source=at("The board")),
        dict(content=at("Parents hope to return soon"), cue=at("according to"), source=at("a survey"))]

@pytest.mark.parametrize("noise", [0, 1])
def test_certain_scores_come_back(noise):
    a = Article(id="a", text=SPLIT)
    got = find_quotes(a, Pretended(SPLIT, GOLD, noise))
    assert [(q.kind, q.speech, a.words(q.source), a.words(q.cue), a.words(q.content)) for q in got] == [
        ("direct", True, "Governor Lee", "said", "We will rebuild, … It takes a year."),
        ("mixed", True, "The board", "warned", "the roof was “not safe”"),
        ("indirect", True, "a survey", "according to", "Parents hope to return soon")]

def test_marks_fix_edges():
    "Scores that miss the ends of a marked span, or touch a stranger's, are put right"
    gold = [dict(GOLD[0], content=at("will rebuild", "takes a year"))]
    a = Article(id="a", text=SPLIT)
    assert a.words(find_quotes(a, Pretended(SPLIT, gold))[0].content) == "We will rebuild, … It takes a year."

def each(*inner):
    "Readings of texts in which the attributions, given by their words, are seen wherever their cue stands"
    def read(texts):
        at = lambda t, a: {r: [(t.index(w), t.index(w) + len(w)) for w in a[r]] for r in a}
        return [Pretended(t, [at(t, a) for a in inner if a["cue"][0] in t]) for t in texts]
    return read

NOTED = dict(content=["new difficulties"], cue=["noted"], source=["Qin"])

def test_nested():
    text = "The ministry said that Qin noted new difficulties. " + "Nothing else happened on that long day. " * 3
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    outer = dict(content=f("Qin noted new difficulties"), cue=f("said"), source=f("The ministry"))
    a = Article(id="a", text=text)
    got = find_quotes(a, Pretended(text, [outer], inner=f("noted")), each(NOTED))
    assert [(q.id, q.nested_in, a.words(q.source), a.words(q.content)) for q in got] == [("q1", None, "The ministry", "Qin noted new difficulties"), ("q2", "q1", "Qin", "new difficulties")]

def test_a_content_is_read_without_its_marks():
    "What stands around a content is not there when it is read again: marks, *that*, the attribution in the middle; the full stop is"
    text = "“We hope,” said Ruiz, “that it holds for years.” Lee said that the boats have left. " + "Nothing else happened on that long day. " * 9
    f = lambda *ws: [(text.index(w), text.index(w) + len(w)) for w in ws]
    seen = []
    def read(texts): seen.extend(texts); return [Pretended(t, []) for t in texts]
    find_quotes(Article(id="a", text=text), Pretended(text, [dict(content=f("We hope", "that it holds for years"), cue=f("said Ruiz"), source=f("Ruiz")), dict(content=f("that the boats have left"), cue=f("Lee said"), source=f("Lee"))], inner=f("hope")), read)
    assert [" ".join(t.split()) for t in seen] == ["We hope that it holds for years."] # no cue among the boats

def test_what_is_read_again_counts_more():
    "The whole text gave Qin two words, the second reading gives him four"
    text = "The ministry said that Qin noted new difficulties and tasks. " + "Nothing else happened on that long day. " * 3
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    layout, outer, inner = Layout(text), Found(f("Qin noted new difficulties and tasks"), f("said"), f("The ministry")), Found(f("new difficulties"), f("noted"), f("Qin"), within=0)
    got = reread(layout, [outer, inner], Pretended(text, [], inner=f("noted")), each(dict(NOTED, content=["new difficulties and tasks"])))
    assert [(text[slice(*g.content[0])], g.within) for g in got] == [("Qin noted new difficulties and tasks", None), ("new difficulties and tasks", 0)]

def test_the_surest_contents_are_read_again_and_no_more_than_the_share():
    text = "Lee said that she hopes for rain. Ady said that he fears the big storm. Moor said that nothing is known yet. " + "Nothing else happened on that long day. " * 3
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    found = [Found(f(c), f(f"{who} said"), f(who)) for who, c in (("Lee", "she hopes for rain"), ("Ady", "he fears the big storm"), ("Moor", "nothing is known yet"))]
    whole, seen = Pretended(text, [], inner=f("hopes") + f("fears")), []
    def read(texts): seen.extend(texts); return [Pretended(t, []) for t in texts]
    reread(Layout(text), found, whole, read)
    assert seen == ["she hopes for rain.", "he fears the big storm."]
    at = [k for k, (s, _) in enumerate(whole.pieces) if text[s:].startswith("hopes")]
    whole.inner[at] = [.5, .5]; seen.clear()
    reread(Layout(text), found, whole, read, share=6/len(whole.pieces), least=0)
    assert seen == ["he fears the big storm."] # the surer one; both would be too many

def test_a_content_that_ends_in_white_space_is_read_again():
    text = "Lee said she hopes for rain\n. Then she left."
    s = text.index("she"); seen = []
    def read(texts): seen.extend(texts); return [Pretended(t, []) for t in texts]
    reread(Layout(text), [Found([(s, text.index("\n") + 1)], [(4, 8)], [(0, 3)])], Pretended(text, [], inner=[(text.index("hopes"), text.index("hopes") + 5)]), read)
    assert seen == ["she hopes for rain"]

def test_nested_in_what_is_nested():
    text = "The ministry said that Qin noted that traders fear new taxes. " + "Nothing else happened on that long day. " * 6
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    fear = dict(content=["new taxes"], cue=["fear"], source=["traders"])
    def read(texts): return [each(*[fear] if t.startswith("traders") else [dict(NOTED, content=["traders fear new taxes"])])([t])[0] for t in texts]
    found = [Found(f("that Qin noted that traders fear new taxes"), f("said"), f("The ministry"))]
    got = reread(Layout(text), found, Pretended(text, [], inner=f("noted") + f("fear")), read, share=1)
    assert [(text[slice(*g.content[0])], g.within) for g in got[1:]] == [("traders fear new taxes", 0), ("new taxes", 1)]

def test_footnotes_stay_outside():
    text = "Experts said that trade fell.[3]"
    a = Article(id="a", text=text, markers=[Marker(29, 32, "3")])
    assert a.words(find_quotes(a)[0].content) == "trade fell"

def test_what_is_nested_keeps_to_the_spans_around_it():
    "A quotation split by its attribution is read as one; what is found across the split is split again"
    text = "“Lee says the bridge,” said Ruiz, “will be built again by the summer of next year.” " + "Nothing else happened on that long day. " * 6
    f = lambda *ws: [(text.index(w), text.index(w) + len(w)) for w in ws]
    outer = dict(content=f("Lee says the bridge", "will be built again by the summer of next year"), cue=f("said"), source=f("Ruiz"))
    a = Article(id="a", text=text)
    got = [q for q in find_quotes(a, Pretended(text, [outer], inner=f("says")), each(dict(content=["the bridge", "will be built again"], cue=["says"], source=["Lee"]))) if q.nested_in]
    assert [(a.words(q.source), a.words(q.content)) for q in got] == [("Lee", "the bridge … will be built again")]

def test_a_headline_does_not_go_on_in_a_paragraph():
    text = "Boats return to the islands\n\n“The boats are ready,” said Ruiz."
    a = Article(id="a", text=text, blocks=[Block("headline", 0, 27), Block("paragraph", 29, len(text))])
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    got = find_quotes(a, Pretended(text, [dict(content=[(0, text.index("ready") + 5)], cue=f("said"), source=f("Ruiz"))]))
    assert [(q.kind, a.words(q.content), q.blocks) for q in got] == [("direct", "The boats are ready,", [1])]

def test_a_report_inside_a_quotation_that_goes_on_is_nested_once():
    "The second paragraph of a quotation reports somebody itself: it stays part of the quotation, and the report is nested in it, not twice"
    text = "The Post reported:\n\n“The harbour was closed after the storm.\n\nAccording to an officer, the boats will be moved this week.”\n\nNothing else happened on that long day."
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    post = dict(content=f("The harbour was closed after the storm"), cue=f("reported"), source=f("The Post"))
    officer = dict(content=f("the boats will be moved this week"), cue=f("According to"), source=f("an officer"))
    a = Article(id="a", text=text)
    got = find_quotes(a, Pretended(text, [post, officer]), each())
    assert [(a.words(q.source), q.nested_in, a.words(q.content)[-14:]) for q in got] == [("The Post", None, "ved this week."), ("an officer", "q1", "oved this week")]

def test_a_bracket_keeps_its_end():
    text = "“It is a start,” said Rep. Ada Moor (D-Wis.) on Friday."
    a = Article(id="a", text=text)
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    got = find_quotes(a, Pretended(text, [dict(content=f("It is a start"), cue=f("said"), source=f("Rep. Ada Moor (D-Wis"))]))
    assert a.words(got[0].source) == "Rep. Ada Moor (D-Wis.)"

def test_transcript():
    text = "MAYOR RUIZ: We will rebuild.\nIt takes a year.\nQUESTION: Why?"
    lines = [(0, 28), (29, 45), (46, 60)]
    a = Article(id="a", text=text, blocks=[Block("paragraph", *lines[0], speaker=(0, 10)), Block("paragraph", *lines[1]), Block("paragraph", *lines[2], speaker=(46, 54))])
    assert [(a.words(q.source), a.words(q.content), q.kind, q.blocks) for q in find_quotes(a)] == [
        ("MAYOR RUIZ", "We will rebuild … It takes a year", "direct", [0, 1]), ("QUESTION", "Why", "direct", [2])]

def test_what_follows_the_last_turn_of_one_paragraph_is_no_part_of_it():
    text = "RUIZ: We rebuild.\nLEE: Why?\nRUIZ: It fell.\nRuiz left the room."
    ends = [*(i for i, c in enumerate(text) if c == "\n"), len(text)]
    blocks = [Block("paragraph", s, e, speaker=(s, s + text[s:].index(":")) if ":" in text[s:e] else None) for s, e in zip([0, *(e + 1 for e in ends)], ends)]
    a = Article(id="a", text=text, blocks=blocks)
    assert [a.words(q.content) for q in find_quotes(a)] == ["We rebuild", "Why", "It fell"]

def test_what_a_content_is_cut_before_is_not_nested_in_it():
    text = "Ruiz hopes for rain\n\nRuiz hopes that it rains, aides said."
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    a = Article(id="a", text=text, blocks=[Block("headline", 0, 19), Block("paragraph", 21, len(text))])
    whole, inner = dict(content=[(0, text.index(", aides"))], cue=f("said"), source=f("aides")), dict(content=f("rain"), cue=f("hopes for"), source=f("Ruiz"))
    from media_study import quotes
    found = [Found(whole["content"], whole["cue"], whole["source"]), Found(inner["content"], inner["cue"], inner["source"], within=0)]
    with pytest.MonkeyPatch.context() as m:
        m.setattr(quotes, "_found", lambda *a: found)
        assert [(a.words(q.content), q.nested_in) for q in find_quotes(a)] == [("rain", None), ("Ruiz hopes that it rains", None)]

def test_a_quotation_between_single_marks_over_paragraphs():
    text = "'We looked at it,' she said. 'The grant has been halved.\n\n'Nobody wants to close libraries.\n\n'But services come first.'\n\nIt rained."
    f = lambda *parts: [(text.index(p), text.index(p) + len(p)) for p in parts]
    q, = find_quotes(a := Article(id="a", text=text), Pretended(text, [dict(content=f("We looked at it", "The grant has been halved"), cue=f("said"), source=f("she"))]))
    assert q.kind == "direct" and a.words(q.content).endswith("services come first.")

def test_other_languages_by_marks_only():
    a = Article(id="a", text="„Wir bauen wieder auf“, sagte er. Er sagt, dass es dauert.", language="de")
    assert [a.words(q.content) for q in find_quotes(a)] == ["Wir bauen wieder auf"]

@pytest.mark.parametrize("cue, speech", [("said", True), ("believes", False), ("told reporters", True), ("is expected", False), ("according to", True), ("wants", False),
                                         ("expressed hope", True), ("was seen as", False), ("agreed", True), ("desire", False), ("urged", True), ("", True)])
def test_speech(cue, speech): assert is_speech(cue) == speech

def test_what_is_concluded_between_marks_was_said(): assert is_speech("concluded", True) and not is_speech("concluded") and not is_speech("thought", True)

@pytest.mark.parametrize("form, verb", [("said", "say"), ("denies", "deny"), ("admitted", "admit"), ("arguing", "argue"), ("seen", "see"), ("cries", "cry"), ("planning", "plan"), ("preferred", "prefer"), ("forgetting", "forget"), ("agreeing", "agree"), ("echoes", "echo"), ("signalled", "signal"), ("signaling", "signal"), ("tables", None)])
def test_lemma(form, verb): assert lemma(form) == verb

def value(flags, worth, begin, price):
    "What a sequence of out and in is worth by the rules of `stretches`"
    v, before = 0., False
    for now, w, b in zip(flags, worth, begin):
        if now: v += w - max(b, 0) if before else w + b - price
        elif before: v -= price
        before = now
    return v - price * before

of_tokens = st.lists(st.tuples(st.floats(-3, 3), st.floats(-1, 1)), min_size=1, max_size=7)

@given(of_tokens, of_tokens, st.floats(0, 2))
def test_no_sequence_is_better_than_the_stretches(one, other, price):
    n = min(len(one), len(other))
    worth, begin = np.array([one[:n], other[:n]]).transpose(2, 0, 1)
    for flags, w, b in zip(stretches(worth, begin, price), worth, begin):
        assert value(flags, w, b, price) > max(value(o, w, b, price) for o in product((False, True), repeat=n)) - 1e-9

def test_turns_between_marks():
    "A transcript whose turns begin with a quotation mark is one, and the words that introduce it say nothing of their own"
    text = 'Ferry talk on the radio\n\nThe ferry did not sail on Monday, and the harbour master was asked about it on the radio.\n\nPartial transcript as follows:\n\n"MODERATOR: Will it run tomorrow?\n\n"RUIZ: Well, the storm was bad.\n\n"But the crew worked all night.\n\n"MODERATOR: So it runs?\n\n"RUIZ: It does."'
    a = parse(Article(id="a", text=text, language="en"))
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    intro = dict(content=f("MODERATOR: Will it run tomorrow?"), cue=f("as follows"), source=f("Partial transcript"))
    assert [(a.words(q.source), a.words(q.content)) for q in find_quotes(a, Pretended(text, [intro]))] == [("MODERATOR", "Will it run tomorrow?"), ("RUIZ", "Well, the storm was bad. … But the crew worked all night."), ("MODERATOR", "So it runs?"), ("RUIZ", "It does.")]

def test_a_report_torn_at_a_mark():
    "The last cue of a sentence has what comes before it too, over a closing mark and an abbreviation; not over the end of a sentence"
    text = "Qin noted U.S. ties “have met new tasks” since the spring and both sides must work on them, the ministry added."
    f = lambda t, w: [(t.index(w), t.index(w) + len(w))]
    def got(text):
        noted = dict(content=f(text, "U.S. ties “have met new tasks"), cue=f(text, "noted"), source=f(text, "Qin"))
        added = dict(content=f(text, "ince the spring and both sides must work on them")[:1], cue=f(text, "added"), source=f(text, "the ministry"))
        added["content"] = [(added["content"][0][0] - 1, added["content"][0][1])]
        a = Article(id="a", text=text)
        return [(a.words(q.source), q.nested_in, a.words(q.content)) for q in find_quotes(a, Pretended(text, [noted, added]))]
    assert got(text) == [("the ministry", None, text[:text.index(", the")]), ("Qin", "q1", text[text.index("U.S."):text.index(", the")])]
    assert [q[:2] for q in got(text.replace("tasks” since", "tasks.” Since"))] == [("Qin", None), ("the ministry", None)]

@pytest.mark.parametrize("said, source, cue", [("He’s claiming", "He", "claiming"), ("I'd bet", "I", "bet"), ("They’ll say", "They", "say")])
def test_a_source_that_is_one_word_with_its_verb(said, source, cue):
    text = f"{said} that the storm will come."
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    got = find_quotes(Article(id="a", text=text), Pretended(text, [dict(content=f("the storm will come"), cue=[(0, len(said))], source=[])]))
    assert [(text[slice(*q.source[0])], text[slice(*q.cue[0])]) for q in got] == [(source, cue)]

def sourced(text, source, cue, content):
    f = lambda w: [(text.index(w), text.index(w) + len(w))] if w else []
    q = find_quotes(Article(id="a", text=text), Pretended(text, [dict(content=f(content), cue=f(cue), source=f(source))]))[0]
    return Article("a", text).words(q.source), Article("a", text).words(q.content)

@pytest.mark.parametrize("text, source, cue, content, who", [
    ("Asked whether she would run again, Holm left.", "Holm", "Asked", "whether she would run again", ""),
    ("She was told that the school would close.", "She", "was told", "the school would close", ""),
    ("The crew had also been warned of ice on the wing.", "The crew", "had also been warned", "of ice on the wing", ""),
    ("She was told by Reed that the school would close.", "Reed", "was told", "the school would close", "Reed"),
    ("Asked by Reed whether she would run again, Holm left.", "Reed", "Asked", "whether she would run again", "Reed"),
    ("Holm asked whether the school would close.", "Holm", "asked", "whether the school would close", "Holm"),
])
def test_who_is_asked_or_told_does_not_say_it(text, source, cue, content, who): assert sourced(text, source, cue, content)[0] == who

@pytest.mark.parametrize("text, cue, left", [("Reed told his guest that the school would close.", "told his", "told"), ("Reed told Harbour Radio that the school would close.", "told Harbour", "told"), ("Reed told Holm that the school would close.", "told Holm", "told Holm"), ("Reed Tells Holm That the school would close.", "Tells Holm", "Tells Holm")])
def test_a_cue_does_not_end_within_a_phrase(text, cue, left):
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    q, = find_quotes(Article(id="a", text=text), Pretended(text, [dict(content=f("the school would close"), cue=f(cue), source=f("Reed"))]))
    assert Article("a", text).words(q.cue) == left

@pytest.mark.parametrize("text, content, what", [
    ("Varga said “we are done” and left the room.", "we are done” and left the room", "we are done"),
    ("Varga said 'we are done' and slowly walked away.", "'we are done' and slowly walked away", "we are done"),
    ("Varga said “we are done” and that it would close.", "we are done” and that it would close", "“we are done” and that it would close"),
    ("Varga said “poor planning” and limited funds did it.", "“poor planning” and limited funds did it", "“poor planning” and limited funds did it"),
    ("Varga said the bridge will stay, but it is unclear for how long.", "the bridge will stay, but it is unclear for how long", "the bridge will stay"),
    ("Varga said the bridge will stay, although how long was not immediately known.", "the bridge will stay, although how long was not immediately known", "the bridge will stay"),
    ("Varga said “it will stay, but it is unclear for how long.”", "“it will stay, but it is unclear for how long.”", "it will stay, but it is unclear for how long."),
    ("Varga said the bridge will stay, but it is clear that it leaks.", "the bridge will stay, but it is clear that it leaks", "the bridge will stay, but it is clear that it leaks"),
])
def test_what_somebody_does_next_or_the_reporter_adds_is_not_said(text, content, what): assert sourced(text, "Varga", "said", content)[1] == what

def test_short_texts_are_read_again():
    text = "The ministry said that Qin noted new difficulties."
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    outer = dict(content=f("Qin noted new difficulties"), cue=f("said"), source=f("The ministry"))
    assert [q.nested_in for q in find_quotes(Article(id="a", text=text), Pretended(text, [outer], inner=f("noted")), each(NOTED))] == [None, "q1"]

@pytest.mark.parametrize("told, whole", [("Mr. Lind ", True), ("the many people who had come to the harbour on Monday ", False)])
def test_a_hole_in_a_content(told, whole):
    "Whom somebody told belongs to what is said of it, where it is a few words"
    text = f"The ministry says Wang told {told}that it has no room for compromise."
    at = lambda w: (text.index(w), text.index(w) + len(w))
    a = Article(id="a", text=text)
    got = find_quotes(a, Pretended(text, [dict(content=[at("Wang told"), at("that it has no room for compromise")], cue=[at("says")], source=[at("The ministry")])]))
    assert (a.words(got[0].content) == text[text.index("Wang"):-1]) == whole

PARAGRAPHS = ("Harbour closed\n\nHarbour master Ada Moor said on Monday that nobody had been told of the plans for the old harbour.\n\n“We learned of it from the papers. Nobody came to see us.”\n\n"
              "“And nobody “will come”, I think.\n\n“They never do.”\n\nThe town has two harbours, and both of them were built by the fishermen of the islands a hundred years ago.\n\n“Two of a kind”\n\n“Nobody can say what will be here in a year.”")

def test_paragraphs_in_marks_from_end_to_end():
    "Nobody is said to say them; those over paragraphs are one, short ones and those repeated elsewhere are none"
    a = parse(Article(id="a", text=PARAGRAPHS, language="en"))
    got = [a.words(q.content) for q in find_quotes(a, Pretended(PARAGRAPHS, []))]
    assert got == ["We learned of it from the papers. Nobody came to see us.", "And nobody “will come”, I think. … They never do.", "Nobody can say what will be here in a year."]
    twice = PARAGRAPHS + "\n\nWe learned of it from the papers. Nobody came to see us."
    assert len(find_quotes(parse(Article(id="a", text=twice, language="en")), Pretended(twice, []))) == 2

@pytest.mark.parametrize("text, parts", [
    ("She said that prices fell, and that the bank knew.", ["prices fell.", "the bank knew."]), ("She said that prices fell, that the bank knew and that nobody asked.", ["prices fell.", "the bank knew.", "nobody asked."]),
    ("She said that the plan that failed was hers, and that it was dear.", ["the plan that failed was hers, and that it was dear."]), ("She said that Ruiz thought that it failed and that it was dear.", ["Ruiz thought that it failed and that it was dear."]),
    ("She said prices fell, and that was all.", ["prices fell, and that was all."]), ("She said We are late. I think Mr. Ruiz knew.", ["We are late.", "I think Mr. Ruiz knew."])])
def test_clauses_joined_by_that_are_texts_of_their_own(text, parts):
    at = text.index(" said ") + 6
    got = clauses(text, [(at, len(text) - 1)])
    assert [own for _, own in got] == parts and all(text[start:start + len(own) - 1] == own[:-1] for start, own in got)

@pytest.mark.parametrize("text, content, left", [
    ("Lee said: “We hope that today’s sentence is clear.”", "that today’s sentence is clear", "today’s sentence is clear"), ("Lee said: “We accepted that invitation.”", "that invitation", "that invitation")])
def test_that_before_a_clause_between_marks_is_left_out(text, content, left):
    from media_study import quotes
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    a, cue = Article(id="a", text=text), text.split(" that")[0].rsplit(" ", 1)[1]
    with pytest.MonkeyPatch.context() as m:
        m.setattr(quotes, "_found", lambda *a: [Found(f(content), f(cue), f("We"))])
        assert a.words(find_quotes(a)[0].content) == left

def test_a_study_finds_and_a_mind_finds():
    def said(source, cue):
        t = f"{source} {cue} that it rains."
        return find_quotes(Article("a", t), Pretended(t, [dict(content=[(t.index("that"), len(t) - 1)], cue=[(len(source) + 1, len(source) + 1 + len(cue))], source=[(0, len(source))])]))[0].speech
    assert said("A new study", "found") and not said("Lee", "found") and not said("Lee", "is thrilled") and said("Lee", "said")

@pytest.mark.parametrize("line, source", [("Parents urged to check vaccinations", None), ("Lee urged reporters to check it", "Lee"), ("In the words of one banker: it is over", "one banker")])
def test_who_is_told_and_whose_words_they_are(line, source):
    from media_study.quotes import _sourced
    text = "“We are late,” its chair said. " + line
    cue = next(c for c in ("urged", "In the words of") if c in line); at = text.index(cue)
    content, first = ("it is over", "its chair") if "banker" in line else (line.split(" ", 2)[2], line.split()[0])
    f = _sourced(text, Found([(text.index(content), len(text))], [(at, at + len(cue))], [(text.index(first), text.index(first) + len(first))]))
    assert (" ".join(text[s:e] for s, e in f.source) or None) == source

def test_a_cue_does_not_stand_in_its_content():
    text = "Lee was “appalled by the delay” and left."
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    q, = find_quotes(a := Article("a", text), Pretended(text, [dict(content=f("the delay"), cue=f("was “appalled by"), source=f("Lee"))]))
    assert (a.words(q.content), q.kind) == ("the delay", "indirect")

@pytest.mark.parametrize("source, left", [("or the mayor", ["the mayor"]), ("and", []), ("Andersen", ["Andersen"]), ("the mayor", ["the mayor"]), ("The", []), ("the mayor said, “she", ["she"]), ("the “old” mayor", ["the “old” mayor"]), ("an official, who", ["an official"]), ("who", ["who"])])
def test_a_source_does_not_begin_with_what_joins_it(source, left):
    from media_study.quotes import _sourced
    text = f"Ruiz, {source} said it rained."
    at = text.index(source), text.index(source) + len(source)
    f = _sourced(text, Found([(text.index("it"), len(text) - 1)], [(at[1] + 1, at[1] + 5)], [at]))
    assert [text[s:e] for s, e in f.source] == left

@pytest.mark.parametrize("text, content, parts", [
    ("Police said Lind told them: “I saw nothing. I slept. Ask Ruiz.”", "Lind told them: “I saw nothing. I slept. Ask Ruiz.”", ["Lind told them: “I saw nothing. I slept. Ask Ruiz.”"]),
    ("“It fell. We ran,” Lind said. He slept, says a report.", "It fell. We ran,” Lind said. He slept", ["“It fell. We ran,” Lind said.", "He slept"]),
    ("Ruiz said: “It fell. We ran.”", "“It fell. We ran.”", ["“It fell.", "We ran.”"])])
def test_a_quotation_within_a_content_is_not_cut(text, content, parts):
    at = text.index(content)
    assert [own for _, own in clauses(text, [(at, at + len(content))])] == parts

def test_the_labels_of_a_transcript_are_not_read():
    from media_study.quotes import spoken
    read = lambda text: [text[s:e].strip() for s, e in spoken(parse(Article(id="a", text=text, language="en")))]
    talk = "Two people met on the radio to talk about the harbour that day.\n\nANA SOUSA, MINISTER: We open it in May.\n\nHOLM: Why so late?\n"
    assert read(talk)[-2:] == ["We open it in May.", "Why so late?"]

BLOCK = "Ruiz condemns it\n\nOn Monday Ruiz said:\n\nI condemn the attack. It was a cruel act.\n\nWe stand by the people, and Lee promised help.\n\nThe bridge was opened in 1996."
def below(end="said:"):
    text = BLOCK.replace("said:", end)
    f = lambda part, skip=0: [(text.index(part) + skip, text.index(part) + len(part))]
    gold = [dict(content=f("I condemn the attack"), cue=f("said"), source=f("Monday Ruiz", 7)), dict(content=f("help"), cue=f("promised"), source=f("Lee"))]
    a = Article(id="a", text=text)
    return [(a.words(q.content), q.nested_in) for q in find_quotes(a, Pretended(text, gold))]

@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\r\r", "\n\n\n", "\n \n\r\n"])
def test_how_lines_end_does_not_matter(gap):
    text = "On Monday Ruiz said:\n\n“The attack was cruel.”".replace("\n\n", gap)
    f = lambda w: [(text.index(w), text.index(w) + len(w))]
    q, = find_quotes(a := Article(id="a", text=text), Pretended(text, [dict(content=f("The attack was cruel"), cue=f("said"), source=f("Ruiz"))]))
    assert (a.words(q.source), a.words(q.content)) == ("Ruiz", "The attack was cruel.")

def test_what_is_set_off_below_a_colon():
    (whole, _), (inner, within) = below()
    assert whole.startswith("I condemn the attack. It was a cruel act.") and whole.endswith("Lee promised help") and (inner, within) == ("help", "q1")
    assert below("said.")[0] == ("I condemn the attack", None) and below("said.")[1][1] is None

def test_a_line_with_a_credit_belongs_to_it():
    text = "Readers told us why.\n\n“It is a good law. The old one said nothing, and “Holm” was right.” ― Ana Ruiz\n\n“Nobody asked us, he said.”― Per Lee"
    f = lambda *parts: [(text.index(p), text.index(p) + len(p)) for p in parts]
    wrong = [dict(content=f("us why", "It is a good law", "Nobody asked us"), cue=f("told"), source=f("Readers")), dict(content=f("nothing"), cue=f("said"), source=f("one"))]
    a = Article(id="a", text=text)
    got = [(a.words(q.content), a.words(q.source)) for q in find_quotes(a, Pretended(text, wrong))]
    assert got[1:] == [("It is a good law. The old one said nothing, and “Holm” was right.", "Ana Ruiz"), ("Nobody asked us, he said.", "Per Lee")]

@pytest.mark.parametrize("line, whole", [
    ("• “The law is good.” — Ana Ruiz", ("The law is good.", "Ana Ruiz")), ("“It was late,” said Ruiz. “He shouted” - Police came", ("It was late, … He shouted", "Ruiz")), ("“Let them eat cake” – Why nobody laughed", ("Let them eat cake", "Ruiz"))])
def test_what_is_no_credit_of_a_line(line, whole):
    text = f"Ruiz spoke on Monday.\n\n{line}\n\nIt rained."
    f = lambda *parts: [(text.index(p), text.index(p) + len(p)) for p in parts if p in text]
    a = Article(id="a", text=text)
    got = find_quotes(a, Pretended(text, [dict(content=f("It was late", "He shouted", "Let them eat cake"), cue=f("spoke", "said")[-1:], source=f("Ruiz", "said Ruiz")[:1])]))
    assert [(a.words(q.content), a.words(q.source)) for q in got] == [whole]

@pytest.mark.parametrize("cue, left", [("said on", "said"), ("said in a", "said"), ("said in a statement", "said in a statement"), ("insisted on", "insisted on"), ("told", "told")])
def test_a_cue_does_not_end_with_the_preposition_of_a_time(cue, left):
    from media_study.quotes import _sourced
    text = f"Ruiz {cue} Monday it rained."
    f = _sourced(text, Found([(text.index("it"), len(text) - 1)], [(5, 5 + len(cue))], [(0, 4)]))
    assert [text[s:e] for s, e in f.cue] == [left]

def test_a_source_has_the_mark_that_closes_it_and_a_content_ends_with_its_paragraph():
    text = "Lee of the “old guard” said: “It was late.\n\n“It rained.” Nothing else."
    f = lambda *parts: [(text.index(p), text.index(p) + len(p)) for p in parts]
    whole = (text.index("It was"), text.index("rained") + 6)
    from media_study import quotes
    a = Article("a", text)
    with pytest.MonkeyPatch.context() as m:
        m.setattr(quotes, "_found", lambda *a: [Found([whole], f("said"), f("Lee of the “old guard"))])
        q, = find_quotes(a)
    assert a.words(q.source) == "Lee of the “old guard”" and [text[s:e] for s, e in q.content] == ["It was late.", "It rained."]
