package org.vivavoce.platform.web;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of requests.
 *
 * @param bodyLimit largest request body
 * @param bodyLimits other limits, by path
 */
@ConfigurationProperties("vivavoce.web")
public record WebProperties(@DefaultValue("1MB") DataSize bodyLimit, @DefaultValue Map<String, DataSize> bodyLimits) {

	/**
	 * The limit of one path, in bytes.
	 */
	long bodyLimit(String path) {
		return this.bodyLimits.getOrDefault(path, this.bodyLimit).toBytes();
	}

}
