package org.vivavoce.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.mongodb.connection.TransportSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.propagation.Propagator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.EventTimes;
import org.vivavoce.contracts.Topics;
import org.vivavoce.platform.audit.AuditConfiguration;
import org.vivavoce.platform.broker.BrokerClients;
import org.vivavoce.platform.broker.BrokerClientsConfiguration;
import org.vivavoce.platform.broker.BrokerHealth;
import org.vivavoce.platform.crossorigin.CrossOriginConfiguration;
import org.vivavoce.platform.openapi.OpenApiConfiguration;
import org.vivavoce.platform.outbox.Envelopes;
import org.vivavoce.platform.outbox.EventPublisher;
import org.vivavoce.platform.outbox.OutboxConfiguration;
import org.vivavoce.platform.outbox.OutboxGauges;
import org.vivavoce.platform.outbox.OutboxProperties;
import org.vivavoce.platform.outbox.OutboxRelay;
import org.vivavoce.platform.outbox.RefusedEvents;
import org.vivavoce.platform.page.ServicePageConfiguration;
import org.vivavoce.platform.projection.Projection;
import org.vivavoce.platform.projection.ProjectionContainers;
import org.vivavoce.platform.projection.ProjectionHealth;
import org.vivavoce.platform.projection.ProjectionProperties;
import org.vivavoce.platform.security.SecurityConfiguration;
import org.vivavoce.platform.server.ServerConfiguration;
import org.vivavoce.platform.start.StartCheck;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Indexes;
import org.vivavoce.platform.lease.Leases;
import org.vivavoce.platform.store.StoreGuarantees;
import org.vivavoce.platform.store.StoreHealth;
import org.vivavoce.platform.store.StoreProperties;
import org.vivavoce.platform.topics.TopicCreation;
import org.vivavoce.platform.topics.TopicsProperties;
import org.vivavoce.platform.tracing.Traces;
import org.vivavoce.platform.web.EventDocs;
import org.vivavoce.platform.web.WebConfiguration;

/**
 * Gives every service its outbox, projections, security and web conventions.
 */
@AutoConfiguration(before = { KafkaAutoConfiguration.class, MongoReactiveAutoConfiguration.class })
@EnableConfigurationProperties({ TopicsProperties.class, ProjectionProperties.class, OutboxProperties.class,
		StoreProperties.class })
@Import({ BrokerClientsConfiguration.class, SecurityConfiguration.class, WebConfiguration.class,
		OpenApiConfiguration.class, ServerConfiguration.class, CrossOriginConfiguration.class, EventDocs.class,
		AuditConfiguration.class, OutboxConfiguration.class, ServicePageConfiguration.class })
public class PlatformAutoConfiguration {

