#!/usr/bin/env bash
# Puts what a form asks for on its branch, and opens its proposal, from the root of a repository. What a person has read or corrected
# there is never replaced: then the proposal only hears that the form has changed.
set -euo pipefail
[ -f build/formulaire/titre.txt ] || exit 0
# Whoever wrote hears something true even where the forge refuses; the run ends red, which tells the team.
excuse() {
  printf '%s\n\n%s\n' "Merci d'avoir écrit. Votre réponse a été comprise, mais la forge n'a pas laissé ouvrir la proposition." \
    "Rien n'est perdu : votre texte reste ici, et une personne de l'équipe le reprendra." > build/formulaire/reponse.md
}
trap excuse ERR
git add directory
git diff --cached --quiet && exit 0
branche="formulaire-$NUMERO"
git switch --force-create "$branche"
git -c user.name=formulaire -c user.email=formulaire@users.noreply.github.com commit --file build/formulaire/titre.txt
gh auth setup-git
la_bas=$(git ls-remote origin "refs/heads/$branche" | cut -f 1)
# A closed or merged proposal takes no more changes, and a fork may have a branch of the same name.
ouverte=$(gh pr list --head "$branche" --state open --json number,isCrossRepository \
  --jq 'map(select(.isCrossRepository | not))[0].number // empty')
if [ -n "$ouverte" ]; then
  # Whoever wrote a remark has read it; the forge's own are those of the workflows.
  relue=$(gh pr view "$ouverte" --json reviews,commits,comments \
    --jq '(.reviews | length) + ([.commits[].authors[] | select(.name != "formulaire")] | length)
      + ([.comments[].author.login | select(startswith("github-actions") | not)] | length)')
  if [ "$relue" != 0 ]; then
    gh pr comment "$ouverte" --body "La demande #$NUMERO a été modifiée depuis. Rien n'a été remplacé ici : comparez-la avec cette proposition."
    printf '%s\n' "Merci d'avoir écrit. Une personne relit déjà votre proposition : elle est prévenue que vous avez modifié votre texte." \
      > build/formulaire/reponse.md
    exit 0
  fi
fi
# Only over what was there a moment ago: a correction that is pushed meanwhile stays.
git push --force-with-lease="$branche:$la_bas" origin "$branche"
[ -n "$ouverte" ] || gh pr create --fill --head "$branche"
trap - ERR
# A proposal that a workflow opens starts none.
gh workflow run check.yml --ref "$branche"
gh workflow run site.yml --ref "$branche"
