package org.vivavoce.report.scorecard;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A scorecard with all that people ask when they read it, as one viewer may see it.
 *
 * @param moments what happened when, by the id of the interview
 * @param hidden ids of the interviews of which the viewer sees nothing but their own
 * ratings until they have recommended
 */
public record Dossier(Scorecard card, Explanation explanation, Map<String, List<Moment>> moments, Set<String> hidden) {

	public Dossier {
		moments = Map.copyOf(moments);
		hidden = Set.copyOf(hidden);
	}

}
