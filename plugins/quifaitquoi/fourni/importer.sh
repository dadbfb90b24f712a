#!/usr/bin/env bash
# Imports again what a source publishes, and proposes what it changes as one pull request, from the root of a repository. FORMAT,
# ADRESSE and ZONE say what and from where. A branch that a person has corrected is left as it is: the proposal hears of it.
set -euo pipefail
if [ -z "${ADRESSE:-}" ]; then
  echo "Aucune adresse dans importer.yml : rien à importer."
  exit 0
fi
mkdir -p build/import
curl --fail --silent --show-error --location --proto =https --proto-redir =https --max-time 900 --max-filesize 1000000000 \
  --output build/import/source -- "$ADRESSE"
options=(--dans directory)
[ -z "${ZONE:-}" ] || options+=("--zone=$ZONE")
build/venv/bin/quifaitquoi import "${options[@]}" -- "$FORMAT" build/import/source | tee build/import/compte.txt
git add directory
git diff --cached --quiet && exit 0
branche="import-$FORMAT"
git switch --quiet --force-create "$branche"
git -c user.name=import -c user.email=import@users.noreply.github.com commit --quiet --message "Importer de nouveau : $FORMAT"
# The account is text of the program about text of others: as code, it is shown and nothing else.
{ sed 's/^/    /' build/import/compte.txt
  printf '\n'
  [ ! -f "build/import/$FORMAT-a-relire.md" ] || head --bytes=50000 "build/import/$FORMAT-a-relire.md"
} > build/import/proposition.md
gh auth setup-git
la_bas=$(git ls-remote origin "refs/heads/$branche" | cut -f 1)
ouverte=$(gh pr list --head "$branche" --state open --json number,isCrossRepository \
  --jq 'map(select(.isCrossRepository | not))[0].number // empty')
if [ -n "$la_bas" ] && [ -n "$ouverte" ]; then
  git fetch --quiet --depth=1 origin "$la_bas"
  if [ "$(git log -1 --format=%an "$la_bas")" != import ]; then
    gh pr comment "$ouverte" --body "La source a encore changé depuis. Rien n'a été remplacé ici : finissez cette proposition, la suivante dira le reste."
    exit 0
  fi
fi
# Only over what was there a moment ago: a correction that is pushed meanwhile stays.
git push --quiet --force-with-lease="$branche:$la_bas" origin "$branche"
if [ -n "$ouverte" ]; then
  gh pr edit "$ouverte" --body-file build/import/proposition.md
else
  gh pr create --title "Importer de nouveau : $FORMAT" --body-file build/import/proposition.md --head "$branche"
fi
# A proposal that a workflow opens starts none.
gh workflow run check.yml --ref "$branche"
gh workflow run site.yml --ref "$branche"
