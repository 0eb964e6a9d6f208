package org.vivavoce.scoring.store;

/**
 * Fields of the stored sheets, for queries.
 */
public final class SheetFields {

	public static final String ID = "_id";

	public static final String CANDIDATE = "state.candidateId";

	public static final String FORGOTTEN_AT = "state.forgottenAt";

	/**
	 * The people in whose lists a sheet stands.
	 */
	public static final String PANEL = "state.panel";

	/**
	 * Its place in those lists.
	 */
	public static final String SINCE = "state.since";

	private SheetFields() {
	}

}
