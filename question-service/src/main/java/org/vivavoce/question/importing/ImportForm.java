package org.vivavoce.question.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.document.DocumentFormat;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.Faults;
import org.vivavoce.question.document.source.SourceText;

/**
 * What somebody has filled in to import a document.
 *
 * @param text of the document, to go on with; what cannot be read is shown as well as it
 * can be
 * @param format the chosen one, else what the document looks like
 * @param technology where the document does not name it; may be empty
 * @param reason why, for the history; may be empty
 * @param seen the token of the preview that this confirms; empty to ask for one
 */
public record ImportForm(byte[] document, String text, DocumentFormat format, String technology, String reason,
		String seen) {

	static final ImportForm EMPTY = of("", new byte[0], "", "", "", "");

	/**
	 * Read a form. Documents may be large: not for an event loop.
	 * @param filename empty for what was pasted
	 * @param format extension of the chosen format; empty for none
	 */
	public static ImportForm of(String filename, byte[] document, String format, String technology, String reason,
			String seen) {
		String text = Objects.requireNonNullElseGet(SourceText.decode(document, new Faults()),
				() -> new String(document, StandardCharsets.UTF_8).replace("\r\n", "\n"));
		DocumentFormat read = Arrays.stream(DocumentFormat.values())
			.filter((each) -> each.extension().equals(format))
			.findFirst()
			.orElseGet(() -> DocumentFormat.detect(filename, text));
		return new ImportForm(document, text, read, technology, reason, seen);
	}

	DocumentOverrides overrides() {
		return new DocumentOverrides(this.technology.isBlank() ? null : this.technology, null);
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
			sha256.update((this.format + "\n" + this.technology + "\n").getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(sha256.digest(this.text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
