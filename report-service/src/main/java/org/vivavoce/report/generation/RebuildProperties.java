package org.vivavoce.report.generation;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How rebuilds go.
 *
 * @param interval how often each instance looks what is live and what is to be built
 * @param maxLag a generation has caught up when so many records, or fewer, are not folded
 * yet
 * @param grace how long a generation that is no longer live goes on publishing, and one
 * that nobody needs is kept: longer than an instance needs to notice, and than a
 * publication may take
 */
@Validated
@ConfigurationProperties("vivavoce.rebuild")
public record RebuildProperties(@DefaultValue("1s") Duration interval, @DefaultValue("1000") @Min(0) long maxLag,
		@DefaultValue("20s") Duration grace) {

}
