package org.vivavoce.scoring.sheet;

import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.scoring.Interviews.at;
import static org.vivavoce.scoring.Interviews.forgotten;
import static org.vivavoce.scoring.Interviews.minute;

class CandidateTests {

	private static final Envelope ADA = at(3, "e-1", new CandidateProfiled("cand-1", "Ada", Map.of()));

	private static final Envelope GRACE = at(5, "e-2", new CandidateProfiled("cand-1", "Grace", Map.of()));

	@Test
	void theLatestProfileNamesTheCandidate() {
		assertThat(fold(ADA, GRACE).name()).isEqualTo("Grace");
		assertThat(fold(GRACE, ADA)).isEqualTo(fold(GRACE)).isEqualTo(fold(ADA, GRACE));
	}

	@Test
	void aForgottenCandidateHasNoName() {
		assertThat(fold(ADA, forgotten("cand-1", 3)).name()).isNull();
		assertThat(fold(forgotten("cand-1", 3), ADA).name()).isNull();
		assertThat(fold(forgotten("cand-1", 3), GRACE).name()).isEqualTo("Grace");
	}

	@Test
	void theLastForgettingCounts() {
		Candidate candidate = fold(forgotten("cand-1", 4), forgotten("cand-1", 2));
		assertThat(candidate.forgottenAt()).isEqualTo(minute(4));
		assertThat(Candidate.fold(candidate, forgotten("cand-1", 4))).isSameAs(candidate);
	}

	@Test
	void joiningTwoCopiesIsFoldingTheEventsOfBoth() {
		Candidate forgotten = fold(forgotten("cand-1", 4));
		assertThat(fold(ADA).joined(forgotten)).isEqualTo(fold(ADA, forgotten("cand-1", 4)));
		assertThat(forgotten.joined(fold(ADA))).isSameAs(forgotten);
		assertThat(forgotten.joined(fold(GRACE))).isEqualTo(fold(GRACE, forgotten("cand-1", 4)));
	}

	private static Candidate fold(Envelope... envelopes) {
		Candidate candidate = null;
		for (Envelope envelope : envelopes) {
			candidate = Candidate.fold(candidate, envelope);
		}
		return Objects.requireNonNull(candidate);
	}

}
