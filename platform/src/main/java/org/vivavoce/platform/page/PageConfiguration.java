package org.vivavoce.platform.page;

import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.problem.ProblemPages;

/**
 * What pages need, and errors as pages.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageProperties.class)
public class PageConfiguration {

	@Bean
	Assets assets(@Value("${spring.application.name}") String service) {
		return new Assets(service);
	}

	@Bean
	ProblemPages problemPages(ThymeleafReactiveViewResolver views, PageProperties properties, Assets assets) {
		return new ErrorPages(views, properties, assets);
	}

}
