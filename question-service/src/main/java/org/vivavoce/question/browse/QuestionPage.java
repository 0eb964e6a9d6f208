package org.vivavoce.question.browse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.editing.DraftResponse;
import org.vivavoce.question.set.Change;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionDraftRevision;
import org.vivavoce.question.set.QuestionField;
import org.vivavoce.question.set.QuestionSet;
import org.vivavoce.question.set.RetiredQuestion;

/**
 * A question as its template sees it.
 *
 * @param question the revision that is shown
 * @param latest the highest revision that there is
 * @param title of its set
 * @param listed whether the latest revision is in its set; one that is not is planned no
 * more
 * @param history the latest first
 * @param changed what the latest revision says differently
 * @param retired how it left its set; null while it is there
 * @param draft what somebody is writing; null for nothing
 * @param place among the questions of its level, from 1; 0 when it is not listed
 */
record QuestionPage(Question question, int latest, String title, boolean listed, List<Entry> history,
		List<QuestionField> changed, @Nullable RetiredQuestion retired, @Nullable Draft draft, int place, int siblings,
		@Nullable Question previous, @Nullable Question next) {

	private static final List<String> RATINGS = List.of("missed", "partial", "solid", "exceptional");

	/**
	 * A revision.
	 *
	 * @param changes what it changed, in words
	 * @param change who wrote it, when and why; null for one from before that was kept
	 */
	public record Entry(int revision, String changes, @Nullable Change change, boolean shown) {

	}

	/**
	 * A draft of the question.
	 *
	 * @param tag of the draft
	 * @param fields what it would change, in words
	 */
	public record Draft(Change change, String tag, String fields) {

		static Draft of(QuestionDraftRevision draft, Question latest) {
			String fields = Arrays.stream(QuestionField.values())
				.filter((field) -> !field.of(draft.text()).equals(field.of(latest)))
				.map(QuestionPage::word)
				.distinct()
				.collect(Collectors.joining(", "));
			return new Draft(draft.change(), DraftResponse.tag(draft), fields);
		}

	}

	/**
	 * What an answer of a rating sounds like.
	 */
	public record Anchor(int rating, String word, String text) {

	}

	/**
	 * A page.
	 * @param shown one of the revisions
	 * @param revisions the latest first
	 * @param set that the question belongs to
	 */
	static QuestionPage of(Question shown, List<Question> revisions, Optional<QuestionSet> set) {
		Question latest = revisions.getFirst();
		List<Entry> history = new ArrayList<>();
		for (int at = 0; at < revisions.size(); at++) {
			Question revision = revisions.get(at);
			Question before = (at + 1 < revisions.size()) ? revisions.get(at + 1) : null;
			history.add(new Entry(revision.revision(), (before != null) ? words(before, revision) : "",
					revision.change(), revision.revision() == shown.revision()));
		}
		List<Question> all = set.map((known) -> known.questions().toList()).orElse(List.of());
		List<String> ids = all.stream().map(Question::id).toList();
		int at = ids.indexOf(shown.id());
		List<String> level = all.stream()
			.filter((question) -> question.level() == latest.level())
			.map(Question::id)
			.toList();
		return new QuestionPage(shown, latest.revision(), set.map(QuestionSet::title).orElse(shown.technology()),
				at >= 0, history, changes(shown, latest),
				set.flatMap((known) -> known.retired(shown.id())).orElse(null),
				set.flatMap((known) -> known.draft(shown.id())).map((draft) -> Draft.of(draft, latest)).orElse(null),
				level.indexOf(shown.id()) + 1, level.size(), (at > 0) ? all.get(at - 1) : null,
				(at >= 0 && at + 1 < all.size()) ? all.get(at + 1) : null);
	}

	private static List<QuestionField> changes(Question before, Question after) {
		return Arrays.stream(QuestionField.values())
			.filter((field) -> !field.of(before).equals(field.of(after)))
			.toList();
	}

	private static String words(Question before, Question after) {
		List<String> words = new ArrayList<>(
				changes(before, after).stream().map(QuestionPage::word).distinct().toList());
		if (before.level() != after.level()) {
			words.add("level");
		}
		return words.isEmpty() ? "" : "changed " + String.join(", ", words);
	}

	private static String word(QuestionField field) {
		return (field.rating() > 0) ? "ratings" : field.label().toLowerCase(Locale.ROOT);
	}

	public boolean current() {
		return this.question.revision() == this.latest;
	}

	/**
	 * Whether the latest revision says something else in a field.
	 */
	public boolean differs(String... keys) {
		return this.changed.stream().anyMatch((field) -> List.of(keys).contains(field.key()));
	}

	public List<Anchor> anchors() {
		return this.question.ratingAnchors()
			.stream()
			.map((anchor) -> new Anchor(anchor.rating(), RATINGS.get(anchor.rating() - 1), anchor.text()))
			.toList();
	}

}
