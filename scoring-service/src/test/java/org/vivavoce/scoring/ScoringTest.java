package org.vivavoce.scoring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import org.vivavoce.testing.BackedByServices;

/**
 * Runs the service. All tests share one, so each uses interviews and candidates of its
 * own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		useMainMethod = SpringBootTest.UseMainMethod.ALWAYS,
		properties = { "server.port=0", "vivavoce.outbox.sweep-interval=1s" })
@BackedByServices
@Import(WhenMoved.class)
public @interface ScoringTest {

}
