package org.vivavoce.scoring.panel;

import java.time.Clock;

import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.sheet.InterviewSheet;

@Configuration(proxyBeanMethods = false)
class PanelConfiguration {

	static {
		// a rating is read as JSON to tell null from nothing, but it is a number
		SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Integer.class);
	}

	@Bean
	ScoreSheets scoreSheets(AggregateStore<InterviewSheet> store, AggregateStore<Candidate> candidates, Clock clock) {
		return new ScoreSheets(store, candidates, clock);
	}

	@Bean
	SheetLists sheetLists(AggregateStore<InterviewSheet> store, AggregateStore<Candidate> candidates) {
		return new SheetLists(store, candidates);
	}

}
