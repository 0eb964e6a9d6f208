package org.vivavoce.question.set;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who has made something what it is, when and why.
 *
 * @param author who wrote it; null for what comes with the service
 * @param publishedBy who published the author's draft; null for what was no draft
 * @param at when it took effect, as exactly as it is stored
 * @param reason in the words of whoever did it; null when none was given
 * @param retirement what this brought the question back from; null when it was in its set
 */
public record Change(Action action, @Nullable String author, @Nullable String publishedBy, Instant at,
		@Nullable String reason, @Nullable Change retirement) {

	/**
	 * What was done.
	 */
	public enum Action {

		@JsonProperty("imported")
		IMPORTED,

		@JsonProperty("edited")
		EDITED,

		@JsonProperty("published")
		PUBLISHED,

		@JsonProperty("retired")
		RETIRED,

		@JsonProperty("restored")
		RESTORED

	}

	public static Change of(Action action, Authorship authorship, Instant at) {
		return new Change(action, authorship.author(), null, at, authorship.reason(), null);
	}

	/**
	 * The same, as what brings a question back.
	 * @param retirement null when it is not known
	 */
	Change ending(@Nullable Change retirement) {
		return new Change(this.action, this.author, this.publishedBy, this.at, this.reason, retirement);
	}

	/**
	 * What it did to a question that an import leaves out.
	 */
	Change retiring() {
		return new Change(Action.RETIRED, this.author, null, this.at, this.reason, null);
	}

}
