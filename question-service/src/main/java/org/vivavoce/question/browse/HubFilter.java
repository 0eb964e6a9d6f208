package org.vivavoce.question.browse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Ids;
import org.vivavoce.question.document.draft.FieldRules;

/**
 * What the address of the hub says: which questions to list, and which are chosen.
 *
 * @param after cursor of the page before
 * @param chosen ids of questions
 */
record HubFilter(@Nullable String q, @Nullable String technology, @Nullable String level, @Nullable String topic,
		@Nullable String after, List<String> chosen) {

	private static final int MOST_CHOSEN = 100;

	private static final String PATH = "/hub";

	HubFilter {
		chosen = List.copyOf(chosen);
	}

	/**
	 * Read parameters. Blank ones are not there.
	 */
	static HubFilter of(Map<String, List<String>> parameters) {
		List<String> chosen = parameters.getOrDefault("question", List.of())
			.stream()
			.filter(Objects::nonNull)
			.filter(Ids::valid)
			.distinct()
			.limit(MOST_CHOSEN)
			.toList();
		String technology = text(parameters, "technology");
		return new HubFilter(text(parameters, "q"), (technology != null) ? FieldRules.technology(technology) : null,
				text(parameters, "level"), text(parameters, "topic"), text(parameters, "after"), chosen);
	}

	private static @Nullable String text(Map<String, List<String>> parameters, String name) {
		return parameters.getOrDefault(name, List.of())
			.stream()
			.filter(Objects::nonNull)
			.map(String::strip)
			.filter((value) -> !value.isEmpty())
			.findFirst()
			.orElse(null);
	}

	/**
	 * Whether fewer questions are listed than there are.
	 */
	public boolean narrowed() {
		return this.q != null || this.technology != null || this.level != null || this.topic != null;
	}

	/**
	 * Whether at most the technology is given, so that there is room for what it is
	 * about.
	 */
	public boolean overview() {
		return this.q == null && this.level == null && this.topic == null && this.after == null;
	}

	/**
	 * The address of this list from its beginning.
	 */
	public String url() {
		return url(null);
	}

	/**
	 * The address of a page of this list.
	 */
	public String url(@Nullable String cursor) {
		StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
		add(query, "q", this.q);
		add(query, "technology", this.technology);
		add(query, "level", this.level);
		add(query, "topic", this.topic);
		add(query, "after", cursor);
		this.chosen.forEach((id) -> add(query, "question", id));
		return PATH + query;
	}

	/**
	 * The address of all questions, with what is chosen.
	 */
	public String cleared() {
		return new HubFilter(null, null, null, null, null, this.chosen).url();
	}

	/**
	 * The address of this list with nothing chosen.
	 */
	public String unchosen() {
		return new HubFilter(this.q, this.technology, this.level, this.topic, null, List.of()).url();
	}

	public String toLevel(String technology, String level) {
		return new HubFilter(null, technology, level, null, null, this.chosen).url();
	}

	public String toTopic(String technology, String topic) {
		return new HubFilter(null, technology, null, topic, null, this.chosen).url();
	}

	private static void add(StringJoiner query, String name, @Nullable String value) {
		if (value != null) {
			query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
		}
	}

}
