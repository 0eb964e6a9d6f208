package org.vivavoce.scoring.directory;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.platform.web.Cursor;
import org.vivavoce.platform.web.Page;
import org.vivavoce.scoring.sheet.CandidateSheets;
import org.vivavoce.scoring.sheet.Scoring;
import org.vivavoce.scoring.sheet.Sheet;
import org.vivavoce.scoring.sheet.SheetSummary;

/**
 * The lists that panel members see.
 */
public final class SheetLists {

	private final AggregateStore<CandidateSheets> store;

	private final SheetDirectory directory;

	SheetLists(AggregateStore<CandidateSheets> store, SheetDirectory directory) {
		this.store = store;
		this.directory = directory;
	}

	/**
	 * The caller's own sheets, newest first.
	 */
	public Mono<Page<SheetSummary>> list(String viewer, @Nullable String cursor, int limit) {
		SheetDirectory.Position after = (cursor != null) ? position(Cursor.decode(cursor, String.class, String.class))
				: null;
		return this.directory.of(viewer, after, limit + 1).collectList().flatMap((entries) -> {
			List<String> candidates = entries.stream().map(DirectoryEntry::candidateId).distinct().toList();
			return this.store.findAll(candidates)
				.collectMap(Stored::id, Stored::state)
				.map((sheets) -> page(entries, limit, viewer, sheets));
		});
	}

	private static Page<SheetSummary> page(List<DirectoryEntry> entries, int limit, String viewer,
			Map<String, CandidateSheets> sheets) {
		Page<DirectoryEntry> page = Page.of(entries, limit, (entry) -> entry,
				(entry) -> Cursor.encode(List.of(entry.since(), entry.interviewId())));
		List<SheetSummary> items = page.items().stream().map((entry) -> {
			Sheet sheet = Scoring.known(sheets.get(entry.candidateId()), entry.interviewId());
			return (sheet != null && sheet.details() != null && sheet.hasPanelMember(viewer))
					? SheetSummary.of(entry.candidateId(), sheet, sheet.details(), viewer) : null;
		}).filter(Objects::nonNull).toList();
		return new Page<>(items, page.next());
	}

	private static SheetDirectory.Position position(List<Object> values) {
		return new SheetDirectory.Position(values.getFirst().toString(), values.getLast().toString());
	}

}
