#!/usr/bin/env bash
# Writes an answer-scored. Arguments: bootstrap servers, candidate, interviewer, file with security settings (none).
set -euo pipefail
bootstrap=$1 candidate=$2 interviewer=$3
# the partition that Java's clients choose, so that all about a candidate stays together
kcat -P -b "$bootstrap" ${4:+-F "$4"} -t answer-scored -k "$candidate" -X acks=all -X partitioner=murmur2_random \
	-H ce_specversion=1.0 -H "ce_id=$(date +%s)-$RANDOM-$RANDOM" -H ce_source=/my-tool \
	-H ce_type=org.vivavoce.answer-scored.v1 -H content-type=application/json <<EOD
{"interviewId": "interview-of-$candidate", "candidateId": "$candidate", "questionId": "first-question", \
"questionRevision": 1, "interviewer": "$interviewer", "submittedBy": "my-tool", "rating": 3, "redFlag": false, \
"keyPointsHeard": [], "revision": 1, "scoredAt": "$(date -u +%Y-%m-%dT%H:%M:%SZ)"}
EOD
