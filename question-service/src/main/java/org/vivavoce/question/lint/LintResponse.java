package org.vivavoce.question.lint;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;

/**
 * What is worth another look.
 *
 * @param questions how many were looked at
 */
@Schema(name = "QuestionFindings")
public record LintResponse(@Schema(example = "24") int questions, List<Found> findings) {

	/**
	 * A finding.
	 *
	 * @param level of the question, or that lacks something
	 * @param questionId that it is about; null when it is about a level
	 * @param otherQuestionId that it is about, too; null when there is none
	 */
	@Schema(name = "QuestionFinding")
	public record Found(@Schema(example = "double-barrelled") String rule,
			@Schema(description = "`info` may be meant so", allowableValues = {
					"warning", "info" }, example = "warning") String severity,
			@Schema(example = "django") String set, Level level,
			@Schema(example = "django-n-plus-one") @Nullable String questionId,
			@Schema(example = "django-orm") @Nullable String otherQuestionId,
			@Schema(example = "It has 2 question marks: two people would answer different ones.") String reason,
			@Schema(example = "Ask one thing. Move the rest into the key points, or make it a question of its own.") String advice){

		public static Found of(Finding finding) {
			Finding.Subject question = finding.question();
			Finding.Subject other = finding.other();
			return new Found(finding.rule().id(), finding.rule().warning() ? "warning" : "info", finding.set(),
					finding.level(), (question != null) ? question.id() : null, (other != null) ? other.id() : null,
					finding.reason(), finding.rule().advice());
		}

	}

	static LintResponse of(LintPage page) {
		return new LintResponse(page.questions(), page.findings().stream().map(Found::of).toList());
	}

}
