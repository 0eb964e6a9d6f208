package org.vivavoce.question.kit.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Ids;
import org.vivavoce.contracts.Level;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.kit.CountsRequest;
import org.vivavoce.question.kit.Kit;
import org.vivavoce.question.kit.KitRequest;

/**
 * Reads the form of a kit.
 */
record KitEntry(KitForm form) {

	private static final String NUMBER = "[0-9]{1,3}";

	/**
	 * What cannot be read.
	 */
	List<KitFault> faults() {
		List<KitFault> faults = new ArrayList<>();
		if (this.form.fresh() && !Ids.valid(this.form.chosenId())) {
			faults.add(new KitFault("id",
					"Give the kit an id of letters, digits and . _ ~ @ : - without spaces, for example backend-mid."));
		}
		this.form.counts().forEach((level, typed) -> {
			if (!typed.isEmpty() && !typed.matches(NUMBER)) {
				faults.add(new KitFault(KitForm.field(level), "Type a whole number of questions."));
			}
		});
		if (!this.form.minutes().isEmpty() && !this.form.minutes().matches(NUMBER)) {
			faults.add(new KitFault("minutes", "Type a whole number of minutes, or leave it empty for no limit."));
		}
		return faults;
	}

	KitRequest request() {
		Map<Level, Integer> counts = counts();
		return new KitRequest(this.form.name(), this.form.technology(), this.form.level(),
				new CountsRequest(counts.get(Level.JUNIOR), counts.get(Level.MID), counts.get(Level.SENIOR), null),
				this.form.topics(), this.form.keyQuestions(), minutes(), null);
	}

	/**
	 * The kit as far as it can be read.
	 */
	Kit kit(String author, Instant at) {
		return new Kit(this.form.chosenId(), 1, this.form.name().strip(), QuestionHub.spelling(this.form.technology()),
				this.form.level(), counts(), this.form.topics(), this.form.keyQuestions(), minutes(), author, at);
	}

	private Map<Level, Integer> counts() {
		Map<Level, Integer> counts = new EnumMap<>(Level.class);
		this.form.counts()
			.forEach((level, typed) -> counts.put(level, typed.matches(NUMBER) ? Integer.parseInt(typed) : 0));
		return counts;
	}

	private @Nullable Integer minutes() {
		return this.form.minutes().matches(NUMBER) ? Integer.valueOf(this.form.minutes()) : null;
	}

}
