package org.vivavoce.platform.broker;

import java.util.Optional;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;

/**
 * Whether something that only people can mend keeps a service from its work with Kafka. A
 * broker that is away does not count: writes succeed without it.
 */
public final class BrokerHealth implements ReactiveHealthIndicator {

	private final Supplier<Optional<String>> obstacle;

	/**
	 * Down while there is an obstacle.
	 */
	public BrokerHealth(Supplier<Optional<String>> obstacle) {
		this.obstacle = obstacle;
	}

	@Override
	public Mono<Health> health() {
		return Mono.fromSupplier(() -> this.obstacle.get()
			.map((reason) -> Health.down().withDetail("reason", reason).build())
			.orElseGet(() -> Health.up().build()));
	}

}
