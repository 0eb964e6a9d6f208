package org.vivavoce.platform.topics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The topics of this deployment.
 *
 * @param prefix goes before each topic's name
 * @param partitions of each topic that is created
 * @param replication of each topic that is created; −1 is the broker's default
 * @param create whether topics that are missing are created at start
 */
@Validated
@ConfigurationProperties("vivavoce.topics")
public record TopicsProperties(@DefaultValue("") @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{0,100}") String prefix,
		@DefaultValue("12") @Min(1) @Max(10_000) int partitions,
		@DefaultValue("-1") @Min(-1) @Max(32_767) short replication, @DefaultValue("true") boolean create) {

}
