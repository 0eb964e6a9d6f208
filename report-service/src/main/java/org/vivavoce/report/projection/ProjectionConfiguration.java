package org.vivavoce.report.projection;

import java.util.List;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.platform.projection.Reconciliation;
import org.vivavoce.platform.projection.TopicEnds;
import org.vivavoce.platform.projection.StretchReader;

/**
 * What looks at the topics of the scorecards apart from their fold.
 */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

	@Bean
	TopicEnds topicEnds(KafkaProperties kafka, EventCodec codec) {
		List<String> topics = ScorecardProjection.CONSUMED.stream().map(codec.topics()::name).toList();
		return new TopicEnds(kafka.buildAdminProperties(), topics);
	}

	@Bean
	StretchReader stretchReader(KafkaProperties kafka) {
		return new StretchReader(kafka.buildConsumerProperties());
	}

	@Bean
	Reconciliation reconciliation(ReactiveMongoDatabaseFactory databases, StretchReader reader, TopicEnds ends,
			EventCodec codec) {
		return new Reconciliation(databases, reader, ends, codec);
	}

}
