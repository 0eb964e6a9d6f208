package org.vivavoce.report.scorecard;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A scorecard with what explains it, as one viewer may see it.
 *
 * @param timelines what happened when, by the id of the interview
 * @param hidden ids of the interviews of which the viewer sees nothing but their own
 * ratings until they have recommended
 */
public record ExplainedScorecard(Scorecard card, Explanation explanation, Map<String, List<TimelineEvent>> timelines,
		Set<String> hidden) {

	public ExplainedScorecard {
		timelines = Map.copyOf(timelines);
		hidden = Set.copyOf(hidden);
	}

}
