#!/usr/bin/env bash
# Plays a complete Django interview against a running Viva Voce and prints the scorecard.
# Usage: examples/django-interview.sh [address] [directory of the tokens]
set -euo pipefail
base=${1:-http://localhost:8080}/api/v1
tokens=${2:-.vivavoce/tokens}
candidate="cand-$(date +%s)"

# call NAME METHOD PATH [BODY]: a request as that person; prints the answer, tries again when told to or when nobody answers.
# The key makes that safe: the same key and body again gives the first answer
call() {
	local answer status key="try-$$-$RANDOM-$RANDOM"
	for _ in $(seq 1 50); do
		answer=$(curl --silent --show-error --max-time 20 --request "$2" "$base$3" \
			--header "Authorization: Bearer $(cat "$tokens/$1.jwt")" --header 'Content-Type: application/json' \
			--header "Idempotency-Key: $key" ${4:+--data "$4"} \
			--write-out '\n%{http_code} %header{retry-after}' 2>&1) || { sleep 1; continue; }
		status=${answer##*$'\n'}
		answer=${answer%$'\n'*}
		case $status in
			2??\ *) printf '%s' "$answer"; return ;;
			409\ [0-9]*|503\ [0-9]*) sleep "${status#* }" ;;   # the event is still on its way, or a service is
			*) printf '%s %s: %s\n' "$2" "$3" "$answer" >&2; return 1 ;;
		esac
	done
	printf '%s %s: no success after 50 tries: %s\n' "$2" "$3" "$answer" >&2
	return 1
}

# text NAME: the first text field of that name; number NAME: the first number
text() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }
number() { grep -o "\"$1\":[0-9.]*" | head -n 1 | cut -d : -f 2; }

echo "A recruiter plans an interview for $candidate"
interview=$(call recruiter POST /interviews "{\"candidate\":{\"id\":\"$candidate\",\"name\":\"Ada Example\"},
	\"role\":\"Backend developer\",\"technology\":\"django\",\"level\":\"mid\",\"seed\":42,
	\"panel\":[\"interviewer-1\",\"interviewer-2\"]}")
id=$(text id <<<"$interview")
planned=$(number planned <<<"$interview")
echo "Interview $id: $planned questions, panel interviewer-1 and interviewer-2"
echo

ratings_1=(3 4 3 3 2 3 4 3 2 3)
ratings_2=(3 3 4 3 3 3 3 2 2 4)
for ((i = 0; i < planned; i++)); do
	served=$(call interviewer-1 POST "/interviews/$id/served")
	question=$(sed 's/.*"question":{//' <<<"$served")
	question_id=$(text id <<<"$question")
	one=${ratings_1[i % 10]}
	two=${ratings_2[i % 10]}
	call interviewer-1 PUT "/score-sheets/$id/answers/$question_id" "{\"rating\":$one,\"redFlag\":false}" >/dev/null
	call interviewer-2 PUT "/score-sheets/$id/answers/$question_id" "{\"rating\":$two,\"redFlag\":false}" >/dev/null
	printf '%2d  %-6s  rated %d and %d  %s\n' $((i + 1)) "$(text level <<<"$question")" "$one" "$two" \
		"$(text prompt <<<"$question" | cut -c 1-70)"
done

call interviewer-1 PUT "/score-sheets/$id/recommendation" '{"overall":"yes","summary":"Solid on the ORM"}' >/dev/null
call interviewer-2 PUT "/score-sheets/$id/recommendation" '{"overall":"strong-yes"}' >/dev/null
call interviewer-1 POST "/interviews/$id/close" '{"outcome":"completed"}' >/dev/null

# the scorecard follows the events: it is complete when it has seen all ratings and the end
for _ in $(seq 1 100); do
	card=$(call dashboard GET "/scorecards/$candidate" 2>/dev/null || true)
	[[ $card == *'"state":"closed"'* && $(number scored <<<"$card") == "$planned" && $card == *strong-yes* ]] && break
	sleep 0.1
done

echo
echo "Scorecard of $(text name <<<"$card")"
echo "  score     $(number score <<<"$card") of 100"
echo "  outcome   $(text outcome <<<"$card")"
echo "  reasons   $(grep -o '"reasons":\[[^]]*\]' <<<"$card" | head -n 1 | sed 's/"reasons":\[//; s/\]//; s/"//g; s/,/, /g')"
echo "  coverage  $(grep -o '"coverage":{[^}]*}' <<<"$card" | head -n 1 | sed 's/"coverage":{//; s/}//; s/"//g; s/,/, /g; s/:/ /g')"
echo "  in full   curl -H \"Authorization: Bearer \$(cat $tokens/dashboard.jwt)\" $base/scorecards/$candidate"
[[ $(text outcome <<<"$card") != incomplete ]]
