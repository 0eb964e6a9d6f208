package org.vivavoce.report.deadletter.page;

import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

import org.vivavoce.platform.page.FormFields;
import org.vivavoce.report.deadletter.DeadLetterQuery;
import org.vivavoce.report.deadletter.DeadLetterState;
import org.vivavoce.report.lookup.ListQuery;

/**
 * The filter of the list as the page's address holds it; without a state it shows those
 * that wait.
 *
 * @param state a state, or {@code all}
 */
record DeadLetterForm(@Nullable String topic, @Nullable String kind, @Nullable String state, @Nullable String key,
		@Nullable String cursor) {

	private static final String ALL = "all";

	static DeadLetterForm of(MultiValueMap<String, String> parameters) {
		FormFields fields = new FormFields(parameters);
		return new DeadLetterForm(fields.text("topic"), fields.text("kind"), fields.text("state"), fields.text("key"),
				fields.text("cursor"));
	}

	DeadLetterQuery query() {
		DeadLetterState wanted = ALL.equals(this.state) ? null : (this.state != null)
				? ListQuery.parse(DeadLetterState.class, "state", this.state) : DeadLetterState.WAITING;
		return new DeadLetterQuery(this.topic, this.kind, wanted, this.key, this.cursor);
	}

	public boolean filtered() {
		return Stream.<@Nullable String>of(this.topic, this.kind, this.state, this.key).anyMatch(Objects::nonNull);
	}

	public boolean shows(String value) {
		return value.equals((this.state != null) ? this.state : "waiting");
	}

	/**
	 * The page behind a cursor; the first without one.
	 */
	public String page(@Nullable String next) {
		return address("/dead-letters", this.topic, this.kind, this.state, this.key, next);
	}

	/**
	 * The dead letters of one topic and kind.
	 */
	static String of(@Nullable String topic, @Nullable String kind, @Nullable String state) {
		return address("/dead-letters", topic, kind, state, null, null);
	}

	/**
	 * Where sending all of a topic and kind is confirmed.
	 */
	static String sendAll(@Nullable String topic, @Nullable String kind) {
		return address("/dead-letters/replays/new", topic, kind, null, null, null);
	}

	private static String address(String path, @Nullable String topic, @Nullable String kind, @Nullable String state,
			@Nullable String key, @Nullable String cursor) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		if (topic != null) {
			address.queryParam("topic", "{topic}");
		}
		if (kind != null) {
			address.queryParam("kind", "{kind}");
		}
		if (state != null) {
			address.queryParam("state", "{state}");
		}
		if (key != null) {
			address.queryParam("key", "{key}");
		}
		if (cursor != null) {
			address.queryParam("cursor", "{cursor}");
		}
		return address.encode()
			.buildAndExpand(
					Stream.<@Nullable String>of(topic, kind, state, key, cursor).filter(Objects::nonNull).toArray())
			.toUriString();
	}

}
