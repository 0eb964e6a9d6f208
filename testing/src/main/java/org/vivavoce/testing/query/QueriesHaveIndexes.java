package org.vivavoce.testing.query;

import java.util.Collection;

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
				Collection<String> without = queries.withoutIndex();
				if (!without.isEmpty()) {
					throw new AssertionError("No index serves these queries:\n" + String.join("\n", without));
				}
			});
		}
	}

}
