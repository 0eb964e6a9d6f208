package org.vivavoce.question.hub;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.security.Scopes;

/**
 * Question sets as documents: import one, take one along.
 */
@PageController
final class DocumentPageController {

	private final QuestionHub hub;

	private final ImportDesk imports;

	DocumentPageController(QuestionHub hub, ImportDesk imports) {
		this.hub = hub;
		this.imports = imports;
	}

	@GetMapping("/hub/import")
	Rendering form(Caller caller) {
		caller.requireScope(Scopes.QUESTIONS_WRITE);
		return page(ImportPage.EMPTY, HttpStatus.OK);
	}

	@PostMapping(path = "/hub/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<Rendering> importDocument(Caller caller, ServerWebExchange exchange) {
		caller.requireScope(Scopes.QUESTIONS_WRITE);
		return exchange.getMultipartData()
			.flatMap((parts) -> bytes(parts.getFirst("file")).filter((file) -> file.length > 0)
				.map((file) -> new Upload(name(parts.getFirst("file")), file))
				.switchIfEmpty(Mono.defer(() -> bytes(parts.getFirst("document")).map((text) -> new Upload("", text))))
				.defaultIfEmpty(new Upload("", new byte[0])))
			.flatMap((upload) -> this.imports
				.importDocument(upload.format(), upload.bytes(), Naming.NONE, ConditionRequest.NONE)
				.map(DocumentPageController::imported)
				.onErrorResume(DocumentPageController::refused, (ex) -> Mono
					.just(page(faulty(upload.bytes(), (ProblemException) ex), HttpStatus.UNPROCESSABLE_CONTENT))));
	}

	private record Upload(String name, byte[] bytes) {

		/**
		 * As its name says, else as it looks.
		 */
		DocumentFormat format() {
			String text = SourceText.decode(this.bytes, new Faults());
			return DocumentFormat.detect(this.name, (text != null) ? text : "");
		}

	}

	private static String name(@Nullable Part part) {
		return (part instanceof FilePart file) ? file.filename() : "";
	}

	private static Mono<byte[]> bytes(@Nullable Part part) {
		return switch (part) {
			case null -> Mono.empty();
			case FormFieldPart text -> Mono.just(text.value().getBytes(StandardCharsets.UTF_8));
			default -> DataBufferUtils.join(part.content()).map(DocumentPageController::bytes);
		};
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	private static boolean refused(Throwable thrown) {
		return thrown instanceof ProblemException problem && problem.type().equals(ProblemTypes.INVALID);
	}

	private static ImportPage faulty(byte[] document, ProblemException problem) {
		List<SetFault> faults = problem.errors()
			.stream()
			.map((fault) -> new SetFault(Objects.requireNonNullElse(fault.line(), 1), fault.message()))
			.toList();
		return ImportPage.of(new String(document, StandardCharsets.UTF_8), faults);
	}

	private static Rendering imported(ImportResult.Imported imported) {
		QuestionSet set = imported.set();
		String notice = imported.changed() ? HubNotice.IMPORTED : HubNotice.UNCHANGED;
		return Rendering
			.redirectTo("/hub?technology=" + URLEncoder.encode(set.technology(), StandardCharsets.UTF_8) + "&" + notice
					+ "=" + set.id())
			.status(HttpStatus.SEE_OTHER)
			.build();
	}

	private static Rendering page(ImportPage page, HttpStatus status) {
		return Rendering.view("hub/import")
			.status(status)
			.modelAttribute("document", page)
			.modelAttribute("example", HubExamples.SET)
			.build();
	}

	/**
	 * A set as a file that can be edited and imported again.
	 */
	@GetMapping("/hub/sets/{id}/export")
	Mono<ResponseEntity<?>> export(Caller caller, @PathVariable String id,
			@RequestParam(defaultValue = "yaml") String format) {
		caller.requireScope(Scopes.QUESTIONS_READ);
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
