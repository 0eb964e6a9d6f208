package org.vivavoce.question.document.draft;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.KeyPoint;

import static org.assertj.core.api.Assertions.assertThat;

class KeyPointIdsTests {

	private static final List<KeyPoint> CURRENT = List.of(new KeyPoint("select", "Uses select_related"),
			new KeyPoint("count", "Counts the queries of the page"), new KeyPoint("cache", "Does not cache too early"));

	@Test
	void theSameTextsKeepTheirIdsInAnyOrder() {
		assertThat(ids("Does not cache too early", "Uses select_related", "Counts the queries of the page"))
			.containsExactly("cache", "select", "count");
	}

	@Test
	void aCorrectedTextKeepsItsId() {
		assertThat(ids("Uses select_related", "Counts all queries of the page", "Does not cache to early"))
			.containsExactly("select", "count", "cache");
	}

	@Test
	void aCorrectedTextKeepsItsIdWhenOneBeforeItIsRemovedOrAdded() {
		assertThat(ids("Counts the queries of that page", "Does not cache too early")).containsExactly("count",
				"cache");
		assertThat(ids("Explains the plan", "Uses select_related()", "Counts the queries of the page",
				"Does not cache too early"))
			.containsExactly("explains-the-plan", "select", "count", "cache");
	}

	@Test
	void aTextThatIsWrittenAnewInTheSamePlaceKeepsItsId() {
		assertThat(ids("Joins", "Counts the queries of the page", "Does not cache too early")).containsExactly("select",
				"count", "cache");
	}

	@Test
	void aNewPointGetsAnIdThatNeverMeantAnythingElse() {
		KeyPoint older = new KeyPoint("joins", "Knows what a join costs");
		List<KeyPoint> points = assign(List.of(older), "Uses select_related", "Counts the queries of the page",
				"Does not cache too early", "Joins");
		assertThat(points).last().isEqualTo(new KeyPoint("joins-2", "Joins"));
	}

	@Test
	void aTextThatComesBackFromAnOlderRevisionHasItsOldId() {
		KeyPoint older = new KeyPoint("old-joins", "Joins");
		assertThat(assign(List.of(older), "Uses select_related", "Counts the queries of the page",
				"Does not cache too early", "Joins"))
			.last()
			.isEqualTo(new KeyPoint("old-joins", "Joins"));
	}

	@Test
	void idsAreUniqueAndValidWhateverIsWritten() {
		List<String> ids = ids("名前", "名前", "Point", "a".repeat(300),
				"Words that go on and on until no id can hold them", "?");
		assertThat(ids).doesNotHaveDuplicates().allMatch((id) -> id.matches("[a-z0-9][a-z0-9-]{0,42}"));
		assertThat(ids).contains("point-1", "point-2", "point");
	}

	@Test
	void anIdThatIsNamedWins() {
		List<KeyPoint> points = KeyPointIds.assign(
				List.of(new KeyPointEdit(null, "Uses select_related"), new KeyPointEdit("select", "Anything")), CURRENT,
				List.of());
		assertThat(points).last().isEqualTo(new KeyPoint("select", "Anything"));
		assertThat(points.getFirst().id()).isNotEqualTo("select");
	}

	private static List<String> ids(String... texts) {
		return assign(List.of(), texts).stream().map(KeyPoint::id).toList();
	}

	private static List<KeyPoint> assign(List<KeyPoint> older, String... texts) {
		List<KeyPointEdit> edits = Arrays.stream(texts).map((text) -> new KeyPointEdit(null, text)).toList();
		List<KeyPoint> points = KeyPointIds.assign(edits, CURRENT, older);
		assertThat(points).extracting(KeyPoint::text).containsExactly(texts);
		return points;
	}

}
