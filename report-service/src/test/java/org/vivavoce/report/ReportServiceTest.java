package org.vivavoce.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import org.vivavoce.testing.BackedByServices;

/**
 * Runs the whole service; one instance serves all test classes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = ReportServiceApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		useMainMethod = SpringBootTest.UseMainMethod.ALWAYS,
		properties = { "vivavoce.live.heartbeat=300ms", "vivavoce.projection.idle-interval=500ms",
				"vivavoce.projection.checkpoint-every=5", "vivavoce.rebuild.interval=200ms",
				"vivavoce.rebuild.grace=2s", "vivavoce.dead-letters.editing=allowed",
				"vivavoce.dead-letters.count-interval=500ms" })
@BackedByServices
@Import(Service.class)
public @interface ReportServiceTest {

}
