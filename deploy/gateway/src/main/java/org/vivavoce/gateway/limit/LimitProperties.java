package org.vivavoce.gateway.limit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of one instance of the gateway.
 *
 * @param personPerSecond requests a second with one token, in the long run; 0 for no
 * limit
 * @param personBurst requests at once with one token, after a pause
 * @param addressPerSecond the same for one address, or one /64 network of IPv6
 * @param addressBurst the same for one address
 * @param tracked so many tokens and so many addresses are counted; those that are rarely
 * seen are forgotten
 * @param trustedProxies how many proxies stand in front and append to
 * {@code X-Forwarded-For}; with 0 the header is not read
 */
@Validated
@ConfigurationProperties("vivavoce.limits")
public record LimitProperties(@DefaultValue("1000") @Min(0) @Max(1_000_000) long personPerSecond,
		@DefaultValue("10000") @Min(1) @Max(10_000_000) long personBurst,
		@DefaultValue("4000") @Min(0) @Max(1_000_000) long addressPerSecond,
		@DefaultValue("40000") @Min(1) @Max(10_000_000) long addressBurst,
		@DefaultValue("50000") @Min(1) @Max(10_000_000) int tracked,
		@DefaultValue("0") @Min(0) @Max(20) int trustedProxies) {

}
