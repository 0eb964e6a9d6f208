package org.vivavoce.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.StandaloneProcess;

/**
 * Reads everything that the {@link KeptStory} has left behind.
 */
final class KeptReads {

	private final StandaloneProcess pipeline;

	private final Api admin;

	KeptReads(StandaloneProcess pipeline) {
		this.pipeline = pipeline;
		this.admin = pipeline.as("admin");
	}

	/**
	 * Ask for all of it.
	 * @param interviews ids; the second is the one that stays open
	 * @param forgotten id of the interview of a candidate who was forgotten
	 */
	List<KeptAnswer> all(List<String> interviews, String forgotten) {
		List<KeptAnswer> answers = new ArrayList<>();
		Stream.of("application/json", "application/yaml", "text/csv", "text/markdown")
			.forEach((accept) -> answers.add(ask("recruiter", "/question-sets/git", accept)));
		Stream
			.of("/question-sets/git/drafts", "/question-sets/git/retired", "/question-sets/git/findings",
					"/questions?set=git", "/questions?technology=django&q=migration", "/questions/git-rebase",
					"/questions/git-rebase?revision=1", "/questions/git-rebase/revisions",
					"/questions/git-rebase/changes?from=1&to=2", "/questions/git-reflog/revisions",
					"/questions/git-monorepo/revisions", "/questions/git-branch", "/questions/git-bisect/revisions",
					"/questions/git-commit/draft", "/questions/git-worktree/draft", "/questions/git-commit/exposure",
					"/questions/git-tag/exposure", "/kits", "/kits?retired=true", "/kits/git-mid",
					"/kits/git-mid?version=1", "/kits/git-mid/versions", "/candidates/ada", "/candidates/ben",
					"/candidates/dora", "/interviews", "/interviews?candidate=ada", "/interviews?state=closed",
					"/interviews?question=git-commit", "/interviews?panelist=interviewer-2")
			.forEach((path) -> answers.add(ask("recruiter", path)));
		Stream.concat(interviews.stream(), Stream.of(forgotten))
			.forEach((id) -> answers.add(ask("recruiter", "/interviews/" + id)));
		for (String interviewer : List.of("interviewer-1", "interviewer-2")) {
			answers.add(ask(interviewer, "/score-sheets"));
			Stream.concat(interviews.stream(), Stream.of(forgotten))
				.forEach((id) -> answers.add(ask(interviewer, "/score-sheets/" + id)));
			answers.add(ask(interviewer, "/score-sheets/" + interviews.get(1) + "/answers/git-commit"));
			answers.add(ask(interviewer, "/score-sheets/" + interviews.get(1) + "/recommendation"));
		}
		for (String reader : List.of("dashboard", "interviewer-1")) {
			Stream.of("ada", "ben", "cleo", "dora")
				.forEach((candidate) -> answers.add(ask(reader, "/scorecards/" + candidate)));
			answers.add(ask(reader, "/scorecards/ada", "text/csv"));
		}
		Stream
			.of("/scorecards", "/scorecards?technology=django&sort=-score", "/scorecards?outcome=incomplete&level=mid",
					"/scorecards?minScore=50", "/comparisons?candidate=ada&candidate=cleo")
			.forEach((path) -> answers.add(ask("dashboard", path)));
		Stream
			.of("/dead-letters", "/dead-letters/counts", "/dead-letters?key=ada", "/dead-letters?kind=not-json",
					"/projections/scorecards", "/projections/scorecards/reconciliation",
					"/projections/scorecards/publications", "/audit/question-service?limit=200&who=recruiter")
			.forEach((path) -> answers.add(ask("admin", path)));
		answers.add(ask("admin", "/projections/scorecards/reconciliation?offset=" + withinAPartition()));
		KeptStory.items(this.admin, "/dead-letters")
			.forEach((deadLetter) -> answers.add(ask("admin", "/dead-letters/" + deadLetter.get("id").asString())));
		return answers;
	}

	/**
	 * An offset before the last record of the longest partition of the ratings, which is
	 * counted from a checkpoint.
	 */
	private String withinAPartition() {
		JsonNode longest = StreamSupport
			.stream(this.admin.get("/projections/scorecards/reconciliation").json().get("partitions").spliterator(),
					false)
			.filter((each) -> each.get("topic").asString().equals("answer-scored"))
			.max(Comparator.comparingLong((each) -> each.get("to").asLong()))
			.orElseThrow();
		return "answer-scored:" + longest.get("partition").asInt() + ":" + (longest.get("to").asLong() - 1);
	}

	private KeptAnswer ask(String role, String path) {
		return ask(role, path, "application/json");
	}

	private KeptAnswer ask(String role, String path, String accept) {
		return KeptAnswer.ask(this.pipeline, role, path, accept);
	}

}
