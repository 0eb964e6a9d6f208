package org.vivavoce.question;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Starts question-service.
 */
@SpringBootApplication
public class QuestionServiceApplication {

	public static void main(String[] args) {
		new SpringApplicationBuilder(QuestionServiceApplication.class).properties("spring.config.name=question-service")
			.run(args);
	}

}
