package org.vivavoce.scoring.projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.scoring.directory.SheetDirectory;
import org.vivavoce.scoring.sheet.CandidateSheets;

@Configuration(proxyBeanMethods = false)
class SheetConfiguration {

	@Bean
	AggregateStore<CandidateSheets> sheetStore(AggregateStores stores) {
		return stores.create("score-sheets", CandidateSheets.class);
	}

	@Bean
	SheetProjection sheetProjection(AggregateStore<CandidateSheets> store, SheetDirectory directory) {
		return new SheetProjection(store, directory);
	}

}
