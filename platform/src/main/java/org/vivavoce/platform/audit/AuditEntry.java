package org.vivavoce.platform.audit;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit log. A change has two: one before anything is done, one with the
 * status of the answer; what has only the first was interrupted. A refusal has one.
 *
 * @param id of the line
 * @param request the same for both lines of a change, and in the service's log
 * @param who the person of the token; null when nobody was recognised
 * @param path with the query
 * @param status of the answer; null before there is one
 * @param reason why it was refused; null where it was not
 * @param from address of the client, behind it what proxies say of theirs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(String id, Instant at, Phase phase, String request, @Nullable String who, String method, String path,
		@Nullable Integer status, @Nullable String reason, String from, @Nullable String userAgent) {

	/**
	 * When a line is written.
	 */
	enum Phase {

		/** Before anything is done. */
		@JsonProperty("asked")
		ASKED,

		/** With the answer. */
		@JsonProperty("answered")
		ANSWERED

	}

}
