package org.vivavoce.contracts;

/**
 * Which rule of the contract a record breaks, and where.
 *
 * @param field for a rule about the data, the field as the schema knows it, with
 * {@code *} for any element of a list or map, for example {@code question.keyPoints.*.id}
 * @param pointer for a rule about the data, the JSON Pointer of the field in this record
 */
public record Breach(Rule rule, String field, String pointer) {

	/**
	 * The rules.
	 */
	public enum Rule {

		UNKNOWN_TOPIC, MISSING_KEY, WRONG_KEY, FOREIGN_KEY, WRONG_HEADERS, WRONG_TYPE, WRONG_CONTENT_TYPE,
		MISSING_VALUE, NOT_JSON, MISSING_FIELD, WRONG_FIELD, WRONG_TIME, WRONG_TEXT, UNDECODABLE;

		/**
		 * The rule in lower case with hyphens, for example {@code missing-field}.
		 */
		public String text() {
			return JsonNames.of(this);
		}

	}

	static Breach of(Rule rule) {
		return new Breach(rule, "", "");
	}

	/**
	 * What equal faults have in common: the rule, and the field where it is about one,
	 * for example {@code missing-field:question.level}.
	 */
	public String kind() {
		return this.field.isEmpty() ? this.rule.text() : this.rule.text() + ":" + this.field;
	}

}
