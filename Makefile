# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
#
# jvom from outside: `make help` shows what there is. Each target first makes .venv itself.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

# The dossier's year; the newest under content/ when not given.
YEAR ?= $(lastword $(sort $(notdir $(wildcard content/[0-9][0-9][0-9][0-9]))))
# More options for jvom: make build OPTIONS=--draft
OPTIONS ?=
# What pytest runs, and more options for it: make test TESTS="tests/dutch -n0"
TESTS ?= tests
# How many times the examples of make test each property gets in make fuzz.
FUZZ ?= 30

VENV := .venv
JVOM := $(VENV)/bin/jvom
PYTHON_IN_VENV := $(VENV)/bin/python

BUILT := build/.$(YEAR).built
# What the last build made; its letters are named after their recipients.
DOCUMENTS := $(shell cat $(BUILT) 2>/dev/null)
# The folders of content and templates count as well, so that a removed file is noticed; what Word,
# LibreOffice and editors leave behind does not. Spaces in names get their backslash.
SOURCES = $(shell { find $(wildcard content/*.yml) content/$(YEAR) ! -name '.*' ! -name '~*'; \
	find templates -maxdepth 1 \( -type d -path templates -o -name '*.docx' ! -name '.*' ! -name '~*' \); \
	find jvom -type f ! -name '*.pyc' ! -name '.*'; } 2>/dev/null | sed 's/ /\\ /g')

.PHONY: help build check seal test fuzz lint format messages bench clean FORCE

help: ## toont deze lijst
	@printf 'Gebruik: make DOEL [YEAR=jaar] [OPTIONS="opties voor jvom"]\n\n'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(firstword $(MAKEFILE_LIST)) | \
		while IFS='|' read -r target does; do printf '  %-8s %s\n' "$$target" "$$does"; done
	@printf '\nHet jaar is nu: %s\n' '$(or $(YEAR),nog geen; content/ heeft geen jaar)'

build: $(BUILT) ## maakt de vier Word-documenten van het dossier in build/<jaar>/

# When one of them is missing there is a build, even if nothing changed. One with options is always
# done, and leaves no mark: the next without them is another.
$(BUILT): $(VENV)/.jvom $(SOURCES) $(if $(OPTIONS)$(filter-out $(wildcard $(DOCUMENTS)),$(DOCUMENTS)),FORCE)
	@$(JVOM) build $(YEAR) $(OPTIONS)
	@mkdir -p build && $(if $(OPTIONS),rm -f $@,ls build/$(YEAR)/*.docx > $@)

check: $(VENV)/.jvom ## leest het dossier na
	@$(JVOM) check $(YEAR) $(OPTIONS)

seal: $(VENV)/.jvom ## verzegelt het dossier in één bestand om in te dienen
	@$(JVOM) seal $(YEAR) $(OPTIONS)

test: $(VENV)/.test ## installeert wat de tests nodig hebben en voert ze alle uit
	@sh .ci/test-tools.sh
	@$(PYTHON_IN_VENV) -m pytest -n auto --dist worksteal $(TESTS)

fuzz: $(VENV)/.test ## zoekt langer en willekeurig naar fouten: FUZZ=100 geeft honderdmaal de voorbeelden van test
	@FUZZ=$(FUZZ) $(PYTHON_IN_VENV) -m pytest -n auto --dist worksteal $(TESTS)

lint: $(VENV)/.lint ## controleert stijl en typen van de code
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy

format: $(VENV)/.lint ## brengt de code in vorm
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

messages: $(VENV)/.jvom ## werkt de Engelse vertaling bij naar de meldingen in de code
	@mkdir -p build
	@$(VENV)/bin/pybabel -q extract -F pyproject.toml -k msg --no-location --sort-output --project=jvom -o build/jvom.pot jvom
	@$(VENV)/bin/pybabel -q update -i build/jvom.pot -d jvom/locale -D jvom --no-fuzzy-matching --ignore-obsolete
	@$(VENV)/bin/pybabel -q compile -d jvom/locale -D jvom

bench: $(VENV)/.test ## meet jvom naast andere programma’s en schrijft docs/performance.md
	@$(PYTHON_IN_VENV) tests/bench/run.py --write docs/performance.md

clean: ## ruimt build/ en .venv op
	rm -rf build dist $(VENV)

# The environments: what jvom itself needs, and what tests and lint ask beside it.
$(VENV)/.jvom: pyproject.toml .ci/venv.sh
	@GOALS='$(MAKECMDGOALS)' sh .ci/venv.sh $(VENV) '.[pdf]'
	@touch $@

$(VENV)/.test: pyproject.toml .ci/venv.sh
	@GOALS='$(MAKECMDGOALS)' sh .ci/venv.sh $(VENV) '.[pdf,test]'
	@touch $@ $(VENV)/.jvom

$(VENV)/.lint: pyproject.toml .ci/venv.sh
	@GOALS='$(MAKECMDGOALS)' sh .ci/venv.sh $(VENV) '.[lint,pdf,test]'
	@touch $@ $(VENV)/.test $(VENV)/.jvom
