package org.vivavoce.question.hub;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.platform.web.IfMatch;
import org.vivavoce.question.document.DocumentFormat;
import org.vivavoce.question.set.QuestionSet;

/**
 * On which state of its set an import shall be decided.
 *
 * @param ifMatch tags of the set, of any of its formats
 * @param ifNoneMatch {@code *} for a set that is not there yet
 */
public record ConditionRequest(@Nullable String ifMatch, @Nullable String ifNoneMatch) {

	public static final ConditionRequest NONE = new ConditionRequest(null, null);

	/**
	 * The tag of a set as JSON.
	 */
	public static String tag(QuestionSet set) {
		return Etags.of(set.revision());
	}

	/**
	 * The tag of a set as a document.
	 */
	public static String tag(QuestionSet set, DocumentFormat format) {
		return Etags.of(set.revision(), name(format));
	}

	private static String name(DocumentFormat format) {
		return JsonNames.of(format);
	}

	/**
	 * Let an import pass whose condition holds.
	 * @throws ProblemException {@link ProblemTypes#STALE}
	 */
	public void require(Optional<QuestionSet> current) {
		String tag = current.map(ConditionRequest::tag).orElse(null);
		// who edits an export has the tag of its format, which names the same revision
		String wanted = this.ifMatch;
		for (DocumentFormat format : DocumentFormat.values()) {
			wanted = (wanted != null) ? wanted.replace("-" + name(format) + "\"", "\"") : null;
		}
		IfMatch.require(wanted, tag);
		IfMatch.requireNew(this.ifNoneMatch, tag);
	}

}
