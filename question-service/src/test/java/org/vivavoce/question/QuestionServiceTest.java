package org.vivavoce.question;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

import org.vivavoce.testing.BackedByServices;

/**
 * Runs question-service as it runs alone, on the shared backing services.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		useMainMethod = SpringBootTest.UseMainMethod.ALWAYS, classes = QuestionServiceApplication.class)
@BackedByServices
public @interface QuestionServiceTest {

}
