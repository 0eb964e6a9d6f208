package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.QuestionServed;

/**
 * All score sheets of one candidate.
 *
 * @param forgottenAt everything up to this time stays forgotten, whenever it arrives
 * @param person null while there is no profile
 * @param sheets by interview
 */
public record CandidateSheets(String candidateId, @Nullable Instant forgottenAt, @Nullable Person person,
		List<Sheet> sheets) {

	public CandidateSheets {
		sheets = List.copyOf(sheets);
	}

	public static CandidateSheets none(String candidateId) {
		return new CandidateSheets(candidateId, null, null, List.of());
	}

	/**
	 * Fold one event. Commutative, associative and idempotent: of each thing the latest
	 * event counts, and what was forgotten stays forgotten.
	 * @param current null when there is nothing yet
	 * @return the same instance when nothing changes
	 */
	public static CandidateSheets fold(@Nullable CandidateSheets current, Envelope envelope) {
		CandidateSheets known = (current != null) ? current : none(envelope.event().candidateId());
		Stamp stamp = Stamp.of(envelope);
		return switch (envelope.event()) {
			case CandidateForgotten event -> known.forget(stamp.at());
			case CandidateProfiled event -> known.profile(new Person(event.name(), stamp));
			case InterviewOpened event -> known.change(event.interviewId(), stamp,
					(sheet) -> sheet.with(Details.of(event, stamp)).withOpened(stamp.at()));
			case QuestionServed event ->
				known.change(event.interviewId(), stamp, (sheet) -> sheet.with(Details.of(event, stamp))
					.with(new Serving(event.position(), event.question(), event.servedBy(), stamp)));
			case InterviewClosed event ->
				known.change(event.interviewId(), stamp, (sheet) -> sheet.with(new Closing(event.outcome(), stamp)));
			default -> known;
		};
	}

	private CandidateSheets profile(Person incoming) {
		if (this.forgottenAt != null && !incoming.after(this.forgottenAt)) {
			return this;
		}
		Person latest = Stamped.latest(this.person, incoming);
		return (latest == this.person) ? this
				: new CandidateSheets(this.candidateId, this.forgottenAt, latest, this.sheets);
	}

	@Nullable public String name() {
		return (this.person != null) ? this.person.name() : null;
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
		return new CandidateSheets(this.candidateId, time, Stamped.after(this.person, time), left);
	}

	CandidateSheets with(Sheet sheet) {
		return new CandidateSheets(this.candidateId, this.forgottenAt, this.person,
				Entries.put(this.sheets, (each) -> each.interviewId().equals(sheet.interviewId()), sheet, Sheet.ORDER));
	}

	public Optional<Sheet> sheet(String interviewId) {
		return Entries.find(this.sheets, (each) -> each.interviewId().equals(interviewId));
	}

}
