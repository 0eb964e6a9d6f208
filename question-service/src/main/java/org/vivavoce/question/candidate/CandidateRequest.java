package org.vivavoce.question.candidate;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Ids;

/**
 * A person's profile.
 *
 * @param externalIds the person's ids in other systems, by system
 */
@Schema(name = "CandidateProfile")
record CandidateRequest(@Schema(example = "Noor Haddad") @Size(min = 1, max = 200) @Nullable String name,
		@Schema(example = "{\"ats\": \"4711\"}") @Size(max = 20) @Nullable Map<@Pattern(
				regexp = Ids.PATTERN) String, @NotBlank @Size(max = 500) String> externalIds) {

	Profile of(String candidateId) {
		return new Profile(candidateId, this.name,
				(this.externalIds != null) ? ExternalId.of(this.externalIds) : List.of());
	}

}
