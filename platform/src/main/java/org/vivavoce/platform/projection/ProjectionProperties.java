package org.vivavoce.platform.projection;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How projections read.
 *
 * @param concurrency consumers in this instance
 * @param batchSize records of one batch at most
 * @param knownDocuments how much of the documents that were written last is kept in
 * memory, by their size as stored; three times as much of the heap; up to 1GB, 0B for
 * none
 * @param retryInterval pause before a batch is tried again while the store or the broker
 * is away
 * @param idleInterval how often a projection without work compares its offsets with the
 * database
 * @param checkpointEvery records of a partition between two checkpoints; so many are read
 * at most to reconcile at any offset
 * @param patience how long a batch may take, with all its repetitions, before this
 * instance is not ready any more; 1s to 1h
 * @param eventsAhead how far ahead of the clock here an event may be dated; others are
 * dead letters; 0s to 30 days
 */
@Validated
@ConfigurationProperties("vivavoce.projection")
public record ProjectionProperties(@DefaultValue("1") @Min(1) @Max(64) int concurrency,
		@DefaultValue("5000") @Min(1) @Max(100_000) int batchSize, @DefaultValue("8MB") DataSize knownDocuments,
		@DefaultValue("1s") Duration retryInterval, @DefaultValue("2s") Duration idleInterval,
		@DefaultValue("10000") @Min(1) @Max(1_000_000) int checkpointEvery,
		@DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration patience,
		@DefaultValue("1d") @DurationMin @DurationMax(days = 30) Duration eventsAhead) {

	private static final DataSize MOST_KNOWN = DataSize.ofGigabytes(1);

	public ProjectionProperties {
		if (knownDocuments.isNegative() || knownDocuments.compareTo(MOST_KNOWN) > 0) {
			throw new IllegalArgumentException(
					"From 0B to " + MOST_KNOWN.toGigabytes() + "GB of documents can be known, not " + knownDocuments);
		}
	}

}
