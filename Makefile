# The commands of README.md and CONTRIBUTING.md. Each stamp below .venv says what is installed, so that running again is quick.
PYTHON ?= python3
OUT ?= study
bin := .venv/bin
export OMP_NUM_THREADS ?= 1
pip := $(bin)/pip --disable-pip-version-check -qq

.PHONY: study test lab docs notebooks outputs readme clean help

help:
	@echo "make study              install the package and run it on the sample it brings along"
	@echo "make study ARTICLES=…   install the package and make a study of your folder of articles (OUT=$(OUT))"
	@echo "make test               install what the tests need and run them"
	@echo "make lab                open JupyterLab on the notebooks"
	@echo "make docs               build the documentation into _docs/"
	@echo "make notebooks          export and execute the notebooks, compare their outputs with the stored ones"
	@echo "make outputs            export and execute the notebooks, store their new outputs"
	@echo "make readme             write README.md from nbs/index.ipynb"
	@echo "make clean              remove what these commands made"

.venv/made:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("media_study needs Python 3.11 or newer, this is " + sys.version.split()[0] + ": make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/made pyproject.toml
	@echo "installing media_study and what it needs into .venv, about a minute …"
	@$(pip) install -e .
	@touch $@

.venv/lab: .venv/installed
	@echo "installing JupyterLab …"
	@$(pip) install -e ".[lab]"
	@touch $@

.venv/developing: .venv/installed
	@echo "installing what the tests and the notebooks need …"
	@$(pip) install -e ".[dev]"
	@touch $@

study: .venv/installed
ifdef ARTICLES
	$(bin)/media-study study "$(ARTICLES)" -o "$(OUT)"
else
	$(bin)/media-study demo
endif

test: .venv/developing
	$(bin)/python -m pytest -q $(TESTS)

lab: .venv/lab
	$(bin)/jupyter lab $(if $(filter 0,$(shell id -u)),--allow-root) nbs  # in a container everybody is root

docs: .venv/developing
	$(bin)/python tools/docs.py

notebooks: .venv/developing
	$(bin)/nbdev_clean
	$(bin)/nbdev_export
	$(bin)/python tools/check_notebooks.py $(NOTEBOOKS)

outputs: .venv/developing
	$(bin)/nbdev_export
	$(bin)/python tools/check_notebooks.py --write $(NOTEBOOKS)
	$(bin)/nbdev_clean

readme: .venv/developing
	$(bin)/python tools/readme.py

clean:
	rm -rf .venv _docs _proc build dist *.egg-info
