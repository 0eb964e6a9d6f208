package org.vivavoce.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON Pointer into the body, where the body is JSON
 * @param line line of the body from 1, where the body is text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(@Nullable String pointer, @Nullable Integer line, String message) {

	public static Fault at(String pointer, String message) {
		return new Fault(pointer, null, message);
	}

	public static Fault line(int line, String message) {
		return new Fault(null, line, message);
	}

}
