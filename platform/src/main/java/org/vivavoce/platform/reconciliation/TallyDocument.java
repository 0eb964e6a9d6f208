package org.vivavoce.platform.reconciliation;

import org.bson.Document;

/**
 * A tally as it is stored beside an offset.
 */
public final class TallyDocument {

	private static final String FROM = "from";

	private static final String TO = "to";

	private static final String APPLIED = "applied";

	private static final String DIGEST = "digest";

	private static final String UNREADABLE = "unreadable";

	private static final String UNREADABLE_DIGEST = "unreadableDigest";

	private TallyDocument() {
	}

	public static Document of(Tally tally) {
		return new Document(FROM, tally.from()).append(TO, tally.to())
			.append(APPLIED, tally.applied())
			.append(DIGEST, RecordDigest.hex(tally.digest()))
			.append(UNREADABLE, tally.unreadable())
			.append(UNREADABLE_DIGEST, RecordDigest.hex(tally.unreadableDigest()));
	}

	public static Tally read(Document stored) {
		return new Tally(number(stored, FROM), number(stored, TO), number(stored, APPLIED),
				RecordDigest.parse(stored.getString(DIGEST)), number(stored, UNREADABLE),
				RecordDigest.parse(stored.getString(UNREADABLE_DIGEST)));
	}

	private static long number(Document stored, String field) {
		return stored.get(field, Number.class).longValue();
	}

}
