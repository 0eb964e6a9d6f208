#!/usr/bin/env bash
# Reads scorecard-updated up to a candidate's. Arguments: bootstrap servers, candidate, file with security settings (none).
set -euo pipefail
bootstrap=$1 candidate=$2
exec 3< <(exec kcat -C -q -u -b "$bootstrap" ${3:+-F "$3"} -t scorecard-updated -o beginning -f '%k %s\n')
reader=$!
while read -r key card <&3; do
	# without a value: the person was forgotten; otherwise keep the highest version of each candidate
	echo "$key $card"
	[[ $key != "$candidate" ]] || break
done
kill "$reader"
