"""Build the documentation site into `_docs` without Quarto: the notebooks as nbdev has processed them, adapted for Sphinx with MyST-NB.

nbdev writes its pages for Quarto. What Sphinx reads differently is changed here, one small function for each difference."""
import dataclasses, fnmatch, html, importlib.abc, importlib.machinery, importlib.util, inspect, json, os, re, shutil, subprocess, sys, tempfile, types
from pathlib import Path, PurePosixPath
import nbformat, yaml
from nbformat.v4 import new_markdown_cell

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT/"tools"))
from check_notebooks import notebooks

HERE = ROOT/"tools"/"sphinx"
CALLOUTS = {"note", "tip", "warning", "important", "caution"}
ENTRY = re.compile(r"^show_doc\(\s*([\w.]+)", re.M)


@dataclasses.dataclass
class Site:
    "What the pages need to know of each other"
    url:str # Where the site stands in the end
    repo:str # Where the files of the repository can be read
    pages:dict[str, str] # Page of each notebook: "studies/visit.ipynb" → "studies/visit.html"
    modules:dict[str, str] # Module that each page describes, if it describes one
    anchors:dict[str, dict[str, str]] # For each page, nbdev's anchors and the ones used here: "find_quotes" → "media_study.quotes.find_quotes"


# ---- the text of one cell

def outside_fences(text:str, change) -> str:
    "`text` with `change` applied to what stands outside fenced code"
    parts = re.split(r"(^```.*?^```[ \t]*$)", text, flags=re.M | re.S)
    return "".join(part if i % 2 else change(part) for i, part in enumerate(parts))


def unlinked(text:str) -> str:
    "Inside fenced code a link is no link: only its words stay"
    return re.sub(r"^```.*?^```[ \t]*$", lambda m: re.sub(r"\[`([^`\]]+)`\]\(http[^)\s]+\)", r"\1", m[0]), text, flags=re.M | re.S)


def relative(target:str, page:PurePosixPath, site:Site) -> str | None:
    "Address of `target` as seen from `page`, where it is a page of this site: written absolute, or as a notebook or page beside this one"
    path, hash_, anchor = target.partition("#")
    by_nbdev = path.startswith(site.url)
    if by_nbdev: path = path[len(site.url):].lstrip("/") or "index.html"
    elif re.match(r"\w+:|/", path) or not path.endswith((".ipynb", ".html")): return None
    else: path = os.path.normpath(page.parent/path)
    path = site.pages.get(path, path)
    if known := site.anchors.get(path):  # a method without an entry of its own stands in its class's
        wanted = [anchor.lower(), anchor.lower().rpartition(".")[0]]
        anchor = next((known[a] for a in wanted if a in known), "" if by_nbdev else anchor)
    hash_ = hash_ if anchor else ""
    return os.path.relpath(path, page.parent).replace(os.sep, "/") + hash_ + anchor


def links(text:str, page:PurePosixPath, site:Site) -> str:
    "Links to pages of the site as relative HTML links; Quarto's attributes after a link are dropped"
    def link(m):
        to = relative(m[2], page, site)
        return f'<a class="reference internal" href="{html.escape(to)}">{m[1]}</a>' if to else m[0]
    text = re.sub(r"(\]\([^)\s]+\))\{[^}\n]*\}", r"\1", text)
    return outside_fences(unlinked(text), lambda t: re.sub(r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])+)\]\(([^)\s]+)\)", link, t))


def callouts(text:str) -> str:
    "Quarto's call-outs as MyST admonitions; other divisions lose their marks and keep their words"
    res, open_ = [], []
    for line in text.split("\n"):
        m = re.match(r"(:::+)\s*(?:\{(.*)\}|(\S+))?\s*$", line)
        if not m: res.append(line); continue
        attrs = m[2] or m[3] or ""
        if not attrs:  # a closing line: also of what was opened in another cell
            if open_ and open_.pop(): res.append(m[1])
            continue
        kind = re.search(r"callout-(\w+)", attrs)
        kind, title = kind[1] if kind and kind[1] in CALLOUTS else None, re.search(r'title="([^"]*)"', attrs)
        open_.append(bool(kind))
        if kind and title: res += [f"{m[1]}{{admonition}} {title[1]}", f":class: {kind}"]
        elif kind: res.append(f"{m[1]}{{{kind}}}")
    return "\n".join(res + [":::" for kind in reversed(open_) if kind])


# ---- entries of the interface

def anchor(name:str, module:str|None) -> str:
    "Where the entry of `name` stands on its page; a full name, since a heading may have the short one"
    return f"{module}.{name}" if module else name

