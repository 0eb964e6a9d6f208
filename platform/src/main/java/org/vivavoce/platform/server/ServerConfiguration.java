package org.vivavoce.platform.server;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Hooks;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.problem.HungUp;

/**
 * The HTTP server of each service, and of the gateway.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
public class ServerConfiguration {

	private static final Log logger = LogFactory.getLog(ServerConfiguration.class);

	/**
	 * What happens to a request after its client has gone has nobody left to be told. All
	 * else that is dropped is logged, as it is by default.
	 */
	private static void dropped(Throwable failure) {
		if (HungUp.is(failure)) {
			logger.debug("Somebody has hung up", failure);
		}
		else {
			logger.error("A failure that nobody waits for", failure);
		}
	}

	@Bean
	WebServerFactoryCustomizer<NettyReactiveWebServerFactory> serverLimits(ConnectionProperties properties) {
		Hooks.onErrorDropped(ServerConfiguration::dropped);
		ConnectionLimit connections = new ConnectionLimit(properties.most());
		return (factory) -> factory.addServerCustomizers(
				(server) -> server.idleTimeout(properties.idle()).doOnChannelInit((observer, channel, address) -> {
					if (connections.admits(channel)) {
						RequestGuard.addTo(channel.pipeline(), properties);
					}
				}));
	}

}
