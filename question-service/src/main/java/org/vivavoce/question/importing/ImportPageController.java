package org.vivavoce.question.importing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.page.PageController;
import org.vivavoce.platform.page.SeeOther;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.question.document.source.SetFault;
import org.vivavoce.question.hub.ConditionRequest;
import org.vivavoce.question.hub.HubExamples;
import org.vivavoce.question.hub.HubNotice;
import org.vivavoce.question.hub.ReasonRequest;
import org.vivavoce.question.set.ImportResult;
import org.vivavoce.question.set.QuestionSet;

/**
 * Imports a document in two steps: what it would do is shown, and exactly that is done.
 */
@PageController
final class ImportPageController {

	private final SetImporter imports;

	ImportPageController(SetImporter imports) {
		this.imports = imports;
	}

	@GetMapping("/hub/import")
	Rendering form() {
		return page(ImportPage.of(ImportForm.EMPTY), HttpStatus.OK);
	}

	@PostMapping(path = "/hub/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<Rendering> importDocument(Caller caller, ServerWebExchange exchange) {
		return exchange.getMultipartData()
			.flatMap(ImportPageController::read)
			.flatMap((form) -> preview(form).flatMap((page) -> confirm(caller, form, page))
				.onErrorResume(ProblemTypes.INVALID::isTypeOf, (ex) -> Mono
					.just(page(faulty(form, (ProblemException) ex), HttpStatus.UNPROCESSABLE_CONTENT))));
	}

	private Mono<ImportPage> preview(ImportForm form) {
		return this.imports.preview(form.format(), form.document(), form.overrides())
			.map((preview) -> ImportPage.preview(form, preview));
	}

	private Mono<Rendering> confirm(Caller caller, ImportForm form, ImportPage shown) {
		if (!form.seen().equals(shown.seen()) || shown.preview() == null) {
			return Mono.just(page(shown, (shown.news() != null) ? HttpStatus.CONFLICT : HttpStatus.OK));
		}
		return this.imports
			.importDocument(form.format(), form.document(), form.overrides(),
					condition(shown.preview().currentRevision()), new ReasonRequest(form.reason()).by(caller))
			.map(ImportPageController::imported)
			.onErrorResume(ProblemTypes.STALE::isTypeOf,
					(ex) -> preview(form).map((again) -> page(again, HttpStatus.CONFLICT)));
	}

	/**
	 * Lets only that pass which a preview of this revision has shown.
	 */
	private static ConditionRequest condition(@Nullable Integer currentRevision) {
		return (currentRevision != null) ? new ConditionRequest(Etags.of(currentRevision), null)
				: new ConditionRequest(null, "*");
	}

	private static ImportPage faulty(ImportForm form, ProblemException problem) {
		return ImportPage.faulty(form,
				problem.errors()
					.stream()
					.map((fault) -> new SetFault(Objects.requireNonNullElse(fault.line(), 1), fault.message()))
					.toList());
	}

	private static Rendering imported(ImportResult.Imported imported) {
		QuestionSet set = imported.set();
		String notice = imported.changed() ? HubNotice.IMPORTED : HubNotice.UNCHANGED;
		return SeeOther.to("/hub?technology=" + URLEncoder.encode(set.technology(), StandardCharsets.UTF_8) + "&"
				+ notice + "=" + set.id());
	}

	private static Rendering page(ImportPage page, HttpStatus status) {
		return Rendering.view("hub/import")
			.status(status)
			.modelAttribute("document", page)
			.modelAttribute("example", HubExamples.SET)
			.build();
	}

	/**
	 * A file goes before what stands in the form.
	 */
	private static Mono<ImportForm> read(MultiValueMap<String, Part> parts) {
		return bytes(parts.getFirst("file")).filter((file) -> file.length > 0)
			.publishOn(Schedulers.boundedElastic())
			.map((file) -> form(parts, name(parts.getFirst("file")), file))
			.switchIfEmpty(Mono.defer(() -> bytes(parts.getFirst("document")).defaultIfEmpty(new byte[0])
				.publishOn(Schedulers.boundedElastic())
				.map((pasted) -> form(parts, "", pasted))));
	}

	private static ImportForm form(MultiValueMap<String, Part> parts, String filename, byte[] document) {
		return ImportForm.of(filename, document, field(parts, "format"), field(parts, "technology"),
				field(parts, "reason"), field(parts, "seen"));
	}

	private static String field(MultiValueMap<String, Part> parts, String name) {
		return (parts.getFirst(name) instanceof FormFieldPart field) ? field.value() : "";
	}

	private static String name(@Nullable Part part) {
		return (part instanceof FilePart file) ? file.filename() : "";
	}

	private static Mono<byte[]> bytes(@Nullable Part part) {
		return switch (part) {
			case null -> Mono.empty();
			case FormFieldPart text -> Mono.just(text.value().getBytes(StandardCharsets.UTF_8));
			default -> DataBufferUtils.join(part.content()).map(ImportPageController::bytes);
		};
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

}