def entry(text:str, module:str|None) -> str:
    "What `show_doc` shows, with an anchor of its full name and the link to its source below its heading"
    text = re.sub(r"\A\s*-{3,}\s*\n", "", text).replace("__main__.", "")
    source = re.search(r"^\[source\]\(([^)]+)\)\{[^}]*\}\s*\n", text, re.M)
    if source: text = text.replace(source[0], "")
    head = re.search(r"^(#{2,6})\s+(.+?)\s*$", text, re.M)
    if not head: return text
    name = head[2].replace("\\", "")
    below = f'\n\n<a class="source" href="{html.escape(source[1])}">source</a>' if source else ""
    return text.replace(head[0], f'<span id="{html.escape(anchor(name, module))}"></span>\n\n{head[1]} `{name}`{below}', 1)


def with_fields(text:str, name:str, module:str) -> str:
    "The entry of a record with its fields as they are written in the module, comments included, which nbdev loses in a notebook's cell"
    try: cls = getattr(importlib.import_module(module), name, None)
    except ImportError: return text
    was = re.search(r"^```python\n(def \w+\(\n.*?)^```", text, re.M | re.S)
    if not was or not isinstance(cls, type) or not (dataclasses.is_dataclass(cls) or hasattr(cls, "_fields")): return text
    lines = inspect.getsource(cls).splitlines()
    fields = [line for line in lines if re.match(r"    \w+\s*:", line)]
    return text.replace(was[1], "\n".join([next(line for line in lines if line.startswith("class ")), *fields]) + "\n", 1)


# ---- one page

def title(cell) -> tuple[str, str, str] | None:
    "Title, description and output file in nbdev's raw first cell"
    front = re.match(r"---\n(.*?)\n---", cell.source, re.S) if cell.cell_type == "raw" else None
    d = yaml.safe_load(front[1]) if front else {}
    return (str(d.get("title", "")), str(d.get("description") or ""), d.get("output-file", "")) if d else None


def directives(cell) -> dict[str, str]:
    "Quarto's `#| name: value` lines of a code cell, which are taken out of it"
    found = dict(re.findall(r"^#\|\s*([\w-]+):?[ \t]*(.*)$", cell.source, re.M))
    cell.source = re.sub(r"^#\|.*\n?", "", cell.source, flags=re.M)
    return found


def code(cell, module:str|None):
    "A code cell with Quarto's directives as MyST-NB tags; None if it shows nothing; an entry of the interface as text"
    shown = ENTRY.search(cell.source)
    if shown:
        out = [o.data["text/markdown"] for o in cell.outputs if "text/markdown" in o.get("data", {})]
        if not out or shown[1].split(".")[-1].startswith("__"): return None
        text = with_fields(out[0], shown[1], module) if module else out[0]
        return new_markdown_cell(entry(text, module), id=cell.get("id"))
    d = directives(cell)
    if d.get("include") == "false" or not (cell.source.strip() or cell.outputs): return None
    tags = [tag for name, value, tag in [("echo", "false", "remove-input"), ("output", "false", "remove-output")] if d.get(name) == value]
    if d.get("code-fold") == "true": tags.append("hide-input")
    cell.metadata = {"tags": tags, **({"mystnb": {"image": {"alt": d["fig-alt"].strip("\"'")}}} if "fig-alt" in d else {})}
    cell.outputs = [o for o in cell.outputs if not any("widget" in kind for kind in o.get("data", ()))]
    return cell


def adapt(nb, source:str, site:Site):
    "The notebook `source`, processed by nbdev, as a MyST-NB notebook; gives also its title and description"
    page, module, cells = PurePosixPath(site.pages[source]), site.modules.get(site.pages[source]), list(nb.cells)
    name, said, _ = title(cells[0]) or (page.stem, "", "")  # of nbdev's raw cell, which is left out below
    files = [("notebook", f"nbs/{source}")] + ([("module", f"{module.replace('.', '/')}.py")] if module else [])
    origin = " · ".join(f"[{what}]({site.repo}/{file})" for what, file in files)
    head = [f"# {name}", *([f":::{{container}} subtitle\n{links(said, page, site)}\n:::"] if said else []), f":::{{container}} origin\n{origin}\n:::"]
    nb.cells = [new_markdown_cell("\n\n".join(head))]
    if rest := introduction(ROOT/"nbs"/source): cells = [new_markdown_cell(rest), *cells]
    for c in cells:
        if c.cell_type == "raw" or c.source.startswith("<!-- WARNING: THIS FILE WAS AUTOGENERATED"): continue
        if c.cell_type == "code": c = code(c, module)
        else: c.source = callouts(c.source)
        if c is None: continue
        if c.cell_type == "markdown": c.source = links(c.source, page, site)
        nb.cells.append(c)
    for i, c in enumerate(nb.cells): c["id"] = f"cell-{i}"
    nb.metadata, nb.nbformat, nb.nbformat_minor = {"kernelspec": {"name": "python3", "display_name": "python3", "language": "python"}}, 4, 5
    return nb, name, said


