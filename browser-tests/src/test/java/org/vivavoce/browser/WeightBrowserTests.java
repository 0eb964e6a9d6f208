package org.vivavoce.browser;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the first visit of a page brings over the wire.
 */
@InBrowser
class WeightBrowserTests {

	private static final int LIMIT = 200_000;

	@SuppressWarnings("unused")
	private static final List<Place> PAGES = Place.PAGES;

	@ParameterizedTest(name = "{0}")
	@FieldSource("PAGES")
	void theFirstVisitIsUnder200Kilobytes(Place place, People people) {
		List<Request> requests = new CopyOnWriteArrayList<>();
		Person person = people.as(place.role());
		person.context().onRequestFinished(requests::add);
		person.open(place.path().apply(Exhibits.shared()));
		int bytes = requests.stream()
			.map(Request::sizes)
			.mapToInt((sizes) -> sizes.responseHeadersSize + sizes.responseBodySize)
			.sum();
		System.out.printf("%s: %d requests, %d bytes%n", place, requests.size(), bytes);
		assertThat(bytes).isBetween(1_000, LIMIT);
	}

}
