package org.vivavoce.scoring.store;

import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.outbox.DelayedEntry;
import org.vivavoce.platform.outbox.OutboxEntry;
import org.vivavoce.platform.store.StateJson;
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.sheet.InterviewSheet;
import org.vivavoce.scoring.sheet.Sheet;

/**
 * What an earlier release has kept of one candidate: all sheets in one document, with the
 * events that wait.
 *
 * @param guard as it was read
 * @param writtenAt as it was read; guards begin anew when somebody writes what was
 * deleted
 * @param waiting events that were not published yet
 * @param delayed events that are to be published later
 */
record FormerDocument(String candidateId, long guard, @Nullable Date writtenAt, Candidate candidate, List<Sheet> sheets,
		List<Document> waiting, List<Document> delayed) {

	static final String WRITTEN_AT = "writtenAt";

	/**
	 * The part of the state that is no candidate.
	 */
	record Sheets(List<Sheet> sheets) {

		Sheets {
			sheets = List.copyOf(sheets);
			sheets.forEach((sheet) -> Objects.requireNonNull(sheet.interviewId(), "a sheet names no interview"));
		}

	}

	/**
	 * Read a document.
	 * @throws RuntimeException when it is not as a release has written it
	 */
	static FormerDocument of(Document document) {
		Document state = document.get("state", Document.class);
		Candidate candidate = StateJson.fromDocument(state, Candidate.class);
		if (!candidate.candidateId().equals(document.getString("_id"))) {
			throw new IllegalArgumentException("it says that it is one of '" + candidate.candidateId() + "'");
		}
		return new FormerDocument(candidate.candidateId(), document.get("guard", Number.class).longValue(),
				document.getDate(WRITTEN_AT), candidate, StateJson.fromDocument(state, Sheets.class).sheets(),
				document.getList(OutboxEntry.FIELD, Document.class, List.of()),
				document.getList(DelayedEntry.FIELD, Document.class, List.of()));
	}

	boolean hasEvents() {
		return !this.waiting.isEmpty() || !this.delayed.isEmpty();
	}

	/**
	 * Whether there is anything for the candidate's own document.
	 */
	boolean hasCandidate() {
		return this.candidate.person() != null || this.candidate.forgottenAt() != null || hasEvents();
	}

	/**
	 * The sheets as they are kept now.
	 * @param listed the candidate of each interview, as the former directory has it: it
	 * knows the interviews, too, whose sheets were forgotten
	 */
	List<InterviewSheet> interviewSheets(Map<String, String> listed) {
		Set<String> there = this.sheets.stream().map(Sheet::interviewId).collect(Collectors.toCollection(HashSet::new));
		Stream<InterviewSheet> kept = this.sheets.stream()
			.map((sheet) -> new InterviewSheet(this.candidateId, this.candidate.forgottenAt(), sheet));
		Stream<InterviewSheet> gone = listed.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(this.candidateId) && !there.contains(entry.getKey())
					&& this.candidate.forgottenAt() != null)
			.map((entry) -> InterviewSheet.blank(this.candidateId, entry.getKey()).forgottenBy(this.candidate));
		return Stream.concat(kept, gone).toList();
	}

}
