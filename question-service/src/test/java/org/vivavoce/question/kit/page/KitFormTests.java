package org.vivavoce.question.kit.page;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Level;
import org.vivavoce.platform.page.FormFields;
import org.vivavoce.question.kit.Kit;

import static org.assertj.core.api.Assertions.assertThat;

class KitFormTests {

	private final Map<String, List<String>> sent = new HashMap<>(Map.of("name", List.of("Back-end: C++ & SQL"),
			"technology", List.of("django"), "about", List.of("django"), "level", List.of("senior"), "count-mid",
			List.of(" 3 "), "key", List.of("q1", "q2"), "topic", List.of("orm"), "seed", List.of("7")));

	@Test
	void whatWasTypedIsReadAsAKit() {
		Kit kit = new KitEntry(form()).kit("ada", Instant.EPOCH);
		assertThat(kit).isEqualTo(new Kit("back-end-c-sql", 1, "Back-end: C++ & SQL", "django", Level.SENIOR,
				Map.of(Level.MID, 3), List.of("orm"), List.of("q1", "q2"), null, "ada", Instant.EPOCH));
		assertThat(new KitEntry(form()).faults()).isEmpty();
	}

	@Test
	void whatIsNoNumberOrNoIdIsSaid() {
		this.sent.put("count-mid", List.of("three"));
		this.sent.put("minutes", List.of("-5"));
		this.sent.put("name", List.of("日本"));
		assertThat(new KitEntry(form()).faults()).extracting(KitFault::field)
			.containsExactlyInAnyOrder("id", "count-mid", "minutes");
	}

	@Test
	void anotherTechnologyHasOtherTopicsAndKeyQuestions() {
		this.sent.put("technology", List.of("kafka"));
		assertThat(form().topics()).isEmpty();
		assertThat(form().keyQuestions()).isEmpty();
		assertThat(form().about()).isEqualTo("kafka");
	}

	@Test
	void keyQuestionsAreAddedOnceAndRemoved() {
		assertThat(KitFormStep.take(form(), "add:q2", 9).form().keyQuestions()).containsExactly("q1", "q2");
		assertThat(KitFormStep.take(form(), "add:q3", 9)).isEqualTo(
				new KitFormStep(form().withKeyQuestions(List.of("q1", "q2", "q3")), "Added; 3 key questions now."));
		assertThat(KitFormStep.take(form(), "remove:q1", 9))
			.isEqualTo(new KitFormStep(form().withKeyQuestions(List.of("q2")), "Removed; 1 key question now."));
		assertThat(KitFormStep.take(form(), "draw", 9).form().seed()).isEqualTo(9);
		assertThat(KitFormStep.take(form(), "", 9).form()).isEqualTo(form());
	}

	private KitForm form() {
		return KitForm.of(new FormFields(this.sent), null, 1);
	}

}
