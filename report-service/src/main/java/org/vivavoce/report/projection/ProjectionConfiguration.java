package org.vivavoce.report.projection;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.platform.broker.BrokerClients;
import org.vivavoce.platform.projection.Reconciliation;
import org.vivavoce.platform.projection.TopicEnds;
import org.vivavoce.platform.reconciliation.OffsetRangeReader;

@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

	@Bean
	TopicEnds topicEnds(BrokerClients clients, EventCodec codec) {
		List<String> topics = ScorecardProjection.CONSUMED.stream().map(codec.topics()::name).toList();
		return new TopicEnds(clients.admin("offsets"), topics);
	}

	@Bean
	OffsetRangeReader offsetRangeReader(BrokerClients clients) {
		return new OffsetRangeReader(clients.consumer("reconciliation"));
	}

	@Bean
	Reconciliation reconciliation(ReactiveMongoDatabaseFactory databases, OffsetRangeReader reader, TopicEnds ends,
			EventCodec codec) {
		return new Reconciliation(databases, reader, ends, codec);
	}

}
