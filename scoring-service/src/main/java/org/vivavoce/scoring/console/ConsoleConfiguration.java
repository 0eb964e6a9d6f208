package org.vivavoce.scoring.console;

import jakarta.validation.Validator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

	@Bean
	ConsoleForms consoleForms(Validator validator) {
		return new ConsoleForms(validator);
	}

}
