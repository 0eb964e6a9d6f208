package org.vivavoce.question.candidate;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person's profile as it is stored.
 *
 * @param revision grows with every change
 */
@Schema(name = "Candidate")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CandidateResponse(@Schema(example = "cand-7") String id, int revision,
		@Schema(example = "Noor Haddad") @Nullable String name,
		@Schema(example = "{\"ats\": \"4711\"}") Map<String, String> externalIds) {

	static CandidateResponse of(Candidate candidate) {
		return new CandidateResponse(candidate.candidateId(), candidate.revision(), candidate.name(),
				new TreeMap<>(candidate.externalIdsBySystem()));
	}

}
