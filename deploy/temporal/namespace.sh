#!/bin/sh
# Our namespace and its search attributes; run again at every deployment. The server's port opens before it serves, and
# a new namespace is unknown for about half a second, on which a worker would leave: this ends when both are known.
set -eu

patiently() {
  left=60
  until "$@" >/tmp/said 2>&1; do
    left=$((left - 1))
    if [ "$left" -eq 0 ]; then
      cat /tmp/said >&2
      return 1
    fi
    sleep 1
  done
}

patiently temporal operator cluster health
temporal operator namespace describe --namespace "$NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$NAMESPACE" --retention "$RETENTION"
patiently temporal operator namespace describe --namespace "$NAMESPACE"
patiently temporal operator namespace update --namespace "$NAMESPACE" --retention "$RETENTION"

for attribute in CaseProcedure=Keyword Phase=Keyword WhoseMove=KeywordList NextDueOn=Keyword Ruleset=Keyword; do
  patiently temporal operator search-attribute create --namespace "$NAMESPACE" \
    --name "${attribute%%=*}" --type "${attribute##*=}"
done
# `procedure` is a word of SQL: in a query this attribute's name needs backquotes.
patiently temporal workflow list --namespace "$NAMESPACE" --query '`Procedure` = "none"'
