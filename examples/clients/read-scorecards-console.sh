#!/usr/bin/env bash
# Reads scorecard-updated up to a candidate's. Arguments: bootstrap servers, candidate, file with security settings (none).
set -euo pipefail
bootstrap=$1 candidate=$2
exec 3< <(exec kafka-console-consumer.sh --bootstrap-server "$bootstrap" --isolation-level read_committed ${3:+--command-config "$3"} \
	--topic scorecard-updated --from-beginning --formatter-property print.key=true)
reader=$!
while read -r key card <&3; do
	# "null": the person was forgotten; otherwise keep the highest version of each candidate
	echo "$key $card"
	[[ $key != "$candidate" ]] || break
done
kill "$reader"
