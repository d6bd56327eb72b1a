# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
#
# Run `make help` for the list of targets. Each target first creates .venv when needed.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

# The dossier: a year, or a year and a word (2026-althea). When not given, the one of the newest year under
# content/; of several that is the one without a word, and without that one jvom asks which.
DOSSIERS := $(sort $(patsubst content/%/dossier.yml,%,$(filter content/%/dossier.yml,$(wildcard \
	content/[0-9][0-9][0-9][0-9]/dossier.yml content/[0-9][0-9][0-9][0-9]-[a-z]*/dossier.yml))))
NEWEST := $(firstword $(subst -, ,$(lastword $(DOSSIERS))))
SISTERS := $(filter $(NEWEST)-%,$(DOSSIERS))
YEAR ?= $(or $(filter $(NEWEST),$(DOSSIERS)),$(if $(word 2,$(SISTERS)),,$(SISTERS)))
# A folder's path is good too.
DOSSIER := $(notdir $(patsubst %/,%,$(YEAR)))
# More options for jvom: make build OPTIONS=--draft
OPTIONS ?=
# Which tests pytest runs, and more options for it: make test TESTS="tests/dutch -n0"
TESTS ?= tests
# The rooms that read, check and write texts: what a change of a rule or a document breaks first.
CORE := tests/analysis tests/checks/test_pages.py tests/documents tests/dutch tests/reading tests/resolving tests/word
# How many times the examples of make test each property gets in make fuzz.
FUZZ ?= 30

VENV := .venv
JVOM := $(VENV)/bin/jvom
PYTHON_IN_VENV := $(VENV)/bin/python

