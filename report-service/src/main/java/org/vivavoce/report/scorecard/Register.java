package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A register in the sense of conflict-free replicated data types: it keeps what is needed
 * of the claims on one thing, so that the result is the same for any order and any
 * repetition of them.
 * <p>
 * Kept are: the claim that counts; those of the same revision that it superseded, as
 * stamps only, so that {@link #weight()} grows with every one of them; and claims of
 * lower revisions that are later than all higher ones, because they count again once the
 * person asks to be forgotten at a time in between. In a healthy stream there are none of
 * these.
 *
 * @param claims greatest first, never empty
 */
record Register<V>(List<Claim<V>> claims) {

	/**
	 * So many claims of one revision are told apart. More than that only come from a
	 * producer that does not count its revisions.
	 */
	static final int CLAIMS_PER_REVISION = 16;

	Register {
		claims = List.copyOf(claims);
	}

	static <V> Register<V> of(Claim<V> claim) {
		return new Register<>(List.of(claim));
	}

	/**
	 * The register, if any, with one more claim; itself when that changes nothing.
	 */
	static <V> Register<V> with(@Nullable Register<V> register, Claim<V> claim) {
		return (register != null) ? register.with(claim) : of(claim);
	}

	Register<V> with(Claim<V> claim) {
		List<Claim<V>> all = new ArrayList<>(this.claims.size() + 1);
		Claim<V> added = claim;
		for (Claim<V> known : this.claims) {
			if (known.compareTo(claim) == 0) {
				added = Claim.greater(known, claim);
			}
			else {
				all.add(known);
			}
		}
		all.add(added);
		all.sort(Comparator.reverseOrder());
		List<Claim<V>> kept = needed(all);
		return kept.equals(this.claims) ? this : new Register<>(kept);
	}

	private static <V> List<Claim<V>> needed(List<Claim<V>> greatestFirst) {
		List<Claim<V>> kept = new ArrayList<>(greatestFirst.size());
		int revision = 0;
		int ofRevision = 0;
		Instant latest = Instant.MIN;
		Instant latestOfHigher = Instant.MIN;
		for (Claim<V> claim : greatestFirst) {
			boolean first = claim.revision() != revision;
			if (first) {
				revision = claim.revision();
				ofRevision = 0;
				latestOfHigher = latest;
			}
			if (claim.time().isAfter(latestOfHigher) && ofRevision < CLAIMS_PER_REVISION) {
				kept.add((ofRevision == 0) ? claim : claim.withoutValue());
				ofRevision++;
				latest = claim.time().isAfter(latest) ? claim.time() : latest;
			}
		}
		return kept;
	}

	/**
	 * What is left when all up to this time is forgotten.
	 */
	@Nullable Register<V> after(Instant forgotten) {
		List<Claim<V>> left = this.claims.stream().filter((claim) -> claim.time().isAfter(forgotten)).toList();
		if (left.isEmpty()) {
			return null;
		}
		return (left.size() < this.claims.size()) ? new Register<>(left) : this;
	}

	static <V> @Nullable Register<V> after(@Nullable Register<V> register, Instant forgotten) {
		return (register != null) ? register.after(forgotten) : null;
	}

	/**
	 * Grows with every claim that changes what counts.
	 */
	long weight() {
		return 16L * revision() + superseded();
	}

	/**
	 * How many claims of the revision that counts lost against the one that does.
	 */
	int superseded() {
		return (int) this.claims.stream().filter((claim) -> claim.revision() == revision()).count() - 1;
	}

	int revision() {
		return this.claims.getFirst().revision();
	}

	Instant time() {
		return this.claims.getFirst().time();
	}

	V value() {
		return Objects.requireNonNull(this.claims.getFirst().value(), "the claim that counts has a value");
	}

}
