package org.vivavoce.report.deadletter;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What may be done with dead letters.
 *
 * @param editing whether an edited value may be sent instead of the original one
 * @param batchSize how many dead letters of a replay are sent before its progress is
 * stored
 * @param lease after which a replay of an instance that died is taken over by another
 * @param countInterval how often the waiting dead letters are counted for the metrics
 */
@Validated
@ConfigurationProperties("vivavoce.dead-letters")
public record DeadLetterProperties(@DefaultValue("never") Editing editing,
		@DefaultValue("50") @Min(1) @Max(1000) int batchSize, @DefaultValue("30s") Duration lease,
		@DefaultValue("15s") Duration countInterval) {

	enum Editing {

		NEVER, ALLOWED

	}

	public boolean editable() {
		return this.editing == Editing.ALLOWED;
	}

}
