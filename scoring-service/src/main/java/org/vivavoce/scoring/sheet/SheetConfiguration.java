package org.vivavoce.scoring.sheet;

import java.time.Clock;

import jakarta.validation.Validator;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Indexes;

@Configuration(proxyBeanMethods = false)
class SheetConfiguration {

	static {
		// a rating is read as JSON to tell null from nothing, but it is a number
		SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Integer.class);
	}

	@Bean
	AggregateStore<CandidateSheets> sheetStore(AggregateStores stores) {
		return stores.create("score-sheets", CandidateSheets.class);
	}

	@Bean
	SheetDirectory sheetDirectory(ReactiveMongoDatabaseFactory databases, Indexes indexes) {
		indexes.want(SheetDirectory.COLLECTION, SheetDirectory.INDEXES);
		return new SheetDirectory(databases);
	}

	@Bean
	SheetProjection sheetProjection(AggregateStore<CandidateSheets> store, SheetDirectory directory) {
		return new SheetProjection(store, directory);
	}

	@Bean
	ScoreSheets scoreSheets(AggregateStore<CandidateSheets> store, SheetDirectory directory, Clock clock) {
		return new ScoreSheets(store, directory, clock);
	}

	@Bean
	ConsoleForms consoleForms(Validator validator) {
		return new ConsoleForms(validator);
	}

	@Bean
	SheetLists sheetLists(AggregateStore<CandidateSheets> store, SheetDirectory directory) {
		return new SheetLists(store, directory);
	}

}
