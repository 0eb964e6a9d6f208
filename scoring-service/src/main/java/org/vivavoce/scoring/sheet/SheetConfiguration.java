package org.vivavoce.scoring.sheet;

import java.time.Clock;

import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
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
	SheetLists sheetLists(AggregateStore<CandidateSheets> store, SheetDirectory directory) {
		return new SheetLists(store, directory);
	}

	/**
	 * A number is no text and no place in a list of words, so neither is guessed.
	 */
	@Bean
	JsonMapperBuilderCustomizer exactTexts() {
		return (builder) -> builder.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.withCoercionConfig(LogicalType.Textual,
					(texts) -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

}
