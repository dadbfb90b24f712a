#!/usr/bin/env bash
# Builds what is published, from the root of a repository: whole; or the PARTIE that is asked for; or joined, where parts are there. A
# directory that annuaire.yml has built in parts is only told to be one. A leaflet that is cut short or missing (3) must not keep the
# site back: the job « Dépliants » fails for it, afterwards.
set -uo pipefail
quifaitquoi=build/venv/bin/quifaitquoi
if [ -n "${PARTIE:-}" ]; then
  exec "$quifaitquoi" build --part "$PARTIE" --vers build/partie
elif [ -d build/parties ]; then
  "$quifaitquoi" join build/parties/*
else
  parties=$(build/venv/bin/python -m quifaitquoi.site.parties directory) || exit 1
  if [ -n "$parties" ]; then
    echo "parties=$parties" >> "${GITHUB_OUTPUT:-/dev/null}"
    exit 0
  fi
  "$quifaitquoi" build
fi
code=$?
if [ "$code" -eq 3 ]; then
  echo "depliants=a-revoir" >> "${GITHUB_OUTPUT:-/dev/null}"
  exit 0
fi
exit "$code"
