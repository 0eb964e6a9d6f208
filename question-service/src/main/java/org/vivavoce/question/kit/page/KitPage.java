package org.vivavoce.question.kit.page;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.kit.Kit;
import org.vivavoce.question.kit.KitHistory;
import org.vivavoce.question.set.FieldFault;
import org.vivavoce.question.set.Question;

/**
 * A kit as its page shows it.
 *
 * @param kit the version that is shown
 * @param chosen the key questions that the hub has
 * @param against why no interview can be planned by this version now
 */
record KitPage(KitHistory history, Kit kit, List<Question> chosen, List<FieldFault> against) {

	/**
	 * A key question.
	 *
	 * @param text null when the hub has it no more
	 */
	public record Key(String id, @Nullable Question text) {

	}

	public List<Key> keys() {
		return this.kit.keyQuestions().stream().map((id) -> new Key(id, text(id).orElse(null))).toList();
	}

	private Optional<Question> text(String id) {
		return this.chosen.stream().filter((question) -> question.id().equals(id)).findFirst();
	}

	public List<String> sentences() {
		return KitWords.sentences(this.kit);
	}

	public boolean current() {
		return this.kit.version() == this.history.latest().version();
	}

	/**
	 * Whether interviews can be planned by it.
	 */
	public boolean usable() {
		return !this.history.retired() && this.against.isEmpty();
	}

	/**
	 * The versions, the latest first.
	 */
	public List<Kit> versions() {
		return this.history.versions().reversed();
	}

}
