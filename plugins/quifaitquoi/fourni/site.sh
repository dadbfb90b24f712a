#!/usr/bin/env bash
# Builds what is published, from the root of a repository. A leaflet that is cut short or missing (3) must not keep the site back:
# the job « Dépliants » fails for it, afterwards.
set -uo pipefail
build/venv/bin/quifaitquoi build
code=$?
if [ "$code" -eq 3 ]; then
  echo "depliants=a-revoir" >> "${GITHUB_OUTPUT:-/dev/null}"
  exit 0
fi
exit "$code"
