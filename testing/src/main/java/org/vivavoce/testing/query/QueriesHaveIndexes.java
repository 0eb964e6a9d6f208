package org.vivavoce.testing.query;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Fails a class of integration tests in which a service has asked the store for something
 * that no index serves. Small collections are named in {@link StoreQueries}.
 */
public final class QueriesHaveIndexes extends AbstractTestExecutionListener {

	@Override
	public void afterTestClass(TestContext context) {
		if (context.hasApplicationContext()) {
			context.getApplicationContext().getBeanProvider(StoreQueries.class).ifAvailable((queries) -> {
				try {
					// a service creates its indexes after it has begun to serve
					Awaitility.await()
						.pollDelay(Duration.ZERO)
						.atMost(Duration.ofSeconds(10))
						.until(() -> queries.withoutIndex().isEmpty());
				}
				catch (ConditionTimeoutException ex) {
					throw new AssertionError(
							"No index serves these queries:\n" + String.join("\n", queries.withoutIndex()), ex);
				}
			});
		}
	}

}
