"The public names of the package: they load on first use, and importing costs nothing."
import importlib, subprocess, sys
import pytest
import media_study

HOME = media_study._HOME


@pytest.mark.parametrize("name", sorted(HOME))
def test_name_is_public_in_its_module(name):
    module = importlib.import_module(f"media_study.{HOME[name]}")
    assert name in module.__all__
    assert getattr(media_study, name) is getattr(module, name)


def test_no_name_hides_a_module():
    assert not set(HOME) & set(media_study._PUBLIC)
    assert len(HOME) == sum(len(names.split()) for names in media_study._PUBLIC.values()), "a name stands under two modules"


def test_dir_shows_the_names():
    assert set(HOME) <= set(dir(media_study))


def test_unknown_name():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"): media_study.nothing


def test_import_loads_nothing_heavy():
    code = "import sys, media_study; print(*sorted({'numpy', 'pandas', 'duckdb', 'matplotlib', 'onnxruntime', 'tokenizers', 'torch'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""
