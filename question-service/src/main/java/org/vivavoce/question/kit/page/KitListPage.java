package org.vivavoce.question.kit.page;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.kit.Kit;

/**
 * The list of kits as its template sees it.
 *
 * @param retired whether it shows those that are retired
 * @param first whether it is the first page
 * @param next cursor of the next page; null on the last
 */
record KitListPage(List<Row> rows, boolean retired, boolean first, @Nullable String next) {

	/**
	 * A kit in the list.
	 *
	 * @param possible whether an interview can be planned by it now
	 */
	public record Row(Kit kit, boolean possible) {

		public String mix() {
			return KitWords.mix(this.kit.counts());
		}

	}

}
