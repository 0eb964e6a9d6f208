package org.vivavoce.question.browse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.page.SeeOther;
import org.vivavoce.platform.web.Cursor;
import org.vivavoce.platform.web.Page;
import org.vivavoce.question.hub.HubNotice;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.hub.QuestionRepository;
import org.vivavoce.question.hub.SearchRequest;
import org.vivavoce.question.set.Question;

/**
 * The hub's first page: what it is about, search, and the choice of questions for an
 * interview.
 */
@PageController
final class HubPageController {

	private static final int SIZE = 30;

	private final QuestionHub hub;

	HubPageController(QuestionHub hub) {
		this.hub = hub;
	}

	@GetMapping("/hub")
	Mono<Rendering> hub(@RequestParam MultiValueMap<String, String> parameters, @RequestHeader HttpHeaders headers) {
		HubFilter filter = HubFilter.of(parameters);
		return page(filter).map((page) -> {
			Rendering.Builder<?> rendering = Rendering.view(view(headers)).modelAttribute("hub", page);
			HubNotice.of(parameters, page.sets()).ifPresent((notice) -> rendering.modelAttribute("said", notice));
			if (headers.containsHeader("HX-Request") && filter.after() == null) {
				rendering.header(typing(headers, filter) ? "HX-Replace-Url" : "HX-Push-Url", filter.url());
			}
			return rendering.build();
		});
	}

	/**
	 * A script asks for the list, or for more rows of it.
	 */
	private static String view(HttpHeaders headers) {
		if (!headers.containsHeader("HX-Request")) {
			return "hub/hub";
		}
		return "more".equals(headers.getFirst("HX-Target")) ? "hub/hub :: rows" : "hub/hub :: update";
	}

	/**
	 * Whether somebody goes on typing what is in the address already: going back should
	 * not lead through every letter.
	 */
	private static boolean typing(HttpHeaders headers, HubFilter filter) {
		String current = headers.getFirst("HX-Current-URL");
		return filter.q() != null && current != null && current.matches(".*[?&]q=[^&].*");
	}

	private Mono<HubPage> page(HubFilter filter) {
		var query = new SearchRequest(null, filter.technology(), filter.level(), filter.topic(), filter.q()).query();
		String after = (filter.after() != null) ? Cursor.decode(filter.after(), String.class).getFirst().toString()
				: null;
		Mono<Page<Question>> found = this.hub.search(query, after, SIZE + 1)
			.collectList()
			.map((rows) -> Page.of(rows, SIZE, QuestionRepository.Row::question,
					(row) -> Cursor.encode(List.of(row.order()))));
		return Mono.zip(this.hub.setOutlines(), found)
			.flatMap((read) -> Mono
				.zip(count(query, after, read.getT2()), this.hub.current(elsewhere(filter, read.getT2())))
				.map((more) -> new HubPage(filter, read.getT1(), rows(read.getT2().items(), filter),
						rows(more.getT2(), filter), more.getT1(), read.getT2().next())));
	}

	private Mono<Long> count(QuestionRepository.Query query, @Nullable String after, Page<Question> found) {
		return (after == null && found.next() == null) ? Mono.just((long) found.items().size()) : this.hub.count(query);
	}

	private static List<String> elsewhere(HubFilter filter, Page<Question> found) {
		List<String> listed = found.items().stream().map(Question::id).toList();
		return filter.chosen().stream().filter((id) -> !listed.contains(id)).toList();
	}

	private static List<HubPage.Row> rows(List<Question> questions, HubFilter filter) {
		return questions.stream().map((question) -> HubPage.Row.of(question, filter)).toList();
	}

	/**
	 * Leads to a new interview with what is chosen.
	 */
	@GetMapping("/hub/interview")
	Mono<Rendering> interview(@RequestParam MultiValueMap<String, String> parameters) {
		HubFilter filter = HubFilter.of(parameters);
		return this.hub.current(filter.chosen()).map((chosen) -> {
			List<String> technologies = chosen.stream().map(Question::technology).distinct().toList();
			return SeeOther.to(switch (technologies.size()) {
				case 0 -> noticed(filter, HubNotice.NOTHING);
				case 1 -> "/interviews/new?technology=" + encode(technologies.getFirst())
						+ chosen.stream()
							.map((question) -> "&question=" + encode(question.id()))
							.collect(Collectors.joining());
				default -> noticed(filter, HubNotice.MIXED);
			});
		});
	}

	private static String noticed(HubFilter filter, String reason) {
		String url = filter.url();
		return url + (url.contains("?") ? "&" : "?") + HubNotice.CHOICE + "=" + reason;
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
