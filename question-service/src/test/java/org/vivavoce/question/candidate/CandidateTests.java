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

	private final Candidate noor = new Candidate("cand-7", 1, 1, "Noor", ATS, null, false, List.of());

	@Test
	void isProfiledOnFirstSightEvenWithoutAnyData() {
		Candidate expected = new Candidate("cand-7", 1, 1, null, List.of(), null, false, List.of());
		assertThat(Candidate.mention(Optional.empty(), "cand-7", null, null))
			.isEqualTo(Decision.write(expected, new CandidateProfiled("cand-7", null, Map.of()), expected));
	}

	@Test
	void anInterviewKeepsWhatItLeavesOut() {
		assertThat(Candidate.mention(Optional.of(this.noor), "cand-7", null, null)).isEqualTo(Decision.keep(this.noor));
		Candidate renamed = new Candidate("cand-7", 2, 1, "Noor Haddad", ATS, null, false, List.of());
		assertThat(Candidate.mention(Optional.of(this.noor), "cand-7", "Noor Haddad", null)).isEqualTo(Decision
			.write(renamed, new CandidateProfiled("cand-7", "Noor Haddad", Map.of("ats", "4711")), renamed));
	}

	@Test
	void questionsAreReservedOnlyForWhoKnowsAllThatWereReservedBefore() {
		Reservation first = new Reservation("iv-1", List.of("a"), NOW);
		Reservation second = new Reservation("iv-2", List.of("b"), NOW.plusSeconds(1));
		Candidate reserved = reserve(Optional.of(this.noor), List.of(), first).result().orElseThrow();
		assertThat(reserved).isEqualTo(new Candidate("cand-7", 1, 1, "Noor", ATS, null, false, List.of(first)));
		assertThat(reserve(Optional.of(reserved), List.of(), second)).isEqualTo(Decision.keep(Optional.empty()));
		assertThat(reserve(Optional.of(reserved), List.of(first), second).result().orElseThrow().reserved())
			.containsExactly(first, second);
		assertThat(Candidate.reserve(Optional.of(reserved), "cand-7", null, null, null, second).result()).isPresent();
	}

	@Test
	void aReservationLastsAMinuteAndNotLongerThanThePersonIsKnown() {
		Reservation first = new Reservation("iv-1", List.of("a"), NOW);
		Candidate reserved = reserve(Optional.of(this.noor), List.of(), first).result().orElseThrow();
		Reservation later = new Reservation("iv-2", List.of("b"), NOW.plusSeconds(61));
		assertThat(reserve(Optional.of(reserved), List.of(first), later).result().orElseThrow().reserved())
			.containsExactly(later);
		assertThat(Candidate.forget(Optional.of(reserved), "cand-7", NOW).result().reserved()).isEmpty();
	}

	@Test
	void aReservationOfSomebodyNewProfilesThem() {
		Reservation first = new Reservation("iv-1", List.of("a"), NOW);
		assertThat(reserve(Optional.empty(), List.of(), first)).isInstanceOfSatisfying(Decision.Write.class,
				(write) -> assertThat(write.events()).hasSize(1));
	}

	private static Decision<Candidate, Optional<Candidate>> reserve(Optional<Candidate> current, List<Reservation> seen,
			Reservation next) {
		return Candidate.reserve(current, "cand-7", null, null, seen, next);
	}

	@Test
	void aProfileTakesThePlaceOfTheEarlierOne() {
		Candidate expected = new Candidate("cand-7", 2, 1, null, List.of(), null, false, List.of());
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
		Candidate forgotten = new Candidate("cand-7", 2, 2, null, List.of(), NOW, true, List.of());
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
		assertThat(back).isEqualTo(new Candidate("cand-7", 3, 2, null, List.of(), null, true, List.of()));
	}

	@Test
	void aPurgeIsDoneOnlyForTheGenerationThatItWasAskedFor() {
		Candidate forgotten = Candidate.forget(Optional.of(this.noor), "cand-7", NOW).result();
		Candidate again = Candidate.forget(Optional.of(forgotten), "cand-7", NOW).result();
		assertThat(Candidate.purged(Optional.of(again), 2)).isEqualTo(Decision.keep(false));
		assertThat(Candidate.purged(Optional.of(again), 3)).isEqualTo(
				Decision.write(new Candidate("cand-7", 3, 3, null, List.of(), NOW, false, List.of()), List.of(), true));
		assertThat(Candidate.purged(Optional.of(this.noor), 1)).isEqualTo(Decision.keep(false));
	}

	@Test
	void externalIdsAreInTheOrderOfTheirSystems() {
		assertThat(ExternalId.of(Map.of("b", "1", "a", "2"))).containsExactly(new ExternalId("a", "2"),
				new ExternalId("b", "1"));
	}

}
