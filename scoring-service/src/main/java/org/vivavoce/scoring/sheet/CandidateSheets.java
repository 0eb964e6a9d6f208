package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.QuestionServed;

/**
 * All score sheets of one candidate.
 *
 * @param forgottenAt everything up to this time stays forgotten, whenever it arrives
 * @param sheets by interview
 */
record CandidateSheets(String candidateId, @Nullable Instant forgottenAt, List<Sheet> sheets) {

	CandidateSheets {
		sheets = List.copyOf(sheets);
	}

	static CandidateSheets none(String candidateId) {
		return new CandidateSheets(candidateId, null, List.of());
	}

	/**
	 * Fold one event. Commutative, associative and idempotent: of each thing the latest
	 * word counts, and what was forgotten stays so.
	 * @param current null when there is nothing yet
	 * @return the same instance when nothing changes
	 */
	static CandidateSheets fold(@Nullable CandidateSheets current, Envelope envelope) {
		CandidateSheets known = (current != null) ? current : none(envelope.event().candidateId());
		Stamp stamp = Stamp.of(envelope);
		return switch (envelope.event()) {
			case CandidateForgotten event -> known.forget(stamp.at());
			case InterviewOpened event -> known.change(event.interviewId(), stamp,
					(sheet) -> sheet.with(Details.of(event, stamp)).withOpened(stamp.at()));
			case QuestionServed event ->
				known.change(event.interviewId(), stamp, (sheet) -> sheet.with(Details.of(event, stamp))
					.with(new Served(event.position(), event.question(), stamp)));
			case InterviewClosed event ->
				known.change(event.interviewId(), stamp, (sheet) -> sheet.with(new Closing(event.outcome(), stamp)));
			default -> known;
		};
	}

	private CandidateSheets change(String interviewId, Stamp stamp, UnaryOperator<Sheet> change) {
		if (this.forgottenAt != null && !stamp.at().isAfter(this.forgottenAt)) {
			return this;
		}
		Sheet before = sheet(interviewId).orElseGet(() -> Sheet.blank(interviewId));
		Sheet after = change.apply(before);
		return (after == before) ? this : with(after);
	}

	private CandidateSheets forget(Instant time) {
		if (this.forgottenAt != null && !time.isAfter(this.forgottenAt)) {
			return this;
		}
		List<Sheet> left = this.sheets.stream().map((sheet) -> sheet.after(time)).filter(Objects::nonNull).toList();
		return new CandidateSheets(this.candidateId, time, left);
	}

	CandidateSheets with(Sheet sheet) {
		return new CandidateSheets(this.candidateId, this.forgottenAt,
				Entries.put(this.sheets, (each) -> each.interviewId().equals(sheet.interviewId()), sheet, Sheet.ORDER));
	}

	Optional<Sheet> sheet(String interviewId) {
		return Entries.find(this.sheets, (each) -> each.interviewId().equals(interviewId));
	}

}
