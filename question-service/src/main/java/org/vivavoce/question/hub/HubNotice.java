package org.vivavoce.question.hub;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vivavoce.question.set.SetOutline;

/**
 * What the hub has to say about what somebody has just done. The address says which
 * notice it is, never its words.
 *
 * @param kind {@code good}, {@code warn} or empty
 */
public record HubNotice(String kind, String text) {

	/**
	 * Names the set that was imported.
	 */
	public static final String IMPORTED = "imported";

	/**
	 * Names the set that an import has left as it was.
	 */
	public static final String UNCHANGED = "unchanged";

	/**
	 * Says why no interview could be begun with what is chosen.
	 */
	public static final String CHOICE = "choice";

	public static final String NOTHING = "nothing";

	public static final String MIXED = "mixed";

	public static Optional<HubNotice> of(Map<String, List<String>> parameters, List<SetOutline> sets) {
		return set(parameters, IMPORTED, sets).map(HubNotice::imported)
			.or(() -> set(parameters, UNCHANGED, sets).map(HubNotice::unchanged))
			.or(() -> first(parameters, CHOICE).flatMap(HubNotice::choice));
	}

	private static Optional<SetOutline> set(Map<String, List<String>> parameters, String name, List<SetOutline> sets) {
		return first(parameters, name).flatMap((id) -> sets.stream().filter((set) -> set.id().equals(id)).findFirst());
	}

	private static Optional<String> first(Map<String, List<String>> parameters, String name) {
		return parameters.getOrDefault(name, List.of()).stream().findFirst();
	}

	private static HubNotice imported(SetOutline set) {
		return new HubNotice("good", "Imported “" + set.title() + "”: revision " + set.revision() + " of the set, with "
				+ set.questions() + ((set.questions() == 1) ? " question." : " questions."));
	}

	private static HubNotice unchanged(SetOutline set) {
		return new HubNotice("",
				"“" + set.title() + "” says exactly this already. It stays at revision " + set.revision() + ".");
	}

	private static Optional<HubNotice> choice(String reason) {
		return switch (reason) {
			case NOTHING -> Optional
				.of(new HubNotice("warn", "No question is chosen. Tick at least one, then go on to the interview."));
			case MIXED -> Optional.of(new HubNotice("warn",
					"The chosen questions are about several technologies. An interview is about one: choose again."));
			default -> Optional.empty();
		};
	}

}
