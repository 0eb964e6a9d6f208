package org.vivavoce.report;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Folds all events about a candidate into one scorecard and serves it.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ReportServiceApplication {

	public static void main(String[] args) {
		new SpringApplicationBuilder(ReportServiceApplication.class).properties("spring.config.name=report-service")
			.run(args);
	}

}
