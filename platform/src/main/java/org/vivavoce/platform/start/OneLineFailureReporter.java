package org.vivavoce.platform.start;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Tells in one line why a service does not start. Spring Boot's own report, of many
 * lines, is switched off in the settings.
 */
public final class OneLineFailureReporter implements FailureAnalysisReporter {

	private static final Log logger = LogFactory.getLog(OneLineFailureReporter.class);

	@Override
	public void report(FailureAnalysis analysis) {
		logger.error("The service does not start. " + line(analysis));
		logger.debug("The cause", analysis.getCause());
	}

	/**
	 * What has failed and what to do, in one line.
	 */
	public static String line(FailureAnalysis analysis) {
		return Stream.of(analysis.getDescription(), analysis.getAction())
			.filter(Objects::nonNull)
			.map((text) -> text.strip().replaceAll("\\s+", " "))
			.collect(Collectors.joining(" "));
	}

}
