package org.vivavoce.question.interview.page;

/**
 * What the list of interviews is narrowed to, as its form shows it.
 *
 * @param state empty for all
 * @param candidate empty for all
 * @param question id of a question that was asked, empty for all
 * @param mine only interviews whose panel the viewer belongs to
 * @param further whether this is not the first page
 */
record ListFilters(String state, String candidate, String question, boolean mine, boolean further) {

	public String panel() {
		return this.mine ? "mine" : "all";
	}

	/**
	 * Whether something narrows the list besides who looks at it.
	 */
	public boolean chosen() {
		return !this.state.isEmpty() || !this.candidate.isEmpty() || !this.question.isEmpty();
	}

}
