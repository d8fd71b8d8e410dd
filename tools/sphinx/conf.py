"Sphinx settings of the site; the pages come from tools/docs.py"
import json, os

settings = json.loads(os.environ["SITE_SETTINGS"])
project = html_title = settings["title"]
author, copyright = settings["author"], settings["copyright"]
release = settings["version"]
language = "en"

extensions = ["myst_nb"]
source_suffix = {".ipynb": "myst-nb"}
exclude_patterns = []
nb_execution_mode = "off"
nb_merge_streams = True
nb_ipywidgets_js = {}  # widgets would be loaded from another machine
nb_render_markdown_format = "myst"
myst_enable_extensions = ["colon_fence", "deflist", "smartquotes"]
myst_heading_anchors = 4
suppress_warnings = ["myst.header", "mystnb.mime_priority", "misc.highlighting_failure"]

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_show_sphinx = html_show_sourcelink = html_copy_source = False
html_use_index = False
html_theme_options = {"navigation_with_keys": True, "top_of_page_buttons": []}
pygments_style, pygments_dark_style = "a11y-high-contrast-light", "a11y-high-contrast-dark"
