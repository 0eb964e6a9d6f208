package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.AnswerScored;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.QuestionServed;
import org.vivavoce.contracts.RecommendationGiven;
import org.vivavoce.contracts.ServedQuestion;

/**
 * All that is known of one interview. Any part may be missing: events come in any order,
 * and some never come.
 *
 * @param questions sorted by question
 * @param ratings sorted by question and interviewer
 * @param recommendations sorted by interviewer
 */
record InterviewEntry(String id, @Nullable Claim<InterviewFacts> facts, @Nullable Register<Void> opened,
		@Nullable Register<Closing> closed, List<QuestionEntry> questions, List<RatingEntry> ratings,
		List<RecommendationEntry> recommendations) {

	static final Comparator<InterviewEntry> ORDER = Comparator.comparing(InterviewEntry::id);

	InterviewEntry {
		questions = List.copyOf(questions);
		ratings = List.copyOf(ratings);
		recommendations = List.copyOf(recommendations);
	}

	static InterviewEntry unknown(String id) {
		return new InterviewEntry(id, null, null, null, List.of(), List.of(), List.of());
	}

	InterviewEntry open(Envelope envelope, InterviewOpened event) {
		InterviewFacts latest = new InterviewFacts(event.role(), event.technology(), event.targetLevel(), event.panel(),
				event.planned());
		return with(facts(envelope, latest), Register.with(this.opened, Claim.of(envelope, 1, null)), this.closed,
				this.questions, this.ratings, this.recommendations);
	}

	InterviewEntry serve(Envelope envelope, QuestionServed event) {
		InterviewFacts latest = new InterviewFacts(event.role(), event.technology(), event.targetLevel(), event.panel(),
				event.planned());
		ServedQuestion question = event.question();
		Claim<QuestionEntry.AskedQuestion> claim = Claim.of(envelope, 1,
				new QuestionEntry.AskedQuestion(question.revision(), question.level(), question.topic(),
						question.prompt(), event.position(), question.keyPoints()));
		QuestionEntry added = new QuestionEntry(question.id(), Register.of(claim));
		QuestionEntry known = Entries.find(this.questions, added, QuestionEntry.ORDER);
		if (known != null) {
			Register<QuestionEntry.AskedQuestion> asked = known.question().with(claim);
			added = (asked == known.question()) ? known : new QuestionEntry(question.id(), asked);
		}
		return with(facts(envelope, latest), this.opened, this.closed,
				Entries.with(this.questions, added, QuestionEntry.ORDER), this.ratings, this.recommendations);
	}

	InterviewEntry close(Envelope envelope, InterviewClosed event) {
		Claim<Closing> claim = Claim.of(envelope, 1, new Closing(event.outcome()));
		return with(this.facts, this.opened, Register.with(this.closed, claim), this.questions, this.ratings,
				this.recommendations);
	}

	InterviewEntry score(Envelope envelope, AnswerScored event) {
		Claim<RatingEntry.RatingContent> claim = Claim.of(envelope, event.revision(), new RatingEntry.RatingContent(
				event.questionRevision(), event.rating(), event.redFlag(), event.keyPointsHeard(), event.notes()));
		RatingEntry added = new RatingEntry(event.questionId(), event.interviewer(), Register.of(claim));
		RatingEntry known = Entries.find(this.ratings, added, RatingEntry.ORDER);
		if (known != null) {
			Register<RatingEntry.RatingContent> given = known.content().with(claim);
			added = (given == known.content()) ? known
					: new RatingEntry(event.questionId(), event.interviewer(), given);
		}
		return with(this.facts, this.opened, this.closed, this.questions,
				Entries.with(this.ratings, added, RatingEntry.ORDER), this.recommendations);
	}

	InterviewEntry recommend(Envelope envelope, RecommendationGiven event) {
		Claim<RecommendationEntry.RecommendationContent> claim = Claim.of(envelope, event.revision(),
				new RecommendationEntry.RecommendationContent(event.overall(), event.summary()));
		RecommendationEntry added = new RecommendationEntry(event.interviewer(), Register.of(claim));
		RecommendationEntry known = Entries.find(this.recommendations, added, RecommendationEntry.ORDER);
		if (known != null) {
			Register<RecommendationEntry.RecommendationContent> recommended = known.content().with(claim);
			added = (recommended == known.content()) ? known
					: new RecommendationEntry(event.interviewer(), recommended);
		}
		return with(this.facts, this.opened, this.closed, this.questions, this.ratings,
				Entries.with(this.recommendations, added, RecommendationEntry.ORDER));
	}

	private Claim<InterviewFacts> facts(Envelope envelope, InterviewFacts latest) {
		Claim<InterviewFacts> claim = Claim.of(envelope, 1, latest);
		return (this.facts != null) ? Claim.greater(this.facts, claim) : claim;
	}

	private InterviewEntry with(@Nullable Claim<InterviewFacts> facts, @Nullable Register<Void> opened,
			@Nullable Register<Closing> closed, List<QuestionEntry> questions, List<RatingEntry> ratings,
			List<RecommendationEntry> recommendations) {
		boolean same = facts == this.facts && opened == this.opened && closed == this.closed
				&& questions == this.questions && ratings == this.ratings && recommendations == this.recommendations;
		return same ? this : new InterviewEntry(this.id, facts, opened, closed, questions, ratings, recommendations);
	}

	/**
	 * What is left when all up to this time is forgotten.
	 */
	@Nullable InterviewEntry after(Instant forgotten) {
		boolean factsLeft = this.facts != null && this.facts.time().isAfter(forgotten);
		InterviewEntry left = new InterviewEntry(this.id, factsLeft ? this.facts : null,
				Register.after(this.opened, forgotten), Register.after(this.closed, forgotten),
				Entries.after(this.questions, forgotten, QuestionEntry::after),
				Entries.after(this.ratings, forgotten, RatingEntry::after),
				Entries.after(this.recommendations, forgotten, RecommendationEntry::after));
		return left.registers().findAny().isPresent() ? left : null;
	}

	Stream<Register<?>> registers() {
		Stream<Register<?>> single = Stream.<@Nullable Register<?>>of(this.opened, this.closed)
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull);
		return Stream
			.of(single, this.questions.stream().map(QuestionEntry::question),
					this.ratings.stream().map(RatingEntry::content),
					this.recommendations.stream().map(RecommendationEntry::content))
			.flatMap((registers) -> registers);
	}

}
