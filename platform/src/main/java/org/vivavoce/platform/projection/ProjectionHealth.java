package org.vivavoce.platform.projection;

import java.util.Map;
import java.util.Set;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the projections are in a condition that this probe asks about.
 */
public final class ProjectionHealth implements HealthIndicator {

	private final ProjectionContainers containers;

	private final Set<Condition> bad;

	private ProjectionHealth(ProjectionContainers containers, Set<Condition> bad) {
		this.containers = containers;
		this.bad = bad;
	}

	/**
	 * For readiness: not while a batch does not get done, or without a reader. An
	 * instance that lags behind is ready.
	 */
	public static ProjectionHealth readiness(ProjectionContainers containers) {
		return new ProjectionHealth(containers, Set.of(Condition.STALLED, Condition.ENDED));
	}

	/**
	 * For liveness: only what a restart mends, which is no outage of the store or the
	 * broker.
	 */
	public static ProjectionHealth liveness(ProjectionContainers containers) {
		return new ProjectionHealth(containers, Set.of(Condition.ENDED));
	}

	/**
	 * With the details of each projection: whoever asks why learns where it waits, since
	 * when and for what.
	 */
	@Override
	public Health health() {
		Map<String, ProjectionContainers.Status> statuses = this.containers.statuses();
		boolean up = statuses.values().stream().noneMatch((status) -> this.bad.contains(status.condition()));
		Health.Builder health = up ? Health.up() : Health.down();
		statuses.forEach((name, status) -> health.withDetail(name, status.details()));
		return health.build();
	}

}
