package org.vivavoce.question.exposure;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.store.Indexes;

/**
 * What counts servings.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExposureSettings.class)
class ExposureConfiguration {

	@Bean
	ExposureRepository exposureRepository(ReactiveMongoDatabaseFactory databases, Indexes indexes,
			ExposureSettings settings, Clock clock) {
		indexes.want(ExposureRepository.COLLECTION, ExposureRepository.INDEXES);
		return new ExposureRepository(databases, settings.limits(), clock);
	}

}
