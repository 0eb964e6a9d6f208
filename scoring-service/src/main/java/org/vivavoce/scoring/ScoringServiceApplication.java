package org.vivavoce.scoring;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Gives every panel member a score sheet for the questions that were served, and records
 * what they give.
 */
@SpringBootApplication
public class ScoringServiceApplication {

	/**
	 * Start the service; the settings are in {@code scoring-service.yaml}, because
	 * standalone has all services on one class path.
	 */
	public static void main(String[] args) {
		new SpringApplicationBuilder(ScoringServiceApplication.class).properties("spring.config.name=scoring-service")
			.run(args);
	}

}