BUILT := build/.$(DOSSIER).built
# The documents of the last build; letters are named after their recipients.
DOCUMENTS := $(shell cat $(BUILT) 2>/dev/null)
# Folders are included, so that a removed file is noticed; what Word, LibreOffice and editors leave behind is
# not. Spaces in names are escaped.
SOURCES = $(shell { find $(wildcard content/*.yml) content/$(DOSSIER) ! -name '.*' ! -name '~*'; \
	find templates -maxdepth 1 \( -type d -path templates -o -name '*.docx' ! -name '.*' ! -name '~*' \); \
	find jvom -type f ! -name '*.pyc' ! -name '.*'; } 2>/dev/null | sed 's/ /\\ /g')

# The files of the package that are made from others, and those others.
GENERATED := jvom/data/compounds.msgpack jvom/data/lexicon.table jvom/data/patterns.msgpack jvom/data/phrases.msgpack jvom/data/rule-messages.msgpack jvom/data/spelling/nl.aff jvom/data/spelling/nl.dic jvom/data/word-rules.msgpack jvom/locale/en/LC_MESSAGES/jvom.mo
GENERATED_FROM := tools/generated_files.py $(wildcard tools/lexicon.py tools/compiled_patterns.py tools/spelling_dictionary.py jvom/dutch/*.py jvom/analysis/*.py jvom/checks/*.py jvom/checks/words/*.py \
	jvom/checks/rules/*/*.py jvom/data/dictionary/nl.* jvom/data/lexicon/* jvom/data/rules jvom/data/rules/*.yml jvom/locale/*/LC_MESSAGES/*.po)

.PHONY: help build draft preview check status seal test core fuzz attack lint format messages bench pictures vscode clean FORCE

help: ## toont deze lijst
	@printf 'Gebruik: make DOEL [YEAR=dossier] [OPTIONS="opties voor jvom"]\n\n'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(firstword $(MAKEFILE_LIST)) | \
		while IFS='|' read -r target does; do printf '  %-8s %s\n' "$$target" "$$does"; done
	@printf '\nHet dossier is nu: %s\n' '$(or $(DOSSIER),nog geen; noem er een met YEAR=)'

build: $(BUILT) ## maakt de Word-documenten van het dossier in build/<dossier>/

# A missing document is reason to build, even if nothing changed. A build with options is always done, and
# leaves no stamp, since a build without them differs.
$(BUILT): $(VENV)/.generated $(SOURCES) $(if $(OPTIONS)$(filter-out $(wildcard $(DOCUMENTS)),$(DOCUMENTS)),FORCE)
	@$(JVOM) build $(DOSSIER) $(OPTIONS)
	@mkdir -p build && $(if $(OPTIONS),rm -f $@,ls build/$(DOSSIER)/*.docx > $@)

draft: $(VENV)/.generated ## maakt de documenten met CONCEPT op elke bladzijde en de opmerkingen in de kantlijn
	@$(JVOM) build $(DOSSIER) --draft $(OPTIONS) && rm -f $(BUILT)

preview: $(VENV)/.generated ## toont het dossier in een browser, met de bevindingen ernaast, en houdt die bij
	@$(JVOM) preview $(DOSSIER) $(OPTIONS)

check: $(VENV)/.generated ## leest het dossier na
	@$(JVOM) check $(DOSSIER) $(OPTIONS)

status: $(VENV)/.generated ## toont van elke tekst wie haar levert en hoever zij is
	@$(JVOM) status $(DOSSIER) $(OPTIONS)

seal: $(VENV)/.generated ## verzegelt het dossier in één bestand om in te dienen
	@$(JVOM) seal $(DOSSIER) $(OPTIONS)

test: $(VENV)/.test $(VENV)/.generated ## installeert wat de tests nodig hebben en voert ze alle uit
	@sh .ci/test-tools.sh
	@$(PYTHON_IN_VENV) -m pytest -n auto --dist worksteal $(TESTS)

core: $(VENV)/.test $(VENV)/.generated ## voert alleen de tests uit van wat teksten leest, naleest en schrijft
	@$(PYTHON_IN_VENV) -m pytest -n auto --dist worksteal $(CORE)

fuzz: $(VENV)/.test $(VENV)/.generated ## zoekt langer en willekeurig naar fouten: FUZZ=100 geeft honderdmaal de voorbeelden van test
	@FUZZ=$(FUZZ) $(PYTHON_IN_VENV) -m pytest -n auto --dist worksteal $(TESTS)

attack: $(VENV)/.test $(VENV)/.generated ## valt de beloften van docs/security.md aan: PROMISE=seal een ervan
	@$(PYTHON_IN_VENV) -m tests.attack $(PROMISE)

lint: $(VENV)/.lint $(VENV)/.generated ## controleert stijl en typen van de code
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy

format: $(VENV)/.lint ## brengt de code in vorm
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

messages: $(VENV)/.jvom ## werkt de Engelse vertaling bij naar de meldingen in de code
	@mkdir -p build
	@$(VENV)/bin/pybabel -q extract -F pyproject.toml -k msg --no-location --sort-output --project=jvom -o build/jvom.pot jvom
	@$(VENV)/bin/pybabel -q update -i build/jvom.pot -d jvom/locale -D jvom --no-fuzzy-matching --ignore-obsolete \
		--ignore-pot-creation-date
	@$(PYTHON_IN_VENV) -m tools.generated_files

bench: $(VENV)/.test $(VENV)/.generated ## meet jvom naast andere programma’s en schrijft docs/performance.md
	@$(PYTHON_IN_VENV) tests/bench/run.py --write docs/performance.md

pictures: $(VENV)/.test $(VENV)/.generated ## maakt de afbeeldingen van de handleiding, door een jaar na te spelen
	@$(PYTHON_IN_VENV) -m tools.pictures

vscode: editors/vscode/node_modules/.package-lock.json ## maakt de extensie voor VS Code in build/; heeft npm nodig
	@mkdir -p build
	@cd editors/vscode && npm run --silent check && npm run --silent bundle && npm run --silent package

editors/vscode/node_modules/.package-lock.json: editors/vscode/package-lock.json
	@cd editors/vscode && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

clean: ## ruimt build/ en .venv op
	rm -rf build dist $(VENV) editors/vscode/node_modules editors/vscode/dist editors/vscode/schema

# The environments: what jvom itself needs, and what tests and lint need as well.
$(VENV)/.jvom: pyproject.toml .ci/venv.sh
	@GOALS='$(MAKECMDGOALS)' sh .ci/venv.sh $(VENV) '.[office,pdf,preview]'
	@touch $@

$(VENV)/.test: pyproject.toml .ci/venv.sh
	@GOALS='$(MAKECMDGOALS)' sh .ci/venv.sh $(VENV) '.[pdf,preview,test]'
	@touch $@ $(VENV)/.jvom

$(VENV)/.lint: pyproject.toml .ci/venv.sh
	@GOALS='$(MAKECMDGOALS)' sh .ci/venv.sh $(VENV) '.[lint,pdf,preview,test]'
	@touch $@ $(VENV)/.test $(VENV)/.jvom

# Installing makes the files too; this is for sources that were edited since.
$(VENV)/.generated: $(VENV)/.jvom $(GENERATED_FROM) $(if $(filter-out $(wildcard $(GENERATED)),$(GENERATED)),FORCE)
	@$(PYTHON_IN_VENV) -m tools.generated_files
	@touch $@