def introduction(notebook:Path) -> str:
    "What follows title, subtitle and settings in a notebook's first cell of text: nbdev makes frontmatter of the cell and drops the rest"
    from nbdev.doclinks import NbdevLookup
    first = next((c.source for c in nbformat.read(notebook, 4).cells if c.cell_type == "markdown"), "")
    found = re.match(r"#\s.*\n+(?:>.*\n*)*(?:- \w[\w-]*:.*\n*)*", first + "\n")
    rest = first[found.end():].strip() if found else ""
    return rest and NbdevLookup().linkify(rest)


def module_of(notebook:Path) -> str | None:
    "The module that a notebook exports, by its `#| default_exp`"
    code = "\n".join(c.source for c in nbformat.read(notebook, 4).cells if c.cell_type == "code")
    found = re.search(r"^#\|\s*default_exp\s+(\S+)", code, re.M)
    return f"media_study.{found[1]}" if found and re.search(r"^#\|\s*exports?\b", code, re.M) else None


# ---- the site

def sidebar(quarto:dict, names:list[str]) -> list[tuple[str | None, list[str]]]:
    "The sidebar of `_quarto.yml` as (caption, notebooks) in order; folders and patterns after `auto:` are filled in"
    def files(item):
        if isinstance(item, str): return [item]
        if "auto" in item:
            pattern = item["auto"] if item["auto"].endswith(".ipynb") else item["auto"].rstrip("/") + "/*.ipynb"
            return sorted(n for n in names if n.count("/") == pattern.count("/") and fnmatch.fnmatch(n, pattern))
        if "section" in item: return [f for x in item["contents"] for f in files(x)]
        return [item.get("href") or item["file"]]
    res = []
    for item in quarto["website"]["sidebar"]["contents"]:
        caption = item.get("section") if isinstance(item, dict) else None
        if caption is None and res and res[-1][0] is None: res[-1][1].extend(files(item))
        else: res.append((caption, files(item)))
    return [(caption, found) for caption, found in res if found]


def check_sidebar(groups, names:list[str]):
    "Every notebook stands in the sidebar once, and every entry is a notebook"
    listed = [n for _, group in groups for n in group]
    wrong = {"not in the sidebar of _quarto.yml": set(names) - set(listed), "in the sidebar but not in nbs/": set(listed) - set(names),
             "twice in the sidebar": {n for n in listed if listed.count(n) > 1}}
    wrong = [f"{n}: {why}" for why, which in wrong.items() for n in sorted(which)]
    if wrong: raise ValueError("\n".join(wrong))


def toctrees(groups, pages:dict[str, str]) -> str:
    "The navigation as hidden toctrees of the home page"
    def tree(caption, found):
        docs = [pages[n].removesuffix(".html") for n in found if n != "index.ipynb"]
        return "\n".join(["```{toctree}", ":hidden:", *([f":caption: {caption}"] if caption else []), "", *docs, "```"]) if docs else ""
    return "\n\n".join(filter(None, (tree(*g) for g in groups)))


def llms(settings, groups, pages:dict[str, str], said:dict[str, tuple[str, str]]) -> str:
    "What the site holds, for language models: https://llmstxt.org"
    res = [f"# {settings['title']}", "", f"> {settings['description']}"]
    for caption, found in groups:
        res += ["", f"## {caption or 'Start here'}", ""]
        res += [f"- [{said[n][0]}]({pages[n]})" + (f": {said[n][1]}" if said[n][1] else "") for n in found]
    return "\n".join(res) + "\n"


class StandIn:
    "Stands for whatever a package that is not installed would hold, so that classes can be made of it and functions decorated"
    def __init__(self, *args, **kwargs): pass
    def __call__(self, wrapped=None, *args, **kwargs): return wrapped
    def __getattr__(self, name): return StandIn()


class StandInPackage(types.ModuleType):
    "A package that is not installed: each name in it is a class of its own"
    __path__ = []
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return type(name, (StandIn,), {"__module__": self.__name__})


class StandInFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    "Imports stand-ins for `names`: the pages of the training code are made where only the package itself is installed"
    def __init__(self, *names): self.names = {n for n in names if not importlib.util.find_spec(n)}
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.names: return importlib.machinery.ModuleSpec(name, self, is_package=True)
    def create_module(self, spec): return StandInPackage(spec.name)
    def exec_module(self, module): pass


def shows_interface(cell) -> bool:
    "Whether nbdev must execute a cell for the entries: exported code and `show_doc`; an example or a clean-up that imports something is left alone"
    if cell.cell_type != "code" or cell.directives_.get("eval:", [""])[0] == "false": return False
    return bool(cell.directives_.keys() & {"export", "exports", "exporti", "exec_doc"} or ENTRY.search(cell.source or ""))


