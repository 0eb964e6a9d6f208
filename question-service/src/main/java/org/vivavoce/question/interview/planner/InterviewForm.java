package org.vivavoce.question.interview.planner;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Ids;
import org.vivavoce.contracts.JsonNames;
import org.vivavoce.contracts.Level;
import org.vivavoce.platform.page.FormFields;
import org.vivavoce.question.interview.OpenInterviewRequest;
import org.vivavoce.question.interview.RequestKeys;
import org.vivavoce.question.kit.Kit;

/**
 * What stands in the form that plans an interview, as it was typed.
 *
 * @param panel ids, one a line, or several in a line between commas
 * @param counts how many questions of each level, as typed
 * @param questions ids of the plan, in its order
 * @param locked ids of those that are locked
 * @param plannedFor what the plan was made for, see {@link #purpose()}
 * @param kit id of the kit that it is planned by; empty without one
 * @param kitVersion its version; null until it was looked up
 * @param plannedBy the kit that has made the plan, see {@link #plannedBy(Kit)}
 * @param key names this form: sent twice, it plans one interview
 */
record InterviewForm(String candidateId, String candidateName, String role, String technology, Level level,
		String panel, Map<Level, String> counts, List<String> questions, List<String> locked, String plannedFor,
		String kit, @Nullable Integer kitVersion, String plannedBy, long seed, String key) {

	InterviewForm {
		counts = Map.copyOf(counts);
		questions = List.copyOf(questions);
		locked = List.copyOf(locked);
	}

	/**
	 * A form before anything was typed.
	 * @param questions ids of questions that somebody has chosen before
	 */
	static InterviewForm blank(String technology, List<String> questions, String kit, long seed, String key) {
		return new InterviewForm("", "", "", technology, Level.MID, "", Map.of(), questions, questions, "", kit, null,
				"", seed, key);
	}

	/**
	 * @param otherwise seed and key of a form that has lost its own
	 */
	static InterviewForm of(FormFields fields, InterviewForm otherwise) {
		Map<Level, String> counts = new EnumMap<>(Level.class);
		for (Level level : Level.values()) {
			String count = fields.text(field(level));
			if (count != null) {
				counts.put(level, count);
			}
		}
		Integer seed = fields.number("seed");
		return new InterviewForm(fields.or("candidateId", ""), fields.or("candidateName", ""), fields.or("role", ""),
				fields.or("technology", ""), level(fields.text("level")), fields.or("panel", ""), counts,
				fields.all("question"), fields.all("locked"), fields.or("plannedFor", ""), fields.or("kit", ""), null,
				fields.or("plannedBy", ""), (seed != null) ? seed : otherwise.seed(),
				fields.or("key", otherwise.key()));
	}

	InterviewForm about(String other) {
		return new InterviewForm(this.candidateId, this.candidateName, this.role, other, this.level, this.panel,
				this.counts, this.questions, this.locked, this.plannedFor, this.kit, this.kitVersion, this.plannedBy,
				this.seed, this.key);
	}

	/**
	 * The form with technology and level of the kit that it is planned by.
	 * @param chosen null when there is none, or none any more
	 */
	InterviewForm by(@Nullable Kit chosen) {
		return new InterviewForm(this.candidateId, this.candidateName, this.role,
				(chosen != null) ? chosen.technology() : this.technology,
				(chosen != null) ? chosen.level() : this.level, this.panel, this.counts, this.questions, this.locked,
				this.plannedFor, (chosen != null) ? chosen.id() : "", (chosen != null) ? chosen.version() : null,
				this.plannedBy, this.seed, this.key);
	}

	/**
	 * Names a version of a kit.
	 */
	static String plannedBy(@Nullable Kit kit) {
		return (kit != null) ? kit.id() + " " + kit.version() : "";
	}

	private static Level level(@Nullable String name) {
		return Stream.of(Level.values()).filter((level) -> name(level).equals(name)).findFirst().orElse(Level.MID);
	}

	/**
	 * The name of the field with the count of a level.
	 */
	static String field(Level level) {
		return "count-" + name(level);
	}

	private static String name(Level level) {
		return JsonNames.of(level);
	}

	/**
	 * What a plan depends on besides what is done to it.
	 */
	String purpose() {
		return name(this.level) + " " + this.technology;
	}

	boolean plannedForTechnology() {
		return this.plannedFor.endsWith(" " + this.technology);
	}

	boolean plannedForLevel() {
		return this.plannedFor.startsWith(name(this.level) + " ");
	}

	List<String> panelists() {
		return this.panel.lines().flatMap(InterviewForm::people).filter((id) -> !id.isEmpty()).toList();
	}

	/**
	 * The ids of some identity providers have commas in them; only where all parts are
	 * plain ids, these are several people.
	 */
	private static Stream<String> people(String line) {
		List<String> parts = Stream.of(line.split("[,;]"))
			.map(String::strip)
			.filter((part) -> !part.isEmpty())
			.toList();
		return parts.stream().allMatch(Ids::valid) ? parts.stream() : Stream.of(line.strip());
	}

	OpenInterviewRequest request() {
		OpenInterviewRequest.Person person = new OpenInterviewRequest.Person(this.candidateId,
				this.candidateName.isEmpty() ? null : this.candidateName, null);
		return new OpenInterviewRequest(person, this.role, this.technology, this.level, panelists(),
				this.kit.isEmpty() ? new OpenInterviewRequest.Choice(null, this.questions, null, null, null)
						: new OpenInterviewRequest.Choice(null, null, this.kit, this.kitVersion, null),
				this.seed);
	}

	/**
	 * Names the request of this form: the same for a form that is sent twice, another one
	 * for a form that was changed in between.
	 */
	String requestKey() {
		return Objects.requireNonNull(RequestKeys.of(this.key, request().toString() + this.questions));
	}

}
