package org.vivavoce.testing.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QueryShapeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			{_id: 'x', a: 1}                             | {}                | {z: 1}
			{a: 1}                                       | {}                | {a: 1, b: 1}
			{a: 1, b: 2}                                 | {}                | {b: 1}
			{a: {$gte: 1}}                               | {}                | {a: 1}
			{}                                           | {_id: 1}          | {z: 1}
			{a: 1}                                       | {t: -1, _id: -1}  | {a: 1, t: -1, _id: -1}
			{a: 1}                                       | {t: 1, _id: 1}    | {a: 1, t: -1, _id: -1}
			{a: 1, b: 1}                                 | {t: -1}           | {a: 1, b: 1, t: -1}
			{a: 1, b: 1}                                 | {t: -1}           | {a: 1, t: -1}
			{$and: [{a: {$in: [1, 2]}}, {b: {$ne: 1}}]}  | {t: -1}           | {a: 1, t: -1}
			{l: {$elemMatch: {a: 1, b: 2}}}              | {t: 1}            | {l.a: 1, t: 1}
			{$or: [{a: 1}, {b: 1}]}                      | {t: -1}           | {a: 1, t: -1};{b: 1, t: -1}
			{$or: [{t: {$lt: 1}}, {t: 1, _id: {$lt: 2}}]} | {t: -1, _id: -1} | {t: -1, _id: -1}
			{a: 1, $or: [{t: {$lt: 1}}, {t: 1, _id: {$lt: 2}}]} | {t: -1, _id: -1} | {a: 1, t: -1, _id: -1}
			{a: 1}                                       | {a: 1}            | {a: 1}
			""")
	void anIndexServesAQuery(String filter, String sort, String indexes) {
		assertThat(fits(filter, sort, indexes)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			{}                                           | {}                | {z: 1}
			{a: 1}                                       | {}                | {b: 1, a: 1}
			{a: {$gte: 1}}                               | {}                | {b: 1}
			{a: {$ne: 1}}                                | {}                | {a: 1}
			{a: 1}                                       | {t: -1, _id: -1}  | {t: -1, _id: -1}
			{a: 1}                                       | {t: -1, _id: -1}  | {a: 1, b: 1, t: -1, _id: -1}
			{a: 1}                                       | {t: -1, _id: 1}   | {a: 1, t: -1, _id: -1}
			{a: 1}                                       | {t: -1, _id: -1}  | {a: 1, t: -1}
			{$or: [{a: 1}, {b: 1}]}                      | {t: -1}           | {a: 1, t: -1};{t: -1}
			{a: {$exists: false}}                        | {_id: 1}          | {b: 1}
			""")
	void noIndexServesAQuery(String filter, String sort, String indexes) {
		assertThat(fits(filter, sort, indexes)).isFalse();
	}

	@Test
	void generationsOfACollectionAreOne() {
		assertThat(QueryShape.of("cards-12", new BsonDocument(), new BsonDocument()).collection()).isEqualTo("cards-N");
	}

	private static boolean fits(String filter, String sort, String indexes) {
		List<Map<String, Integer>> all = Arrays.stream(("{_id: 1};" + indexes).split(";"))
			.map(QueryShapeTests::document)
			.map(QueryShape::keys)
			.toList();
		return QueryShape.of("c", document(filter), document(sort)).fits(all);
	}

	private static BsonDocument document(String text) {
		return BsonDocument.parse(text.replace("l.a", "'l.a'"));
	}

}
