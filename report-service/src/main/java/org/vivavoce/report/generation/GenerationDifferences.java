package org.vivavoce.report.generation;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How two generations differ at equal offsets. The comparison ends early when 10,000
 * documents differ.
 *
 * @param documents of the live one that were looked at
 * @param equal byte by byte
 * @param different in both, but not equal
 * @param missing only in the live one
 * @param additional only in the new one
 * @param differing the ids of the first of those that are different, missing or
 * additional
 * @param at when
 */
@Schema(name = "Compared")
public record GenerationDifferences(long documents, long equal, long different, long missing, long additional,
		List<String> differing, Instant at) {

	public GenerationDifferences {
		differing = List.copyOf(differing);
	}

	@JsonIgnore
	public boolean same() {
		return this.different == 0 && this.missing == 0 && this.additional == 0;
	}

}
