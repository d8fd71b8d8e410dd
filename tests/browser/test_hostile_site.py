"A page of the site that shows hostile articles: what a notebook's outputs hold stays text."
import sys
import nbformat, pytest
from nbclient import NotebookClient
from nbformat.v4 import new_raw_cell
from conftest import EVIL, ROOT

sys.path.insert(0, str(ROOT/"tools"))
import docs


@pytest.fixture(scope="module")
def address(tmp_path_factory, hostile_notebook, serve):
    folder = tmp_path_factory.mktemp("site")
    nb = nbformat.read(hostile_notebook, 4)
    NotebookClient(nb, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    nb.cells.insert(0, new_raw_cell("---\ntitle: hostile\noutput-file: index.html\n---"))
    introduction, docs.introduction = docs.introduction, lambda notebook: ""
    try: nb, *_ = docs.adapt(nb, "index.ipynb", docs.Site("https://docs.example", "https://code.example", {"index.ipynb": "index.html"}, {}, {}))
    finally: docs.introduction = introduction
    (folder/"source").mkdir()
    nbformat.write(nb, folder/"source"/"index.ipynb")
    assert docs.build(folder/"source", folder/"out", dict(title="hostile", author="x", copyright="x", version="0"))
    return serve(folder/"out")


@pytest.mark.parametrize("width", [375, 1200])
def test_hostile_outputs_are_text(browser, address, width):
    browser.open(f"{address}/index.html", width=width)
    browser.shot(f"site-hostile-{width}")
    assert browser.run("return window.boo") is None
    assert browser.run("return document.querySelectorAll('article :is(script:not([type]), img[src=x], b.boo)').length") == 0
    said = browser.run("return document.querySelector('article').textContent")
    assert EVIL in said and "⟨202E⟩gnp.exe" in said
    assert browser.overflow() <= 0
    assert not browser.errors() and not browser.outside()