def processed() -> Path:
    "The folder where nbdev has put its processed notebooks, with as many pages as there are notebooks"
    import nbdev.processors
    from nbdev.serve import proc_nbs
    nbdev.processors._do_eval = shows_interface
    os.chdir(ROOT)
    sys.meta_path.append(StandInFinder("torch", "onnx"))
    shutil.rmtree(ROOT/"_proc", ignore_errors=True)
    folder = proc_nbs(n_workers=0)
    want, got = ({f.relative_to(d) for f in notebooks(d)} for d in (ROOT/"nbs", folder))
    if want != got:
        raise RuntimeError(f"nbdev made pages of {len(got)} of {len(want)} notebooks in {ROOT}; "
                           "it makes none, without an error, where the name of a folder above begins with a dot")
    return folder


def survey(read:dict, settings) -> Site:
    "What there is on the pages that nbdev's notebooks in `read` become"
    pages, modules, anchors = {}, {}, {}
    for n, nb in read.items():
        out = (title(nb.cells[0]) or ("", "", ""))[2] or PurePosixPath(n).name.replace(".ipynb", ".html")
        pages[n] = page = (PurePosixPath(n).parent/out).as_posix()
        if module := module_of(ROOT/"nbs"/n): modules[page] = module
        shown = [m[1] for c in nb.cells if c.cell_type == "code" for m in ENTRY.finditer(c.source)]
        anchors[page] = {name.lower(): anchor(name, module) for name in shown}
    return Site(settings["doc_host"] + settings["doc_baseurl"], f"{settings['git_url']}/blob/{settings['branch']}", pages, modules, anchors)


def write_source(proc:Path, dest:Path, settings) -> int:
    "Write the Sphinx source of all pages to `dest`; gives their number"
    read = {f.relative_to(proc).as_posix(): nbformat.read(f, 4) for f in notebooks(proc)}
    site, said = survey(read, settings), {}
    groups = sidebar(yaml.safe_load((ROOT/"_quarto.yml").read_text()), list(read))
    check_sidebar(groups, list(read))
    for n, nb in read.items():
        nb, *said[n] = adapt(nb, n, site)
        if n == "index.ipynb": nb.cells.append(new_markdown_cell(toctrees(groups, site.pages), id="navigation"))
        page = (dest/site.pages[n]).with_suffix(".ipynb")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(nbformat.writes(nb), encoding="utf8")
    for f in proc.rglob("*"):
        if f.suffix in {".png", ".svg", ".jpg", ".gif", ".css"}:
            (dest/f.relative_to(proc)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(f, dest/f.relative_to(proc))
    (dest/"llms.txt").write_text(llms(settings, groups, site.pages, said), encoding="utf8")
    return len(read)


def build(source:Path, out:Path, settings) -> bool:
    "Make pages of the Sphinx source in `source`; whether it went without errors and warnings"
    shutil.copy(HERE/"conf.py", source)
    shutil.copytree(HERE/"static", source/"_static")
    with tempfile.TemporaryDirectory() as tmp:  # MyST-NB leaves a folder of its own beside the pages
        done = subprocess.run([sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "-d", f"{tmp}/doctrees", str(source), f"{tmp}/html"],
                              env=dict(os.environ, SITE_SETTINGS=json.dumps(dict(settings))))
        shutil.rmtree(out, ignore_errors=True)
        shutil.move(f"{tmp}/html", out)
    return not done.returncode


def finished(page:str) -> str:
    "A page of the theme with what screen readers miss in it: the level of the sidebar's captions"
    return page.replace('<p class="caption" role="heading">', '<p class="caption" role="heading" aria-level="2">')


def main():
    from nbdev.config import get_config
    os.chdir(ROOT)
    settings, out = get_config().d, ROOT/"_docs"
    proc = processed()
    with tempfile.TemporaryDirectory() as tmp:
        count = write_source(proc, Path(tmp)/"source", settings)
        if not build(Path(tmp)/"source", out, settings): sys.exit("The documentation has errors or warnings, see above")
        shutil.copy(Path(tmp)/"source"/"llms.txt", out)
    for folder in (proc, out/"_sources"): shutil.rmtree(folder, ignore_errors=True)
    (out/".nojekyll").touch()
    for f in out.rglob("*.html"): f.write_text(finished(f.read_text(encoding="utf8")), encoding="utf8")
    made = len([f for f in out.rglob("*.html") if f.name != "search.html"])
    if made != count: sys.exit(f"{made} pages were made of {count} notebooks")
    print(f"{made} pages in {out.relative_to(ROOT)}: open {out.relative_to(ROOT)}/index.html")


if __name__ == "__main__": main()
