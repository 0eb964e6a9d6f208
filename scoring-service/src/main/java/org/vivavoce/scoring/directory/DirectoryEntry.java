package org.vivavoce.scoring.directory;

import java.time.Instant;
import java.util.List;

import org.bson.Document;

import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.scoring.sheet.CandidateSheets;
import org.vivavoce.scoring.sheet.Sheet;

/**
 * Where a sheet is, and in whose list.
 *
 * @param panel in whose lists it stands
 * @param since its place in the list, as stored
 * @param guard the state of the candidate's document that it was taken from
 */
record DirectoryEntry(String interviewId, String candidateId, List<String> panel, String since, long guard) {

	static final String CANDIDATE = "candidateId";

	static final String PANEL = "panel";

	static final String SINCE = "since";

	static final String GUARD = "guard";

	/**
	 * Since when there is an interview whose candidate was forgotten.
	 */
	static final String NEVER = AggregateStores.stored(Instant.EPOCH);

	static DirectoryEntry of(Stored<CandidateSheets> stored, Sheet sheet) {
		return new DirectoryEntry(sheet.interviewId(), stored.id(),
				(sheet.details() != null) ? sheet.details().panel() : List.of(), AggregateStores.stored(sheet.since()),
				stored.guard());
	}

	static DirectoryEntry of(Document document) {
		return new DirectoryEntry(document.getString("_id"), document.getString(CANDIDATE),
				document.getList(PANEL, String.class), document.getString(SINCE),
				document.get(GUARD, Number.class).longValue());
	}

	boolean hasSameContent(DirectoryEntry other) {
		return this.candidateId.equals(other.candidateId) && this.panel.equals(other.panel)
				&& this.since.equals(other.since);
	}

}
