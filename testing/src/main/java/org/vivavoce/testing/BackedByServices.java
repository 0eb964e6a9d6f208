package org.vivavoce.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

import org.vivavoce.testing.query.QueriesHaveIndexes;
import org.vivavoce.testing.query.StoreQueries;

/**
 * Runs a {@code @SpringBootTest} on the shared backing services, with topics and a
 * database of its own and the public key of {@link Tokens}, and fails where a query has
 * no index.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ContextConfiguration(initializers = BackingServicesInitializer.class)
@Import({ TestTopics.class, StoreQueries.class })
@TestExecutionListeners(listeners = QueriesHaveIndexes.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface BackedByServices {

}
