package org.vivavoce.report.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

import org.vivavoce.platform.page.FormFields;
import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.report.lookup.Scorecards;
import org.vivavoce.report.scorecard.Comparison;
import org.vivavoce.report.scorecard.Scorecard;

/**
 * Candidates side by side. Unlike the API, the page also helps where it cannot compare.
 */
@PageController
final class ComparePageController {

	private final Scorecards scorecards;

	ComparePageController(Scorecards scorecards) {
		this.scorecards = scorecards;
	}

	@GetMapping(path = "/compare", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> compare(Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
		List<String> named = new FormFields(parameters).all("candidate").stream().distinct().toList();
		if (named.isEmpty() || named.size() > ComparisonView.MOST) {
			return Mono.just(page(new ComparisonView(named, List.of(), null)));
		}
		return this.scorecards.several(named, caller.id()).map((cards) -> page(view(named, cards)));
	}

	static ComparisonView view(List<String> named, Map<String, Scorecard> cards) {
		List<String> unknown = named.stream().filter((candidate) -> !cards.containsKey(candidate)).toList();
		List<Scorecard> known = named.stream()
			.filter(cards::containsKey)
			.map((candidate) -> Objects.requireNonNull(cards.get(candidate)))
			.toList();
		return new ComparisonView(named, unknown, (known.size() > 1) ? Comparison.of(known) : null);
	}

	private static Rendering page(ComparisonView view) {
		return Rendering.view("scorecard/compare")
			.status(status(view))
			.modelAttribute("view", view)
			.modelAttribute("words", new Wording())
			.build();
	}

	private static HttpStatus status(ComparisonView view) {
		if (view.tooMany()) {
			return HttpStatus.UNPROCESSABLE_CONTENT;
		}
		return view.unknown().isEmpty() ? HttpStatus.OK : HttpStatus.NOT_FOUND;
	}

}
