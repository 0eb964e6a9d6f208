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
import org.vivavoce.platform.web.Etags;
import org.vivavoce.scoring.directory.SheetDirectory;
import org.vivavoce.scoring.sheet.CandidateSheets;
import org.vivavoce.scoring.sheet.Contribution;
import org.vivavoce.scoring.sheet.Details;
import org.vivavoce.scoring.sheet.Outcome;
import org.vivavoce.scoring.sheet.Rating;
import org.vivavoce.scoring.sheet.Recommendation;
import org.vivavoce.scoring.sheet.Scoring;
import org.vivavoce.scoring.sheet.Sheet;
import org.vivavoce.scoring.sheet.SheetView;

/**
 * Reads sheets, rates and recommends, for members of the panel alone.
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
		return memberSheet(interviewId, viewer)
			.map((memberSheet) -> new Tagged<>(SheetView.of(memberSheet.candidateId(), memberSheet.name(),
					memberSheet.sheet(), memberSheet.details(), viewer), Etags.of(memberSheet.guard(), viewer)));
	}

	public Mono<Rating> rating(String interviewId, String questionId, String viewer) {
		return memberSheet(interviewId, viewer).map((memberSheet) -> memberSheet.sheet()
			.rating(questionId, viewer)
			.orElseThrow(() -> Refusals.noContribution("a rating for question '" + questionId + "'")));
	}

	public Mono<Recommendation> recommendation(String interviewId, String viewer) {
		return memberSheet(interviewId, viewer).map((memberSheet) -> memberSheet.sheet()
			.recommendation(viewer)
			.orElseThrow(() -> Refusals.noContribution("a recommendation")));
	}

	public Mono<Rating> rate(String interviewId, String questionId, String caller, RatingRequest request,
			Precondition precondition) {
		if (!Ids.valid(interviewId) || !Ids.valid(questionId)) {
			return Mono.error(Refusals.unknownAddress());
		}
		return this.directory.candidateOf(interviewId)
			.flatMap((candidate) -> this.store.change(candidate, (current) -> switch (Scoring.rate(current.orElse(null),
					interviewId, questionId, caller, request.content(), now())) {
				case Outcome.Accepted<Rating> accepted -> decision(accepted, precondition);
				case Outcome.NotOnPanel<Rating> refused -> throw Refusals.notOnPanel(interviewId);
				case Outcome.Forgotten<Rating> refused -> throw Refusals.forgotten(interviewId);
				case Outcome.NeverServed<Rating> refused -> throw Refusals.neverServed(interviewId, questionId);
				case Outcome.UnknownKeyPoints<Rating> refused -> throw invalid(request, refused.ids(), questionId);
				case Outcome.Refused<Rating> refused -> throw Refusals.notServed(interviewId, questionId);
			}))
			.switchIfEmpty(Mono.error(() -> Refusals.notServed(interviewId, questionId)));
	}

	public Mono<Recommendation> recommend(String interviewId, String caller, RecommendationRequest request,
			Precondition precondition) {
		if (!Ids.valid(interviewId)) {
			return Mono.error(Refusals.unknownAddress());
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

	private record MemberSheet(String candidateId, @Nullable String name, long guard, Sheet sheet, Details details) {

	}

	/**
	 * The sheet, for somebody on its panel.
	 */
	private Mono<MemberSheet> memberSheet(String interviewId, String viewer) {
		return this.directory.candidateOf(interviewId).flatMap(this.store::find).mapNotNull((stored) -> {
			if (Scoring.forgotten(stored.state(), interviewId)) {
				throw Refusals.sheetForgotten(interviewId);
			}
			Sheet sheet = Scoring.known(stored.state(), interviewId);
			return (sheet != null && sheet.details() != null)
					? new MemberSheet(stored.id(), stored.state().name(), stored.guard(), sheet, sheet.details())
					: null;
		})
			.switchIfEmpty(Mono.error(() -> Refusals.noSheet(interviewId)))
			.filter((memberSheet) -> memberSheet.sheet().hasPanelMember(viewer))
			.switchIfEmpty(Mono.error(() -> Refusals.notOnPanel(interviewId)));
	}

	private static <T extends Contribution> Decision<CandidateSheets, T> decision(Outcome.Accepted<T> accepted,
			Precondition precondition) {
		precondition.require(accepted.previous());
		return (accepted.event() != null) ? Decision.write(accepted.sheets(), accepted.event(), accepted.contribution())
				: Decision.keep(accepted.contribution());
	}

	private static ProblemException invalid(RatingRequest request, List<String> unknown, String questionId) {
		return new ProblemException(ProblemTypes.INVALID,
				"Question '" + questionId + "' has no key point " + String.join(", ", unknown))
			.withErrors(request.faults(unknown));
	}

	private Instant now() {
		return this.clock.instant();
	}

}
