package org.vivavoce.platform.server;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The HTTP server of each service, and of the gateway.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
public class ServerConfiguration {

	@Bean
	WebServerFactoryCustomizer<NettyReactiveWebServerFactory> serverLimits(ConnectionProperties properties) {
		ConnectionLimit connections = new ConnectionLimit(properties.most());
		return (factory) -> factory.addServerCustomizers(
				(server) -> server.idleTimeout(properties.idle()).doOnChannelInit((observer, channel, address) -> {
					if (connections.admits(channel)) {
						RequestGuard.addTo(channel.pipeline(), properties);
					}
				}));
	}

}
