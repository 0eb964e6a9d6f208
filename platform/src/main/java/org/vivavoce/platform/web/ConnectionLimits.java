package org.vivavoce.platform.web;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * How long a client may hold a connection without saying anything: whoever sends half a
 * request and no more would keep it for ever. Answers may take as long as they like, so
 * streams of events live on.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionLimits.Settings.class)
public class ConnectionLimits {

	/**
	 * The limits.
	 *
	 * @param idle between two requests, and for the head of one; 1s to 1h
	 * @param body for the whole body of a request; 1s to 1h
	 */
	@Validated
	@ConfigurationProperties("vivavoce.web.connection")
	public record Settings(@DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration idle,
			@DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration body) {

	}

	@Bean
	WebServerFactoryCustomizer<NettyReactiveWebServerFactory> slowClients(Settings settings) {
		return (factory) -> factory
			.addServerCustomizers((server) -> server.idleTimeout(settings.idle()).requestTimeout(settings.body()));
	}

}
