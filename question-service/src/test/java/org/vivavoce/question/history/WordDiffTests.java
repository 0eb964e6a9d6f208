package org.vivavoce.question.history;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.vivavoce.question.history.WordDiff.Kind;
import org.vivavoce.question.history.WordDiff.Piece;

import static org.assertj.core.api.Assertions.assertThat;

class WordDiffTests {

	@Test
	void wordsThatTookThePlaceOfOthersFollowThem() {
		assertThat(WordDiff.of("Guesses first, then looks", "Guesses twice, then looks")).containsExactly(
				new Piece(Kind.SAME, "Guesses "), new Piece(Kind.REMOVED, "first, "), new Piece(Kind.ADDED, "twice, "),
				new Piece(Kind.SAME, "then looks"));
	}

	@Test
	void wordsAreAddedAndRemovedAtBothEnds() {
		assertThat(WordDiff.of("one two", "zero one two three")).containsExactly(new Piece(Kind.ADDED, "zero "),
				new Piece(Kind.SAME, "one two "), new Piece(Kind.ADDED, "three"));
		assertThat(WordDiff.of("", "all new")).containsExactly(new Piece(Kind.ADDED, "all new"));
		assertThat(WordDiff.of("all gone", "")).containsExactly(new Piece(Kind.REMOVED, "all gone"));
	}

	@Test
	void spaceAloneIsNoChange() {
		assertThat(WordDiff.of("one\ntwo", "one two")).containsExactly(new Piece(Kind.SAME, "one two"));
	}

	@Test
	void whatWasNotRemovedIsTheNewTextAndWhatWasNotAddedHasTheOldWords() {
		String before = "Looks at the queries, adds select_related where it helps.";
		String after = "Counts the queries first and adds prefetch_related where it helps, too.";
		List<Piece> pieces = WordDiff.of(before, after);
		assertThat(text(pieces, Kind.REMOVED)).isEqualTo(after);
		assertThat(text(pieces, Kind.ADDED).split("\\s+")).containsExactly(before.split("\\s+"));
	}

	private static String text(List<Piece> pieces, Kind without) {
		return pieces.stream()
			.filter((piece) -> piece.kind() != without)
			.map(Piece::text)
			.collect(Collectors.joining());
	}

}
