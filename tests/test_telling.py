"The frames of a study lead back to the page."
from importlib.resources import files

import pandas as pd
import pytest

from media_study import Study
from media_study.comparing import quote_frame
from media_study.reuse import block_frame
from media_study.telling import keyness, kwic, mention_frame
from media_study.validating import read_validation, validation_sheet


@pytest.fixture(scope='module')
def study(tmp_path_factory): return Study.build(files('media_study')/'sample', tmp_path_factory.mktemp('study'))


@pytest.fixture(scope='module')
def pages(): return {f.name[:-4]: f.read_text(encoding='utf8') for f in (files('media_study')/'sample').iterdir() if f.name.endswith('.txt')}


def test_a_paragraph_is_the_page_between_its_ends(study, pages):
    for blocks in (('paragraph',), None):
        rows = block_frame(study, blocks)
        assert len(rows) and all(pages[r.article][r.start:r.end] == r.text for r in rows.itertuples())
    assert set(rows.outlet) == set(study.articles.label) and rows.date.notna().all()


def test_a_hit_is_the_page_between_its_ends(study, pages):
    for rows in (block_frame(study), quote_frame(study)):
        found = kwic(rows, r'\brelations?\b').dropna(subset=['start'])
        assert len(found) > 3 and all(pages[r.article][r.start:r.end] == r.hit for r in found.itertuples())
    cues = kwic(quote_frame(study), 'said', column='cue')
    assert len(cues) and cues.start.isna().all()


def test_mentions_are_the_page_between_their_ends(study, pages): assert all(pages[r.article][r.start:r.end] == r.text for r in mention_frame(study).itertuples())


def test_keyness_of_a_study(study): assert set(keyness(block_frame(study)).outlet) <= set(study.articles.label)


def test_a_sheet_of_a_study_is_drawn_filled_and_read(study, tmp_path):
    sheet = validation_sheet(study, n=20)
    quotes = sheet[sheet.quote.notna()]
    assert len(quotes) == 20 and quotes.speaker.notna().all() and sheet.speaker[sheet.quote.isna()].isna().all()
    for coder in 'ab': sheet.assign(coder=coder, is_quote=sheet.quote.notna().astype(int).where(sheet.quote.notna()), speaker_right=1, span_right=1, missed=0).to_csv(tmp_path/f'{coder}.csv', index=False)
    got = read_validation([tmp_path/'a.csv', tmp_path/'b.csv'], draws=20).set_index('measure')
    assert got.value[['precision', 'recall', 'speaker right']].eq(1).all()


def test_footnote_marks_are_no_key_words():
    texts = pd.DataFrame({'outlet': ['Digest', 'Wire'], 'text': ['The ferry sails again [4]. The harbour reopens [4]. ' * 9, 'The trains stop. Nobody knows why the stations close. ' * 9]})
    words = set(keyness(texts, sure=3).query('outlet == "Digest"').word)
    assert {'ferry', 'harbour'} <= words and '4' not in words
