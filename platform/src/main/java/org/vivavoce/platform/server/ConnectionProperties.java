package org.vivavoce.platform.server;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long clients may hold a connection without saying anything, and how many
 * connections there may be. Answers may take as long as they like, so streams of events
 * live on.
 *
 * @param idle between two requests; 1s to 1h
 * @param head from the first byte of the head of a request to its last; 1s to 1h
 * @param pause between two parts of a body; 1s to 1h
 * @param body for the whole body of a request; 1s to 1h
 * @param most at the same time; more are closed at once
 */
@Validated
@ConfigurationProperties("vivavoce.web.connection")
public record ConnectionProperties(@DefaultValue("65s") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration idle,
		@DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration head,
		@DefaultValue("20s") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration pause,
		@DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration body,
		@DefaultValue("20000") @Min(1) @Max(1_000_000) int most) {

}
