package org.vivavoce.question.hub;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.set.Authorship;

/**
 * Why something is done, for the history.
 */
@Schema(name = "ChangeReason")
public record ReasonRequest(
		@Nullable @Schema(example = "It was posted on a forum", maxLength = FieldRules.REASON) String reason) {

	/**
	 * The authorship of somebody who may say why.
	 * @throws ProblemException {@link ProblemTypes#INVALID} for a reason that is too long
	 */
	public Authorship by(Caller caller) {
		String tidy = (this.reason != null) ? FieldRules.tidy(this.reason) : "";
		String fault = FieldRules.unfinished(tidy, FieldRules.REASON);
		if (fault != null) {
			throw invalid(fault);
		}
		return new Authorship(caller.id(), tidy.isEmpty() ? null : tidy);
	}

	/**
	 * The authorship of somebody who must say why.
	 * @throws ProblemException {@link ProblemTypes#INVALID} for a reason that is missing
	 * or too long
	 */
	public Authorship requiredBy(Caller caller) {
		Authorship authorship = by(caller);
		if (authorship.reason() == null) {
			throw invalid("is empty; say why, for those who look for the question");
		}
		return authorship;
	}

	private static ProblemException invalid(String fault) {
		return new ProblemException(ProblemTypes.INVALID, "The reason " + fault)
			.withErrors(List.of(Fault.at("/reason", fault)));
	}

}
