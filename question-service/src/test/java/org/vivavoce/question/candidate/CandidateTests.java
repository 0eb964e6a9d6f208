package org.vivavoce.question.candidate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.platform.store.Decision;

import static org.assertj.core.api.Assertions.assertThat;

class CandidateTests {

	private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

	private static final List<ExternalId> ATS = List.of(new ExternalId("ats", "4711"));

	private final Candidate noor = new Candidate("cand-7", 1, 1, "Noor", ATS, null, false);

	@Test
	void isProfiledOnFirstSightEvenWithoutAnyData() {
		Candidate expected = new Candidate("cand-7", 1, 1, null, List.of(), null, false);
		assertThat(Candidate.mention(Optional.empty(), "cand-7", null, null))
			.isEqualTo(Decision.write(expected, new CandidateProfiled("cand-7", null, Map.of()), expected));
	}

	@Test
	void anInterviewKeepsWhatItLeavesOut() {
		assertThat(Candidate.mention(Optional.of(this.noor), "cand-7", null, null)).isEqualTo(Decision.keep(this.noor));
		Candidate renamed = new Candidate("cand-7", 2, 1, "Noor Haddad", ATS, null, false);
		assertThat(Candidate.mention(Optional.of(this.noor), "cand-7", "Noor Haddad", null)).isEqualTo(Decision
			.write(renamed, new CandidateProfiled("cand-7", "Noor Haddad", Map.of("ats", "4711")), renamed));
	}

	@Test
	void aProfileTakesThePlaceOfTheEarlierOne() {
		Candidate expected = new Candidate("cand-7", 2, 1, null, List.of(), null, false);
		assertThat(Candidate.profile(Optional.of(this.noor), new Profile("cand-7", null, List.of())))
			.isEqualTo(Decision.write(expected, new CandidateProfiled("cand-7", null, Map.of()), expected));
	}

	@Test
	void theSameProfileChangesNothing() {
		assertThat(Candidate.profile(Optional.of(this.noor), new Profile("cand-7", "Noor", ATS)))
			.isEqualTo(Decision.keep(this.noor));
	}

	@Test
	void forgettingRemovesEverythingButTheFactThatItHappened() {
		Candidate forgotten = new Candidate("cand-7", 2, 2, null, List.of(), NOW, true);
		assertThat(Candidate.forget(Optional.of(this.noor), "cand-7", NOW))
			.isEqualTo(Decision.write(forgotten, new CandidateForgotten("cand-7"), forgotten));
	}

	@Test
	void somebodyWhomOnlyOthersKnowIsForgottenToo() {
		assertThat(Candidate.forget(Optional.empty(), "cand-7", NOW)).isInstanceOfSatisfying(Decision.Write.class,
				(write) -> assertThat(write.events()).hasSize(1));
	}

	@Test
	void whoComesBackStartsAfresh() {
		Candidate forgotten = Candidate.forget(Optional.of(this.noor), "cand-7", NOW).result();
		Candidate back = Candidate.mention(Optional.of(forgotten), "cand-7", null, null).result();
		assertThat(back).isEqualTo(new Candidate("cand-7", 3, 2, null, List.of(), null, true));
	}

	@Test
	void aPurgeIsDoneOnlyForTheGenerationThatItWasAskedFor() {
		Candidate forgotten = Candidate.forget(Optional.of(this.noor), "cand-7", NOW).result();
		Candidate again = Candidate.forget(Optional.of(forgotten), "cand-7", NOW).result();
		assertThat(Candidate.purged(Optional.of(again), 2)).isEqualTo(Decision.keep(false));
		assertThat(Candidate.purged(Optional.of(again), 3))
			.isEqualTo(Decision.write(new Candidate("cand-7", 3, 3, null, List.of(), NOW, false), List.of(), true));
		assertThat(Candidate.purged(Optional.of(this.noor), 1)).isEqualTo(Decision.keep(false));
	}

	@Test
	void externalIdsAreInTheOrderOfTheirSystems() {
		assertThat(ExternalId.of(Map.of("b", "1", "a", "2"))).containsExactly(new ExternalId("a", "2"),
				new ExternalId("b", "1"));
	}

}
