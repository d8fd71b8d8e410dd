"The tools of the house: notebooks whose stored outputs are stale are noticed, the README has one producer."
import sys
from pathlib import Path
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

sys.path.insert(0, str(Path(__file__).parent.parent/"tools"))
import check_notebooks as check, readme


def result(text, **data): return new_output("execute_result", {"text/plain": text, **data})


def test_stale_output_is_noticed():
    nb = new_notebook(cells=[new_code_cell("x = 2", id="a"), new_code_cell("x + 1", id="b", outputs=[result("3")]), new_code_cell("x + 2", id="c", outputs=[result("5")]),
                             new_code_cell("#| eval: false\nraise SystemExit", id="d", outputs=[result("kept")]), new_code_cell("print('a'); print('b')", id="e")])
    new = check.execute(nb, Path.cwd())
    assert check.differences(nb, new) == ["cell c: x + 2", "--- stored", "+++ executed", "@@ -1,2 +1,2 @@", " [text/plain]", "-5", "+4",
                                          "cell e: print('a'); print('b')", "--- stored", "+++ executed", "@@ -0,0 +1,3 @@", "+[stdout]", "+a", "+b"]


def test_what_is_compared():
    def shown(*outputs): return check.shown(list(outputs))
    assert shown(new_output("stream", text="a"), new_output("stream", text="b\nc\n")) == ["[stdout]", "ab", "c"]
    assert shown(result("x", **{"image/png": "AAAA"})) == shown(result("x", **{"image/png": "BBBB"})) == ["[image/png]", "[text/plain]", "x"]
    assert shown(result("<b>1</b>", **{"text/html": "<i>1</i>"})) == ["[text/html]", "<i>1</i>", "[text/plain]", "<b>1</b>"]
    assert shown(result("<Study at 0x7f00>")) == ["[text/plain]", "<Study>"]
    widget = {"application/vnd.jupyter.widget-view+json": {"model_id": "1"}}
    assert shown(result("Box(1)", **widget)) == shown(result("Box(2)", **widget))


def test_large_output_is_noticed():
    nb = new_notebook(cells=[new_code_cell("x", outputs=[result("a"*60_000)])])
    assert "characters, 50,000 are allowed" in check.differences(nb, nb)[0]


def test_notebooks_that_are_not_executed():
    assert check.why_skipped(new_notebook(cells=[new_raw_cell("---\nskip_exec: true\n---")])) == "skip_exec"
    assert check.why_skipped(new_notebook(cells=[new_code_cell("import sys")])) is None


def test_readme():
    nb = new_notebook(cells=[
        new_raw_cell("---\nx: 1\n---"), new_markdown_cell("# title\n\nSee [marks](05_marks.ipynb#why), [a](https://example.org/a.html), ![f](images/f.png)\n\n::: {.callout-note}\nA\n\nB\n:::"),
        new_code_cell("#| hide\nimport x"), new_code_cell("#| echo: false\n1", outputs=[result("1")]), new_code_cell("#| fig-alt: \"Two\"\n2", id="two", outputs=[result("2", **{"image/png": "QUI="})])])
    text, pictures = readme.readme(nb, "https://site")
    assert text.split("\n\n", 1)[1] == """# title

See [marks](https://site/marks.html#why), [a](https://example.org/a.html), ![f](nbs/images/f.png)

> [!NOTE]
> A
>
> B

```
1
```

```python
2
```

![Two](README_files/two-0.png)
"""
    assert pictures == {"two-0.png": b"AB"}
