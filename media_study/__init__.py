"Who is quoted in the news, in which words, and by which outlet."
__version__ = "0.1.0"

# Public names and the modules they live in: each loads on first use, so that importing the package costs nothing.
_PUBLIC = {
    "article": "Article Block Entity Failure Mention Quote TimeExpression",
    "text": "count_words sentences words",
    "reading": "from_frame init_folder read",
    "parsing": "parse",
    "countries": "country_of",
    "marks": "pair_marks",
    "encoder": "Encoder",
    "names": "find_names",
    "dates": "find_anchor find_dates",
    "quotes": "find_quotes",
    "mentions": "find_mentions",
    "entities": "link_mentions",
    "speakers": "find_speakers",
    "pipeline": "annotate annotate_all",
    "resolving": "Resolution read_corrections resolve",
    "study": "Study columns quoted",
    "comparing": "quote_frame utterances",
    "plots": "plot_carried plot_cues plot_keyness plot_matrix plot_network plot_shares plot_timeline plot_utterance plot_words",
    "report": "write_report",
    "exploring": "explore in_place",
    "voices": "by_voice counted heard own_voices shares without_copies",
    "reuse": "block_frame near_duplicates reuse_shares reused",
    "validating": "krippendorff read_validation validation_sheet",
    "differing": "all_but_one carried differences every_utterance only_here utterance",
    "telling": "cue_verbs days delay keyness kwic labels mention_frame told with_cues",
    "exporting": "read_table save_annotations save_graph save_table web_annotations",
}
_HOME = {name: module for module, names in _PUBLIC.items() for name in names.split()}
__all__ = sorted(_HOME)


def __getattr__(name):
    if name not in _HOME: raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module
    globals()[name] = value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    return value


def __dir__(): return sorted({*globals(), *__all__})
