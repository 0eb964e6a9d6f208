package org.vivavoce.scoring.panel;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.platform.web.Cursor;
import org.vivavoce.platform.web.Page;
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.sheet.Details;
import org.vivavoce.scoring.sheet.InterviewSheet;
import org.vivavoce.scoring.sheet.Sheet;
import org.vivavoce.scoring.sheet.SheetSummary;
import org.vivavoce.scoring.store.SheetFields;

/**
 * The lists that panel members see.
 */
final class SheetLists {

	private static final Bson NEWEST_FIRST = Sorts.orderBy(Sorts.descending(SheetFields.SINCE),
			Sorts.ascending(SheetFields.ID));

	private final AggregateStore<InterviewSheet> store;

	private final AggregateStore<Candidate> candidates;

	SheetLists(AggregateStore<InterviewSheet> store, AggregateStore<Candidate> candidates) {
		this.store = store;
		this.candidates = candidates;
	}

	/**
	 * The caller's own sheets, newest first.
	 */
	Mono<Page<SheetSummary>> list(String viewer, @Nullable String cursor, int limit) {
		Bson own = Filters.eq(SheetFields.PANEL, viewer);
		Bson filter = (cursor != null) ? Filters.and(own, behind(Cursor.decode(cursor, String.class, String.class)))
				: own;
		return this.store.find(filter, NEWEST_FIRST, limit + 1)
			.collectList()
			.flatMap((sheets) -> this.candidates.load(candidates(sheets))
				.map((loaded) -> page(sheets, loaded.found(), limit, viewer)));
	}

	private static Set<String> candidates(List<Stored<InterviewSheet>> sheets) {
		return sheets.stream().map((sheet) -> sheet.state().candidateId()).collect(Collectors.toSet());
	}

	private static Bson behind(List<Object> last) {
		String since = last.getFirst().toString();
		return Filters.or(Filters.lt(SheetFields.SINCE, since), Filters.and(Filters.eq(SheetFields.SINCE, since),
				Filters.gt(SheetFields.ID, last.getLast().toString())));
	}

	private static Page<SheetSummary> page(List<Stored<InterviewSheet>> sheets,
			Map<String, Stored<Candidate>> candidates, int limit, String viewer) {
		Page<Stored<InterviewSheet>> page = Page.of(sheets, limit, (stored) -> stored, (stored) -> Cursor
			.encode(List.of(AggregateStores.stored(stored.state().sheet().since()), stored.id())));
		return new Page<>(page.items()
			.stream()
			.map((stored) -> summary(stored, candidates.get(stored.state().candidateId()), viewer))
			.filter(Objects::nonNull)
			.toList(), page.next());
	}

	/**
	 * A line of the list.
	 * @return null for a sheet that was set aside, because its interview is another
	 * candidate's, and for one whose candidate was forgotten a moment ago
	 */
	private static @Nullable SheetSummary summary(Stored<InterviewSheet> stored, @Nullable Stored<Candidate> candidate,
			String viewer) {
		Sheet sheet = stored.state().forgottenBy((candidate != null) ? candidate.state() : null).sheet();
		Details details = sheet.details();
		return (details != null && sheet.interviewId().equals(stored.id()))
				? SheetSummary.of(stored.state().candidateId(), sheet, details, viewer) : null;
	}

}
