package org.vivavoce.scoring;

import java.time.Duration;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A test begins when the service may be used, as its callers do.
 */
@Configuration(proxyBeanMethods = false)
class WhenMoved {

	@Bean
	ApplicationRunner awaitMovedSheets(HealthIndicator sheetMigrationHealthIndicator) {
		return (arguments) -> await().atMost(Duration.ofSeconds(60))
			.untilAsserted(
					() -> assertThat(sheetMigrationHealthIndicator.health()).extracting("status").isEqualTo(Status.UP));
	}

}
