package org.vivavoce.platform.outbox;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events leave the outbox.
 *
 * @param sweepInterval how often, and how old before, events are picked up that a crash
 * or an outage left behind; 100ms to 10m
 * @param countInterval how often what waits is counted for the metrics; 1s to 10m
 */
@Validated
@ConfigurationProperties("vivavoce.outbox")
public record OutboxProperties(
		@DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(minutes = 10) Duration sweepInterval,
		@DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(minutes = 10) Duration countInterval) {

}
