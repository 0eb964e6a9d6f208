package org.vivavoce.scoring.panel;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.sheet.InterviewSheet;

@Configuration(proxyBeanMethods = false)
class PanelConfiguration {

	@Bean
	ScoreSheets scoreSheets(AggregateStore<InterviewSheet> store, AggregateStore<Candidate> candidates, Clock clock) {
		return new ScoreSheets(store, candidates, clock);
	}

	@Bean
	SheetLists sheetLists(AggregateStore<InterviewSheet> store, AggregateStore<Candidate> candidates) {
		return new SheetLists(store, candidates);
	}

}
