package org.vivavoce.platform.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.web.Cursor;

/**
 * Where a page of the audit log ends.
 */
record AuditPosition(Instant at, String id) {

	static String cursor(AuditEntry entry) {
		return Cursor.encode(List.of(entry.at().toString(), entry.id()));
	}

	static @Nullable AuditPosition of(@Nullable String cursor) {
		if (cursor == null) {
			return null;
		}
		List<Object> values = Cursor.decode(cursor, String.class, String.class);
		try {
			return new AuditPosition(Instant.parse(values.get(0).toString()), values.get(1).toString());
		}
		catch (DateTimeException ex) {
			throw new ProblemException(ProblemTypes.MALFORMED, "cursor: take it from `next` of the page before");
		}
	}

}
