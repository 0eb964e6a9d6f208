package org.vivavoce.testing.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * What a query asks for, without the values that it compares with.
 *
 * @param collection without the number of a generation
 * @param equal fields that must equal something, or one of several
 * @param ranged fields that lie in a range, or exist
 * @param either for each of the alternatives of the filter the fields that equal
 * something in it; empty where there are none
 * @param sort by which fields, 1 or -1
 */
record QueryShape(String collection, Set<String> equal, Set<String> ranged, List<Set<String>> either,
		Map<String, Integer> sort) {

	static final String ID = "_id";

	static QueryShape of(String collection, BsonDocument filter, BsonDocument sort) {
		QueryShape shape = new QueryShape(collection.replaceFirst("\\d+$", "N"), new TreeSet<>(), new TreeSet<>(),
				new ArrayList<>(), keys(sort));
		shape.add("", filter);
		return shape;
	}

	/**
	 * The fields of an index or an order.
	 */
	static Map<String, Integer> keys(BsonDocument document) {
		Map<String, Integer> keys = new LinkedHashMap<>();
		document
			.forEach((field, direction) -> keys.put(field, direction.isNumber() ? direction.asNumber().intValue() : 0));
		return keys;
	}

	private void add(String above, BsonDocument filter) {
		filter.forEach((name, value) -> {
			if (name.equals("$and")) {
				value.asArray().forEach((part) -> add(above, part.asDocument()));
			}
			else if (name.equals("$or")) {
				value.asArray()
					.forEach((part) -> this.either.add(of("", part.asDocument(), new BsonDocument()).equal()));
			}
			else if (!name.startsWith("$")) {
				compare(above + name, value);
			}
		});
	}

	private void compare(String field, BsonValue value) {
		if (!value.isDocument() || value.asDocument().isEmpty() || !value.asDocument().getFirstKey().startsWith("$")) {
			this.equal.add(field);
			return;
		}
		value.asDocument().forEach((operator, operand) -> {
			switch (operator) {
				case "$eq", "$in", "$all" -> this.equal.add(field);
				case "$lt", "$lte", "$gt", "$gte" -> this.ranged.add(field);
				case "$exists" -> (operand.asBoolean().getValue() ? this.ranged : this.equal).add(field);
				case "$elemMatch" -> add(field + ".", operand.asDocument());
				default -> {
				}
			}
		});
	}

	/**
	 * Whether one of these indexes leads to what is wanted: it begins with a field that
	 * the filter fixes, if there is one, and goes on in the order that is wanted. What
	 * else the filter says may be looked at in what is found so. Alternatives must each
	 * have an index.
	 */
	boolean fits(Collection<Map<String, Integer>> indexes) {
		if (this.equal.contains(ID)) {
			return true;
		}
		// what continues a list at some place compares with what it is sorted by only
		boolean alternatives = !this.either.isEmpty()
				&& this.either.stream().noneMatch((fields) -> this.sort.keySet().containsAll(fields));
		if (this.equal.isEmpty() && alternatives) {
			return this.either.stream().allMatch((fields) -> with(fields).fits(indexes));
		}
		return indexes.stream().anyMatch(this::isServedBy);
	}

	private QueryShape with(Set<String> fields) {
		return new QueryShape(this.collection, fields, this.ranged, List.of(), this.sort);
	}

	private boolean isServedBy(Map<String, Integer> index) {
		List<String> fields = List.copyOf(index.keySet());
		if (!this.equal.isEmpty() && !this.equal.contains(fields.getFirst())) {
			return false;
		}
		Set<String> order = new LinkedHashSet<>(this.sort.keySet());
		order.removeAll(this.equal);
		if (order.isEmpty()) {
			return !this.equal.isEmpty() || !this.sort.isEmpty() || this.ranged.contains(fields.getFirst());
		}
		int fixed = (int) fields.stream().takeWhile(this.equal::contains).count();
		List<String> rest = fields.subList(fixed, fields.size());
		return rest.size() >= order.size() && rest.subList(0, order.size()).equals(List.copyOf(order))
				&& order.stream()
					.map((field) -> index.getOrDefault(field, 0) * this.sort.getOrDefault(field, 0))
					.distinct()
					.count() == 1;
	}

	@Override
	public String toString() {
		return this.collection + " equal " + this.equal + " ranged " + this.ranged + " either " + this.either + " sort "
				+ this.sort;
	}

}
