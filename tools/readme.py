"Write README.md from nbs/index.ipynb, the home page, with its outputs; `--check` only compares."
import argparse, base64, difflib, re, sys
from pathlib import Path
import nbformat

ROOT = Path(__file__).resolve().parent.parent
PICTURES = "README_files"


def address(target:str, site:str) -> str:
    "Where a link of the home page leads from the README: pages on the site, pictures beside the notebooks"
    path, hash_, anchor = target.partition("#")
    if re.match(r"\w+:", path) or not path: return target
    page = re.fullmatch(r"(.*?)(?:\d+[a-zA-Z0-9]*_)?([^/]+)\.(?:ipynb|html)", path)
    return f"{site}/{page[1]}{page[2]}.html{hash_}{anchor}" if page else f"nbs/{target}"


def prose(source:str, site:str) -> str:
    "A markdown cell for GitHub: call-outs become its own, links lead to the site"
    source = re.sub(r'^:::+\s*\{\.callout-(\w+)[^}]*\}\s*\n(.*?)\n:::+[ \t]*$',
                    lambda m: "\n".join([f"> [!{m[1].upper()}]", *(f"> {line}".rstrip() for line in m[2].splitlines())]), source, flags=re.M | re.S)
    return re.sub(r"(\]\()([^)\s]+)(\))", lambda m: m[1] + address(m[2], site) + m[3], source)


def fenced(text:str, kind:str="") -> str:
    "`text` as a block of code"
    fence = "````" if "```" in text else "```"
    return f"{fence}{kind}\n{text.rstrip()}\n{fence}"


def output(o, name:str, alt:str, pictures:dict[str, bytes]) -> str:
    "One output: markdown as it is, a picture as a file beside the README, anything else as text"
    if o.output_type == "stream": return fenced(o.text)
    if o.output_type == "error": return fenced(f"{o.ename}: {o.evalue}")
    if "text/markdown" in o.data: return o.data["text/markdown"]
    for kind, suffix in (("image/svg+xml", "svg"), ("image/png", "png")):
        if kind in o.data:
            pictures[f"{name}.{suffix}"] = o.data[kind].encode() if suffix == "svg" else base64.b64decode(o.data[kind])
            return f"![{alt}]({PICTURES}/{name}.{suffix})"
    return fenced(o.data["text/plain"]) if "text/plain" in o.data else ""


def readme(nb, site:str) -> tuple[str, dict[str, bytes]]:
    "The README and the pictures it shows"
    res, pictures = [], {}
    for c in nb.cells:
        flags = dict(re.findall(r"^#\|\s*([\w-]+):?[ \t]*(.*)$", c.source, re.M)) if c.cell_type == "code" else {}
        if c.cell_type == "raw" or "hide" in flags or flags.get("include") == "false": continue
        if c.cell_type == "markdown": res.append(prose(c.source, site)); continue
        source = re.sub(r"^#\|.*\n?", "", c.source, flags=re.M).strip()
        if source and flags.get("echo") != "false": res.append(fenced(source, "python"))
        if flags.get("output") != "false": res += [output(o, f"{c.id}-{i}", flags.get("fig-alt", "A figure").strip("\"'"), pictures) for i, o in enumerate(c.outputs)]
    return "<!-- Made from nbs/index.ipynb by `make readme` -->\n\n" + "\n\n".join(filter(None, res)).rstrip() + "\n", pictures


def main():
    from nbdev.config import get_config
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--check", action="store_true", help="write nothing; say what differs and exit with 1")
    args, settings = p.parse_args(), get_config().d
    text, pictures = readme(nbformat.read(ROOT/"nbs"/settings["readme_nb"], 4), settings["doc_host"] + settings["doc_baseurl"])
    path, folder = ROOT/"README.md", ROOT/PICTURES
    stored = {f.name: f.read_bytes() for f in folder.iterdir()} if folder.exists() else {}
    if args.check:
        diff = list(difflib.unified_diff(path.read_text(encoding="utf8").splitlines(), text.splitlines(), "README.md", "nbs/index.ipynb", lineterm="", n=1))
        diff += [f"{PICTURES}/{n}: differs" for n in sorted(stored.keys() | pictures) if stored.get(n) != pictures.get(n)]
        if diff: sys.exit("\n".join(diff + ["README.md is not in step with nbs/index.ipynb: run `make readme`"]))
        return print("README.md is in step with nbs/index.ipynb")
    path.write_text(text, encoding="utf8")
    for n in stored.keys() - pictures.keys(): (folder/n).unlink()
    for n, data in pictures.items(): folder.mkdir(exist_ok=True); (folder/n).write_bytes(data)


if __name__ == "__main__": main()
