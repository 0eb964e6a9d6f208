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

	/**
	 * So many can be asked for at a time.
	 */
	static final int MOST = 100;

	/**
	 * How one is written, as a regular expression.
	 */
	static final String FORM = "^([A-Za-z0-9._-]{1,249}):([0-9]{1,9}):([0-9]{1,18})$";

	private static final Pattern COMPILED = Pattern.compile(FORM);

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
			Matcher matcher = COMPILED.matcher(value);
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
