package org.vivavoce.report.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.common.TopicPartition;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * Offsets as they are written in addresses: {@code topic:partition:offset}.
 */
final class OffsetParameter {

	private static final int MOST = 100;

	private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]{1,249}):(\\d{1,9}):(\\d{1,18})");

	private OffsetParameter() {
	}

	/**
	 * Read them; {@link ProblemTypes#MALFORMED} when one is not written so, when there
	 * are too many, or two for one partition.
	 */
	static Map<TopicPartition, Long> parse(List<String> values) {
		if (values.size() > MOST) {
			throw malformed("at most " + MOST + " at a time");
		}
		Map<TopicPartition, Long> offsets = new HashMap<>();
		for (String value : values) {
			Matcher matcher = FORM.matcher(value);
			if (!matcher.matches()) {
				throw malformed("must be topic:partition:offset, for example answer-scored:0:40");
			}
			TopicPartition partition = new TopicPartition(matcher.group(1), Integer.parseInt(matcher.group(2)));
			if (offsets.put(partition, Long.parseLong(matcher.group(3))) != null) {
				throw malformed(partition + " is named twice");
			}
		}
		return offsets;
	}

	private static ProblemException malformed(String detail) {
		return new ProblemException(ProblemTypes.MALFORMED, "offset: " + detail);
	}

}
