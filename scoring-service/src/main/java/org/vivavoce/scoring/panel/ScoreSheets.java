package org.vivavoce.scoring.panel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.contracts.Ids;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.scoring.directory.SheetDirectory;
import org.vivavoce.scoring.sheet.Answer;
import org.vivavoce.scoring.sheet.CandidateSheets;
import org.vivavoce.scoring.sheet.Contribution;
import org.vivavoce.scoring.sheet.Details;
import org.vivavoce.scoring.sheet.Outcome;
import org.vivavoce.scoring.sheet.Recommendation;
import org.vivavoce.scoring.sheet.Scoring;
import org.vivavoce.scoring.sheet.Sheet;
import org.vivavoce.scoring.sheet.SheetView;

/**
 * What panel members do with their sheets.
 */
public final class ScoreSheets {

	private final AggregateStore<CandidateSheets> store;

	private final SheetDirectory directory;

	private final Clock clock;

	ScoreSheets(AggregateStore<CandidateSheets> store, SheetDirectory directory, Clock clock) {
		this.store = store;
		this.directory = directory;
		this.clock = clock;
	}

	/**
	 * A representation with its entity tag.
	 */
	public record Tagged<T>(T body, String tag) {

	}

	public Mono<Tagged<SheetView>> view(String interviewId, String viewer) {
		return seat(interviewId, viewer).map((seat) -> new Tagged<>(
				SheetView.of(seat.candidateId(), seat.name(), seat.sheet(), seat.details(), viewer),
				Etags.of(seat.guard(), viewer)));
	}

	public Mono<Answer> answer(String interviewId, String questionId, String viewer) {
		return seat(interviewId, viewer).map((seat) -> seat.sheet()
			.answer(questionId, viewer)
			.orElseThrow(() -> Refusals.nothingGiven("a rating for question '" + questionId + "'")));
	}

	public Mono<Recommendation> recommendation(String interviewId, String viewer) {
		return seat(interviewId, viewer).map((seat) -> seat.sheet()
			.recommendation(viewer)
			.orElseThrow(() -> Refusals.nothingGiven("a recommendation")));
	}

	public Mono<Answer> rate(String interviewId, String questionId, String caller, AnswerRequest request,
			Precondition precondition) {
		if (!Ids.valid(interviewId) || !Ids.valid(questionId)) {
			return Mono.error(Refusals.nothingHere());
		}
		return this.directory.candidateOf(interviewId)
			.flatMap((candidate) -> this.store.change(candidate, (current) -> switch (Scoring.rate(current.orElse(null),
					interviewId, questionId, caller, request.content(), now())) {
				case Outcome.Accepted<Answer> accepted -> decision(accepted, precondition);
				case Outcome.NotOnPanel<Answer> refused -> throw Refusals.notOnPanel(interviewId);
				case Outcome.Forgotten<Answer> refused -> throw Refusals.forgotten(interviewId);
				case Outcome.NeverServed<Answer> refused -> throw Refusals.neverServed(interviewId, questionId);
				case Outcome.UnknownKeyPoints<Answer> refused -> throw invalid(request, refused.ids(), questionId);
				case Outcome.Refused<Answer> refused -> throw Refusals.notServed(interviewId, questionId);
			}))
			.switchIfEmpty(Mono.error(() -> Refusals.notServed(interviewId, questionId)));
	}

	public Mono<Recommendation> recommend(String interviewId, String caller, RecommendationRequest request,
			Precondition precondition) {
		if (!Ids.valid(interviewId)) {
			return Mono.error(Refusals.nothingHere());
		}
		return this.directory.candidateOf(interviewId)
			.flatMap((candidate) -> this.store.change(candidate, (current) -> switch (Scoring
				.recommend(current.orElse(null), interviewId, caller, request.content(), now())) {
				case Outcome.Accepted<Recommendation> accepted -> decision(accepted, precondition);
				case Outcome.NotOnPanel<Recommendation> refused -> throw Refusals.notOnPanel(interviewId);
				case Outcome.Forgotten<Recommendation> refused -> throw Refusals.forgotten(interviewId);
				case Outcome.Refused<Recommendation> refused -> throw Refusals.notKnown(interviewId);
			}))
			.switchIfEmpty(Mono.error(() -> Refusals.notKnown(interviewId)));
	}

	private record Seat(String candidateId, @Nullable String name, long guard, Sheet sheet, Details details) {

	}

	/**
	 * The sheet, for somebody on its panel.
	 */
	private Mono<Seat> seat(String interviewId, String viewer) {
		return this.directory.candidateOf(interviewId).flatMap(this.store::find).mapNotNull((stored) -> {
			if (Scoring.forgotten(stored.state(), interviewId)) {
				throw Refusals.sheetForgotten(interviewId);
			}
			Sheet sheet = Scoring.known(stored.state(), interviewId);
			return (sheet != null && sheet.details() != null)
					? new Seat(stored.id(), stored.state().name(), stored.guard(), sheet, sheet.details()) : null;
		})
			.switchIfEmpty(Mono.error(() -> Refusals.noSheet(interviewId)))
			.filter((seat) -> seat.sheet().seats(viewer))
			.switchIfEmpty(Mono.error(() -> Refusals.notOnPanel(interviewId)));
	}

	private static <T extends Contribution> Decision<CandidateSheets, T> decision(Outcome.Accepted<T> accepted,
			Precondition precondition) {
		precondition.require(accepted.previous());
		return (accepted.event() != null) ? Decision.write(accepted.sheets(), accepted.event(), accepted.given())
				: Decision.keep(accepted.given());
	}

	private static ProblemException invalid(AnswerRequest request, List<String> unknown, String questionId) {
		return new ProblemException(ProblemTypes.INVALID,
				"Question '" + questionId + "' has no key point " + String.join(", ", unknown))
			.withErrors(request.faults(unknown));
	}

	private Instant now() {
		return this.clock.instant();
	}

}
