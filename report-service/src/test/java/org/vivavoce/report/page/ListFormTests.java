package org.vivavoce.report.page;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.util.LinkedMultiValueMap;

import org.vivavoce.report.lookup.ListOrder;
import org.vivavoce.report.lookup.ListQuery;

import static org.assertj.core.api.Assertions.assertThat;

class ListFormTests {

	@Test
	void whatIsLeftEmptyIsNotAskedFor() {
		ListForm form = form(Map.of("technology", " ", "minScore", "", "sort", ""));
		assertThat(form.filtered()).isFalse();
		assertThat(form.choice().query())
			.isEqualTo(new ListQuery(null, null, null, null, null, ListOrder.UPDATED_DESCENDING, null));
		assertThat(form.page(null)).isEqualTo("/scorecards");
	}

	@Test
	void everyFieldThatCannotBeReadIsNamed() {
		ListForm.Choice choice = form(Map.of("level", "guru", "minScore", "NaN", "updatedSince", "yesterday", "sort",
				"name", "outcome", "ok"))
			.choice();
		assertThat(choice.query()).isNull();
		assertThat(choice.faults()).containsOnlyKeys("level", "outcome", "minScore", "updatedSince", "sort");
	}

	@Test
	void aHeaderSortsFromTheTopAndThenTheOtherWayRound() {
		assertThat(form(Map.of()).sortedBy("score")).isEqualTo("/scorecards?sort=-score");
		assertThat(form(Map.of("sort", "-score")).sortedBy("score")).isEqualTo("/scorecards?sort=score");
		assertThat(form(Map.of()).direction("updatedAt")).isEqualTo("descending");
		assertThat(form(Map.of()).direction("score")).isNull();
	}

	@Test
	void filtersStayInTheAddressOfEveryPage() {
		ListForm form = form(Map.of("technology", "C & C++", "sort", "score", "cursor", "abc"));
		assertThat(form.page("next")).isEqualTo("/scorecards?technology=C+%26+C%2B%2B&sort=score&cursor=next");
		assertThat(form.sortedBy("updatedAt")).doesNotContain("cursor");
	}

	private static ListForm form(Map<String, String> fields) {
		LinkedMultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		fields.forEach(parameters::add);
		return ListForm.of(parameters);
	}

}
