package org.vivavoce.scoring.panel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.contracts.Ids;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.sheet.Contribution;
import org.vivavoce.scoring.sheet.Details;
import org.vivavoce.scoring.sheet.InterviewSheet;
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

	private final AggregateStore<InterviewSheet> store;

	private final AggregateStore<Candidate> candidates;

	private final Clock clock;

	ScoreSheets(AggregateStore<InterviewSheet> store, AggregateStore<Candidate> candidates, Clock clock) {
		this.store = store;
		this.candidates = candidates;
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
					memberSheet.sheet(), memberSheet.details(), viewer), Etags.of(memberSheet.version(), viewer)));
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
		return change(interviewId,
				(current) -> switch (Scoring.rate(current, questionId, caller, request.content(), now())) {
					case Outcome.Accepted<Rating> accepted -> decision(accepted, precondition);
					case Outcome.NotOnPanel<Rating> refused -> throw Refusals.notOnPanel(interviewId);
					case Outcome.Forgotten<Rating> refused -> throw Refusals.forgotten(interviewId);
					case Outcome.NeverServed<Rating> refused -> throw Refusals.neverServed(interviewId, questionId);
					case Outcome.UnknownKeyPoints<Rating> refused -> throw invalid(request, refused.ids(), questionId);
					case Outcome.Refused<Rating> refused -> throw Refusals.notServed(interviewId, questionId);
				});
	}

	public Mono<Recommendation> recommend(String interviewId, String caller, RecommendationRequest request,
			Precondition precondition) {
		if (!Ids.valid(interviewId)) {
			return Mono.error(Refusals.unknownAddress());
		}
		return change(interviewId, (current) -> switch (Scoring.recommend(current, caller, request.content(), now())) {
			case Outcome.Accepted<Recommendation> accepted -> decision(accepted, precondition);
			case Outcome.NotOnPanel<Recommendation> refused -> throw Refusals.notOnPanel(interviewId);
			case Outcome.Forgotten<Recommendation> refused -> throw Refusals.forgotten(interviewId);
			case Outcome.Refused<Recommendation> refused -> throw Refusals.notKnown(interviewId);
		});
	}

	private <T> Mono<T> change(String interviewId,
			Function<@Nullable InterviewSheet, Decision<InterviewSheet, T>> decide) {
		return this.store.change(interviewId, (current) -> decide.apply(current.orElse(null)))
			.onErrorMap(ProblemTypes.TOO_LARGE::isTypeOf, (ex) -> Refusals.full(interviewId));
	}

	/**
	 * A sheet as somebody on its panel finds it.
	 *
	 * @param version of what it is shown from: the sheet, and the candidate's name
	 */
	private record MemberSheet(String candidateId, @Nullable String name, String version, Sheet sheet,
			Details details) {

	}

	/**
	 * The sheet, for somebody on its panel. What the candidate's document says is
	 * forgotten is not shown even where the sheet does not know it yet.
	 */
	private Mono<MemberSheet> memberSheet(String interviewId, String viewer) {
		// what lies under other ids was set aside
		return Mono.just(interviewId)
			.filter(Ids::valid)
			.flatMap(this.store::find)
			.zipWhen((stored) -> this.candidates.find(stored.state().candidateId())
				.map(Optional::of)
				.defaultIfEmpty(Optional.empty()))
			.mapNotNull((found) -> memberSheet(found.getT1(), found.getT2().orElse(null)))
			.switchIfEmpty(Mono.error(() -> Refusals.noSheet(interviewId)))
			.filter((memberSheet) -> memberSheet.sheet().hasPanelMember(viewer))
			.switchIfEmpty(Mono.error(() -> Refusals.notOnPanel(interviewId)));
	}

	private static @Nullable MemberSheet memberSheet(Stored<InterviewSheet> stored,
			@Nullable Stored<Candidate> candidate) {
		InterviewSheet sheet = stored.state().forgottenBy((candidate != null) ? candidate.state() : null);
		if (Scoring.forgotten(sheet)) {
			throw Refusals.sheetForgotten(stored.id());
		}
		Details details = sheet.sheet().details();
		return (details != null)
				? new MemberSheet(sheet.candidateId(), (candidate != null) ? candidate.state().name() : null,
						stored.guard() + "." + ((candidate != null) ? candidate.guard() : 0), sheet.sheet(), details)
				: null;
	}

	private static <T extends Contribution> Decision<InterviewSheet, T> decision(Outcome.Accepted<T> accepted,
			Precondition precondition) {
		precondition.require(accepted.previous());
		return (accepted.event() != null) ? Decision.write(accepted.sheet(), accepted.event(), accepted.contribution())
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
