package org.vivavoce.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.vivavoce.testing.pipeline.Answer;
import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.StandaloneProcess;

/**
 * Holds the scorecard and the score sheets of one candidate against what was
 * acknowledged.
 */
final class Audit {

	private final Candidacy candidacy;

	private final List<String> faults = new ArrayList<>();

	/** Contents with their revisions, by interviewer and place. */
	private final Map<String, Entry> onCard = new HashMap<>();

	private record Entry(String content, int revision) {

	}

	private Audit(Candidacy candidacy) {
		this.candidacy = candidacy;
	}

	/**
	 * What is wrong.
	 */
	static List<String> of(Candidacy candidacy, StandaloneProcess pipeline) {
		Audit audit = new Audit(candidacy);
		Answer card = pipeline.as("dashboard").get("/scorecards/" + candidacy.candidate());
		if (card.status() == 404) {
			audit.require(candidacy.interview().isEmpty(), "the scorecard is lost");
			return audit.faults;
		}
		audit.require(candidacy.mayExist(), "nobody planned this");
		JsonNode interviews = card.require(200).json().get("interviews");
		audit.require(interviews.size() <= 1, "planned once, held " + interviews.size() + " times");
		audit.require(interviews.size() == 1 || candidacy.interview().isEmpty(), "the interview is lost");
		if (interviews.size() == 1) {
			audit.interview(interviews.get(0));
			audit.name(card.json());
			for (String interviewer : Candidacy.PANEL) {
				audit.sheet(interviews.get(0), interviewer, pipeline.as(interviewer));
			}
		}
		return audit.faults.stream().map((fault) -> candidacy.candidate() + ": " + fault).toList();
	}

	private void name(JsonNode card) {
		String name = card.at("/candidate/name").asString("");
		require(this.candidacy.interview().isEmpty() || name.equals("Name of " + this.candidacy.candidate()),
				"the name is '" + name + "'");
	}

	private void interview(JsonNode interview) {
		String id = interview.get("id").asString();
		require(id.equals(this.candidacy.interview().orElse(id)), "another interview: " + id);
		Map<Integer, String> positions = positions(interview.get("answers"));
		this.candidacy.served()
			.forEach((position, question) -> require(question.equals(positions.get(position)),
					"served at " + position + " was " + question + ", but there is " + positions.get(position)));
		int more = positions.size() - this.candidacy.served().size();
		require(more <= this.candidacy.perhaps(), more + " questions that nobody asked for");
		collect(interview);
		this.candidacy.histories().forEach((key, history) -> {
			Entry entry = this.onCard.get(key);
			Optional<String> fault = (entry != null) ? history.fault(entry.content(), entry.revision())
					: history.fault(null, 0);
			fault.ifPresent((text) -> this.faults.add(key + " " + text));
		});
		require(this.candidacy.histories().keySet().containsAll(this.onCard.keySet()),
				"nobody gave " + this.onCard.keySet());
		boolean closed = closed(interview);
		require(closed || !this.candidacy.isClosed(), "the close is lost");
		require(!closed || this.candidacy.mayBeClosed(), "nobody closed this");
		require(!closed || interview.get("outcome").asString().equals("completed"), "closed with another outcome");
	}

	/**
	 * No question and no place twice, no place skipped.
	 */
	private Map<Integer, String> positions(JsonNode answers) {
		Map<Integer, String> positions = new TreeMap<>();
		Set<String> questions = new HashSet<>();
		for (JsonNode answer : answers) {
			String question = answer.get("questionId").asString();
			require(questions.add(question), question + " twice");
			require(this.candidacy.plan().isEmpty() || this.candidacy.plan().contains(question),
					question + " unplanned");
			require(positions.put(answer.get("position").asInt(), question) == null, "a position twice");
		}
		for (int position = 1; position <= positions.size(); position++) {
			require(positions.containsKey(position), "position " + position + " skipped");
		}
		return positions;
	}

	private void collect(JsonNode interview) {
		for (JsonNode answer : interview.get("answers")) {
			String question = answer.get("questionId").asString();
			answer.get("ratings").forEach((rating) -> this.onCard.put(key(rating, question), rating(rating)));
		}
		interview.get("recommendations")
			.forEach((given) -> this.onCard.put(key(given, "recommendation"), recommendation(given)));
	}

	private static String key(JsonNode given, String what) {
		return given.get("interviewer").asString() + " " + what;
	}

	private static Entry rating(JsonNode given) {
		return new Entry("{\"rating\":%s,\"redFlag\":%s,\"notes\":%s}".formatted(given.get("rating"),
				given.get("redFlag"), given.get("notes")), given.get("revision").asInt());
	}

	private static Entry recommendation(JsonNode given) {
		return new Entry("{\"overall\":%s,\"summary\":%s}".formatted(given.get("overall"), given.get("summary")),
				given.get("revision").asInt());
	}

	/**
	 * The sheet of this member says what the scorecard says of them.
	 */
	private void sheet(JsonNode interview, String interviewer, Api api) {
		JsonNode sheet = api.get("/score-sheets/" + interview.get("id").asString()).require(200).json();
		Map<String, Entry> onSheet = new HashMap<>();
		Map<Integer, String> positions = new TreeMap<>();
		for (JsonNode question : sheet.get("questions")) {
			String id = question.at("/question/id").asString();
			positions.put(question.get("position").asInt(), id);
			put(onSheet, interviewer + " " + id, question.get("mine").isNull() ? null : rating(question.get("mine")));
		}
		JsonNode given = sheet.get("recommendation");
		put(onSheet, interviewer + " recommendation", given.isNull() ? null : recommendation(given));
		Map<String, Entry> ofMember = new HashMap<>(this.onCard);
		ofMember.keySet().removeIf((key) -> !key.startsWith(interviewer + " "));
		require(onSheet.equals(ofMember), "sheet " + onSheet + " and card " + ofMember + " differ");
		require(positions.equals(positions(interview.get("answers"))), "sheet and card differ in what was served");
		require(sheet.get("state").equals(interview.get("state")), "sheet and card differ in the state");
	}

	private static boolean closed(JsonNode interview) {
		return interview.get("state").asString().equals("closed");
	}

	private static void put(Map<String, Entry> entries, String key, @Nullable Entry entry) {
		if (entry != null) {
			entries.put(key, entry);
		}
	}

	private void require(boolean holds, String fault) {
		if (!holds) {
			this.faults.add(fault);
		}
	}

}
