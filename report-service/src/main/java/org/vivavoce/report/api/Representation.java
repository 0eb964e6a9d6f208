package org.vivavoce.report.api;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import org.vivavoce.platform.digest.Sha256;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.web.Etags;

/**
 * A scorecard as bytes of one media type. The entity tag follows from the bytes: two
 * viewers who see different things never share it.
 */
record Representation(MediaType type, byte[] bytes) {

	static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

	private static final List<MediaType> OFFERED = List.of(MediaType.APPLICATION_JSON, CSV, HTML);

	/**
	 * What the client likes best; JSON where it does not care.
	 */
	static MediaType choose(List<MediaType> accepted) {
		return accepted.stream()
			.sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
			.flatMap((wanted) -> OFFERED.stream().filter(wanted::isCompatibleWith))
			.findFirst()
			.orElse(MediaType.APPLICATION_JSON);
	}

	/**
	 * The type of this name.
	 * @throws ProblemException {@link ProblemTypes#MALFORMED}
	 */
	static MediaType named(String format) {
		return switch (format) {
			case "json" -> MediaType.APPLICATION_JSON;
			case "csv" -> CSV;
			case "html" -> HTML;
			default -> throw new ProblemException(ProblemTypes.MALFORMED, "format: must be one of json, csv, html");
		};
	}

	ResponseEntity.BodyBuilder respond(long version) {
		return ResponseEntity.ok()
			.contentType(this.type)
			.eTag(Etags.of(version, digest()))
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
	}

	private String digest() {
		return Sha256.shortHex(8, this.bytes);
	}

}
