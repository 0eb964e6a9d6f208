package org.vivavoce.report.page;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.Page;
import org.vivavoce.report.lookup.ListQuery;
import org.vivavoce.report.lookup.Scorecards;
import org.vivavoce.report.scorecard.Summary;

/**
 * The list of candidates. A script gets the rows alone.
 */
@PageController
final class ListPageController {

	private static final int ROWS = 25;

	private final Scorecards scorecards;

	ListPageController(Scorecards scorecards) {
		this.scorecards = scorecards;
	}

	@GetMapping(path = "/scorecards", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> list(Caller caller, @RequestParam MultiValueMap<String, String> parameters,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String scripted) {
		ListForm form = ListForm.of(parameters);
		ListForm.Choice choice = form.choice();
		ListQuery query = choice.query();
		Mono<Page<Summary>> rows = (query != null) ? this.scorecards.list(query, ROWS, caller.id())
				: Mono.just(new Page<>(List.of(), null));
		return rows.map((found) -> Rendering.view((scripted != null) ? "scorecard/list :: results" : "scorecard/list")
			.status(choice.faults().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
			.modelAttribute("form", form)
			.modelAttribute("faults", choice.faults())
			.modelAttribute("rows", found)
			.modelAttribute("words", new Wording())
			.build());
	}

}
