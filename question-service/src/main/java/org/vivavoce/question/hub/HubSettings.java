package org.vivavoce.question.hub;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The hub at start.
 *
 * @param shippedSets whether the question sets that come with the service are loaded when
 * they are absent
 * @param patience how long the start waits for that, 0 to 60 s; with the store away it
 * goes on in the background
 */
@Validated
@ConfigurationProperties("vivavoce.hub")
public record HubSettings(@DefaultValue("true") boolean shippedSets,
		@DefaultValue("10s") @DurationMin(millis = 0) @DurationMax(seconds = 60) Duration patience) {

}
