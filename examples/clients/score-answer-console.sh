#!/usr/bin/env bash
# Writes an answer-scored. Arguments: bootstrap servers, candidate, interviewer, file with security settings (none).
set -euo pipefail
bootstrap=$1 candidate=$2 interviewer=$3
headers="ce_specversion:1.0,ce_id:$(date +%s)-$RANDOM-$RANDOM,ce_source:/my-tool"
headers+=",ce_type:org.vivavoce.answer-scored.v1,content-type:application/json"
data="{\"interviewId\": \"interview-of-$candidate\", \"candidateId\": \"$candidate\", \"questionId\": \"first-question\", \
\"questionRevision\": 1, \"interviewer\": \"$interviewer\", \"submittedBy\": \"my-tool\", \"rating\": 3, \"redFlag\": false, \
\"keyPointsHeard\": [], \"revision\": 1, \"scoredAt\": \"$(date -u +%Y-%m-%dT%H:%M:%SZ)\"}"
# headers, key and value, with tabs between them
printf '%s\t%s\t%s\n' "$headers" "$candidate" "$data" |
	kafka-console-producer.sh --bootstrap-server "$bootstrap" ${4:+--command-config "$4"} --topic answer-scored \
		--command-property acks=all --reader-property parse.headers=true --reader-property parse.key=true
