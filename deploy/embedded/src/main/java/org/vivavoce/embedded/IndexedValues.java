package org.vivavoce.embedded;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The plain values of a field: those that a document has, through any arrays on the way,
 * and those that a query asks for.
 */
final class IndexedValues {

	private final String field;

	private final List<String> path;

	IndexedValues(String field) {
		this.field = field;
		this.path = List.of(field.split("\\."));
	}

	Set<Object> of(Document document) {
		Set<Object> values = new LinkedHashSet<>();
		collect(document, this.path, values);
		return values;
	}

	private static void collect(@Nullable Object node, List<String> path, Set<Object> values) {
		if (node instanceof Collection<?> elements) {
			elements.forEach((element) -> collect(element, path, values));
		}
		else if (path.isEmpty()) {
			if (isPlain(node)) {
				values.add(node);
			}
		}
		else if (node instanceof Document document) {
			collect(document.get(path.getFirst()), path.subList(1, path.size()), values);
		}
	}

	/**
	 * What a query asks the field to be equal to.
	 * @param query any query
	 * @return the values, or null if the query asks for something else
	 */
	@Nullable Collection<?> asked(Document query) {
		Object condition = query.get(this.field);
		if (condition instanceof Document operators && operators.size() == 1) {
			condition = operators.containsKey("$in") ? operators.get("$in") : operators.get("$eq");
			if (condition instanceof Collection<?> any) {
				return any.stream().allMatch(IndexedValues::isPlain) ? any : null;
			}
		}
		return isPlain(condition) ? List.of(condition) : null;
	}

	private static boolean isPlain(@Nullable Object value) {
		// null also asks for documents without the field, which have no entry
		return value != null && !(value instanceof Document) && !(value instanceof Collection)
				&& !(value instanceof BsonRegularExpression);
	}

}
