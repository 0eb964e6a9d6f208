package org.vivavoce.scoring.directory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Indexes;
import org.vivavoce.scoring.sheet.CandidateSheets;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

	@Bean
	SheetDirectory sheetDirectory(ReactiveMongoDatabaseFactory databases, Indexes indexes) {
		indexes.want(SheetDirectory.COLLECTION, SheetDirectory.INDEXES);
		return new SheetDirectory(databases);
	}

	@Bean
	SheetLists sheetLists(AggregateStore<CandidateSheets> store, SheetDirectory directory) {
		return new SheetLists(store, directory);
	}

}
