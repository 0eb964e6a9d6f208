package org.vivavoce.question.kit;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;

/**
 * How many questions of each level somebody wishes for; none where it is left out.
 */
@Schema(name = "OpenInterviewCounts", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record CountsRequest(@Schema(example = "3") @Min(0) @Max(MOST) @Nullable Integer junior,
		@Schema(example = "5") @Min(0) @Max(MOST) @Nullable Integer mid,
		@Schema(example = "2") @Min(0) @Max(MOST) @Nullable Integer senior,
		@Schema(hidden = true) @JsonProperty(UnknownFields.NAMELESS) @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> unknown) {

	/** So many questions an interview has at most. */
	public static final int MOST = 100;

	/**
	 * The levels that are not left out.
	 */
	public Map<Level, Integer> byLevel() {
		Map<Level, Integer> counts = new EnumMap<>(Level.class);
		put(counts, Level.JUNIOR, this.junior);
		put(counts, Level.MID, this.mid);
		put(counts, Level.SENIOR, this.senior);
		return counts;
	}

	private static void put(Map<Level, Integer> counts, Level level, @Nullable Integer count) {
		if (count != null) {
			counts.put(level, count);
		}
	}

	/**
	 * JSON pointers to fields that are not known.
	 * @param parent pointer to these counts
	 */
	public Stream<String> unknownPointers(String parent) {
		return UnknownFields.pointers(parent, this.unknown);
	}

}
