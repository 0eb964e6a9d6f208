package org.vivavoce.testing;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Points one application context at the shared backing services.
 */
final class BackingServicesInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final AtomicInteger CONTEXTS = new AtomicInteger();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		BackingServices services = BackingServices.shared();
		String own = "t" + Long.toString(System.currentTimeMillis(), 36) + CONTEXTS.incrementAndGet();
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("backing services", Map.of("spring.kafka.bootstrap-servers",
					services.kafka(), "spring.mongodb.uri", services.mongodb() + "/" + own, "vivavoce.topics.prefix",
					own + ".", "vivavoce.topics.partitions", "3",
					"spring.security.oauth2.resourceserver.jwt.public-key-location", Tokens.publicKeyLocation())));
	}

}
