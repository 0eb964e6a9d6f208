package org.vivavoce.report;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.report.scorecard.CardDocument;
import org.vivavoce.report.scorecard.Grading;

/**
 * The rules and the store of scorecards.
 */
@Configuration(proxyBeanMethods = false)
class ScorecardConfiguration {

	private static final String UPDATED_AT = "state.index.updatedAt";

	private static final String SCORE = "state.index.sortScore";

	private static final String TECHNOLOGY = "state.index.interviews.technology";

	private static final String LEVEL = "state.index.interviews.level";

	private static final String ID = "_id";

	@Bean
	Grading grading(ScoringProperties scoring) {
		return new Grading(scoring.rules());
	}

	/**
	 * With an index for each way to sort and filter; all are read from either end.
	 */
	@Bean
	AggregateStore<CardDocument> scorecardStore(AggregateStores stores) {
		return stores.create("scorecards", CardDocument.class, new IndexModel(Indexes.ascending(UPDATED_AT, ID)),
				new IndexModel(Indexes.ascending(SCORE, ID)),
				new IndexModel(Indexes.ascending("state.index.outcome", UPDATED_AT, ID)),
				new IndexModel(Indexes.ascending(TECHNOLOGY, LEVEL, UPDATED_AT, ID)),
				new IndexModel(Indexes.ascending(TECHNOLOGY, LEVEL, SCORE, ID)),
				// what changed lately, for streams that resume
				new IndexModel(Indexes.ascending("writtenAt")));
	}

}