	/**
	 * Ticks in microseconds, which is how finely times are kept: what was just written is
	 * equal to what is read back.
	 */
	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
	}

	@Bean
	EventCodec eventCodec(TopicsProperties topics, Clock clock, ProjectionProperties properties) {
		return new EventCodec(new Topics(topics.prefix()), new EventTimes(clock, properties.eventsAhead()));
	}

	@Bean
	Envelopes envelopes(EventCodec codec, Clock clock, @Value("${spring.application.name}") String service) {
		return new Envelopes(codec, "/" + service, clock);
	}

	@Bean
	Traces traces(ObjectProvider<Propagator> propagator) {
		return new Traces(propagator.getIfAvailable(() -> Propagator.NOOP));
	}

	@Bean
	EventPublisher eventPublisher(KafkaTemplate<byte[], byte[]> kafka, Envelopes envelopes, MeterRegistry meters,
			Traces traces) {
		return new EventPublisher(kafka, envelopes, meters, traces);
	}

	@Bean
	OutboxRelay outboxRelay(EventPublisher publisher, ReactiveMongoDatabaseFactory databases, Envelopes envelopes,
			OutboxProperties properties, TopicCreation topicCreation, MeterRegistry meters, Leases leases) {
		return new OutboxRelay(publisher, databases, envelopes, properties.sweepInterval(), topicCreation.exist(),
				meters, leases);
	}

	@Bean
	RefusedEvents refusedEvents(OutboxRelay relay, ReactiveMongoDatabaseFactory databases) {
		return new RefusedEvents(relay, databases);
	}

	@Bean
	Leases leases(ReactiveMongoDatabaseFactory databases, Clock clock) {
		return new Leases(databases, clock);
	}

	@Bean
	Indexes indexes(ReactiveMongoDatabaseFactory databases) {
		return new Indexes(databases);
	}

	@Bean
	AggregateStores aggregateStores(ReactiveMongoDatabaseFactory databases, Envelopes envelopes, OutboxRelay relay,
			Indexes indexes, Clock clock, StoreProperties properties) {
		return new AggregateStores(databases, envelopes, relay, indexes, clock, properties);
	}

	@Bean
	TopicCreation topicCreation(BrokerClients clients, EventCodec codec, TopicsProperties topics) {
		return new TopicCreation(clients.admin("topics"), codec.topics(), topics);
	}

	@Bean
	BrokerHealth brokerHealthIndicator(TopicCreation topicCreation) {
		return new BrokerHealth(topicCreation::obstacle);
	}

	@Bean
	ProjectionContainers projectionContainers(ObjectProvider<Projection<?>> projections, TopicCreation topicCreation,
			BrokerClients clients, ProjectionProperties properties, EventCodec codec, EventPublisher publisher,
			ReactiveMongoDatabaseFactory databases, MeterRegistry meters, Clock clock, Traces traces) {
		List<Projection<?>> all = projections.orderedStream().toList();
		return new ProjectionContainers(all, topicCreation, clients, properties, codec, publisher, databases, meters,
				clock, traces);
	}

	@Bean
	ProjectionHealth projectionsHealthIndicator(ProjectionContainers containers) {
		return ProjectionHealth.readiness(containers);
	}

	@Bean
	ProjectionHealth readersHealthIndicator(ProjectionContainers containers) {
		return ProjectionHealth.liveness(containers);
	}

	@Bean
	OutboxGauges outboxGauges(OutboxRelay relay, RefusedEvents refused, ReactiveMongoDatabaseFactory databases,
			Envelopes envelopes, OutboxProperties properties, MeterRegistry meters) {
		return new OutboxGauges(relay, refused, databases, envelopes, properties.countInterval(), meters);
	}

	@Bean
	StoreHealth storeHealthIndicator(ReactiveMongoDatabaseFactory databases) {
		return new StoreHealth(databases);
	}

	@Bean
	MongoClientSettingsBuilderCustomizer storeGuarantees() {
		return StoreGuarantees::require;
	}

	/**
	 * Before any other bean, so that nothing else fails first.
	 */
	@Bean
	static BeanFactoryPostProcessor startCheck(Environment settings) {
		return (beans) -> StartCheck.check(settings);
	}

	/**
	 * A request waits for a store that is away for seconds, not for the driver's half
	 * minute.
	 */
	@Bean
	MongoClientSettingsBuilderCustomizer storeTimeouts() {
		return (settings) -> settings
			.applyToClusterSettings((cluster) -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
			.applyToSocketSettings(
					(socket) -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(15, TimeUnit.SECONDS));
	}

	/**
	 * The JDK's own sockets: over Netty, the driver copies each document byte by byte
	 * through unpooled buffers. The JDK's own threads would know only the JDK's classes;
	 * these end with the client.
	 */
	@Bean
	MongoClientSettingsBuilderCustomizer storeTransport() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("store-") {
			@Override
			public Thread createThread(Runnable task) {
				Thread thread = super.createThread(task);
				thread.setContextClassLoader(PlatformAutoConfiguration.class.getClassLoader());
				return thread;
			}
		};
		threads.setDaemon(true);
		return (settings) -> settings.transportSettings(
				TransportSettings.asyncBuilder().executorService(Executors.newCachedThreadPool(threads)).build());
	}

}
