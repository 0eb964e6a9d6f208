package org.vivavoce.question.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has filled in to import a document.
 *
 * @param filename empty for what was pasted
 * @param format extension of the chosen format; empty for what the document looks like
 * @param technology where the document does not name it; may be empty
 * @param seen the token of the preview that this confirms; empty to ask for one
 */
record ImportForm(String filename, byte[] document, String format, String technology, String seen) {

	static final ImportForm EMPTY = new ImportForm("", new byte[0], "", "", "");

	DocumentFormat documentFormat() {
		return chosen().orElseGet(() -> DocumentFormat.detect(this.filename, text()));
	}

	private Optional<DocumentFormat> chosen() {
		return Arrays.stream(DocumentFormat.values())
			.filter((each) -> each.extension().equals(this.format))
			.findFirst();
	}

	Naming naming() {
		return new Naming(this.technology.isBlank() ? null : this.technology, null);
	}

	boolean isBlank() {
		return text().isBlank();
	}

	/**
	 * The document to go on with; what cannot be read is shown as well as it can be.
	 */
	String text() {
		return Objects.requireNonNullElseGet(SourceText.decode(this.document, new Faults()),
				() -> new String(this.document, StandardCharsets.UTF_8).replace("\r\n", "\n"));
	}

	/**
	 * What a preview was about: this document, read this way, over this revision.
	 */
	String token(@Nullable Integer currentRevision) {
		return digest() + "." + ((currentRevision != null) ? currentRevision : "new");
	}

	/**
	 * Whether the preview that this confirms was about the same document.
	 */
	boolean hasSeenDocument() {
		return this.seen.startsWith(digest() + ".");
	}

	private String digest() {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			sha256.update((documentFormat() + "\n" + this.technology + "\n").getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(sha256.digest(text().getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
