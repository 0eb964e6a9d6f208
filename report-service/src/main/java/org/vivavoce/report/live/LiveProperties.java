package org.vivavoce.report.live;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Streams of changes.
 *
 * @param heartbeat pause between two comments that keep a connection open
 * @param retry after which pause a client should come back
 * @param resume how far back a stream of all cards resumes
 * @param resumed how many changed cards a stream of all cards resumes with at most; where
 * more have changed the client is told to read anew; 1 to 10,000
 * @param waiting how many changed cards may wait for a slow client; then its stream ends,
 * and the client resumes
 */
@Validated
@ConfigurationProperties("vivavoce.live")
public record LiveProperties(@DefaultValue("15s") Duration heartbeat, @DefaultValue("3s") Duration retry,
		@DefaultValue("15m") Duration resume, @DefaultValue("500") @Min(1) @Max(10_000) int resumed,
		@DefaultValue("10000") @Min(1) @Max(1_000_000) int waiting) {

}
