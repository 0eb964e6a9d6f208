package org.vivavoce.standalone;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

import org.vivavoce.platform.start.OneLineFailureReporter;

/**
 * Keeps why the first of the services did not start: the others have the same settings
 * and would say the same again.
 */
final class FailureLine implements FailureAnalysisReporter {

	private static final AtomicReference<String> FIRST = new AtomicReference<>();

	@Override
	public void report(FailureAnalysis analysis) {
		FIRST.compareAndSet(null, OneLineFailureReporter.line(analysis));
	}

	/**
	 * Why a service of this process did not start, where that is known.
	 */
	static Optional<String> first() {
		return Optional.ofNullable(FIRST.get());
	}

}
