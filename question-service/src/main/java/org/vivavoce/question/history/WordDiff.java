package org.vivavoce.question.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;

/**
 * What two texts have in common and what not, word by word.
 */
final class WordDiff {

	/**
	 * A word with the space behind it, which does not count.
	 */
	private static final Pattern WORD = Pattern.compile("\\S+\\s*");

	private WordDiff() {
	}

	/**
	 * A run of words.
	 */
	record Piece(Kind kind, String text) {

	}

	/**
	 * Where the words of a piece are.
	 */
	enum Kind {

		SAME, REMOVED, ADDED

	}

	/**
	 * The pieces in the order of reading; what was removed comes before what took its
	 * place.
	 */
	static List<Piece> of(String before, String after) {
		List<String> old = words(before);
		List<String> young = words(after);
		List<Piece> pieces = new ArrayList<>();
		int at = 0;
		for (AbstractDelta<String> delta : DiffUtils.diff(stripped(old), stripped(young)).getDeltas()) {
			add(pieces, Kind.SAME, young.subList(at, delta.getTarget().getPosition()));
			add(pieces, Kind.REMOVED, part(old, delta.getSource()));
			add(pieces, Kind.ADDED, part(young, delta.getTarget()));
			at = delta.getTarget().getPosition() + delta.getTarget().size();
		}
		add(pieces, Kind.SAME, young.subList(at, young.size()));
		return pieces;
	}

	private static List<String> words(String text) {
		return WORD.matcher(text).results().map(MatchResult::group).toList();
	}

	private static List<String> stripped(List<String> words) {
		return words.stream().map(String::strip).toList();
	}

	private static List<String> part(List<String> words, Chunk<String> chunk) {
		return words.subList(chunk.getPosition(), chunk.getPosition() + chunk.size());
	}

	private static void add(List<Piece> pieces, Kind kind, List<String> words) {
		if (!words.isEmpty()) {
			pieces.add(new Piece(kind, String.join("", words)));
		}
	}

}
