package org.vivavoce.question.browse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import reactor.core.publisher.Mono;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.question.document.DocumentFormat;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.set.QuestionSet;

/**
 * Question sets as documents to take along.
 */
@PageController
final class DocumentPageController {

	private final QuestionHub hub;

	DocumentPageController(QuestionHub hub) {
		this.hub = hub;
	}

	/**
	 * A set as a file that can be edited and imported again.
	 */
	@GetMapping("/hub/sets/{id}/export")
	Mono<ResponseEntity<?>> export(@PathVariable String id, @RequestParam(defaultValue = "yaml") String format) {
		DocumentFormat wanted = Arrays.stream(DocumentFormat.values())
			.filter((each) -> each.written() && each.extension().equals(format))
			.findFirst()
			.orElseThrow(() -> new ProblemException(ProblemTypes.MALFORMED, "The format is yaml, csv or md"));
		return this.hub.set(id)
			.switchIfEmpty(Mono
				.error(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no question set '" + id + "'")))
			.map((set) -> ResponseEntity.ok()
				.contentType(new MediaType(MediaType.valueOf(wanted.types().getFirst()), StandardCharsets.UTF_8))
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment()
							.filename(set.id() + "." + wanted.extension())
							.build()
							.toString())
				.body(exported(wanted, set).getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * A spreadsheet takes a file for UTF-8 only when it begins with a byte order mark.
	 */
	private static String exported(DocumentFormat format, QuestionSet set) {
		return ((format == DocumentFormat.CSV) ? "\uFEFF" : "") + format.write(set.draft());
	}

}
