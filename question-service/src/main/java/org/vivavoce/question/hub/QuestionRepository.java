package org.vivavoce.question.hub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionOutline;
import org.vivavoce.question.set.QuestionSet;
import org.vivavoce.question.set.SetLevel;

/**
 * All revisions of all questions, one document each, derived from the question sets:
 * {@code {_id: id@revision, current, order, setRevision, search, topic, question}}.
 */
public final class QuestionRepository {

	static final String COLLECTION = "questions";

	/**
	 * What finds and lists questions.
	 */
	static final List<IndexModel> INDEXES = List.of(new IndexModel(Indexes.ascending("current", "order")),
			new IndexModel(Indexes.ascending("question.technology", "current", "order")),
			new IndexModel(Indexes.ascending("question.set", "current", "order")), new IndexModel(
					Indexes.compoundIndex(Indexes.ascending("question.id"), Indexes.descending("question.revision"))));

	private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {
	};

	private static final int MOST_REVISIONS = 200;

	private final Mono<MongoCollection<Document>> collection;

	private final JsonMapper json;

	QuestionRepository(ReactiveMongoDatabaseFactory databases, JsonMapper json) {
		this.collection = databases.getMongoDatabase().map((database) -> database.getCollection(COLLECTION));
		this.json = json;
	}

	/**
	 * A question and its place in the list of all questions.
	 */
	public record Row(String order, Question question) {

	}

	/**
	 * What a list of questions is narrowed to; null does not narrow.
	 *
	 * @param text part of prompt, answer or topic, in any case
	 */
	public record Query(@Nullable String set, @Nullable String technology, @Nullable String level,
			@Nullable String topic, @Nullable String text) {

	}

	/**
	 * Show this state of a set: add the revisions that are new, and make exactly its
	 * questions the current ones.
	 */
	Mono<Void> show(QuestionSet set) {
		List<WriteModel<Document>> writes = new ArrayList<>();
		for (SetLevel level : set.levels()) {
			int place = 0;
			for (Question question : level.questions()) {
				String order = "%s/%d/%04d/%s".formatted(set.id(), level.level().ordinal(), place++, question.id());
				writes.add(upsert(question, order, set.revision()));
			}
		}
		return this.collection
			.flatMap((questions) -> Mono.from(questions.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
				.then(Mono.from(questions.updateMany(Filters.and(Filters.eq("question.set", set.id()),
						Filters.eq("current", true), Filters.lt("setRevision", set.revision())),
						Updates.set("current", false)))))
			.then();
	}

	private WriteModel<Document> upsert(Question question, String order, int setRevision) {
		String search = String.join("\n", question.topic(), question.prompt(), question.strongAnswer());
		return new UpdateOneModel<>(Filters.eq("_id", Question.key(question.id(), question.revision())),
				Updates.combine(Updates.set("current", true), Updates.set("order", order),
						Updates.set("setRevision", setRevision),
						Updates.setOnInsert("question", new Document(this.json.convertValue(question, FIELDS))),
						Updates.setOnInsert("topic", lower(question.topic())),
						Updates.setOnInsert("search", lower(search))),
				new UpdateOptions().upsert(true));
	}

	/**
	 * Whether exactly this state of the set is shown.
	 */
	Mono<Boolean> shows(QuestionSet set) {
		Bson current = Filters.and(Filters.eq("question.set", set.id()), Filters.eq("current", true));
		return this.collection
			.flatMapMany((questions) -> questions.find(current).projection(Projections.include("setRevision")))
			.map((row) -> row.getInteger("setRevision"))
			.collectList()
			.map((revisions) -> revisions.size() == set.size()
					&& revisions.stream().allMatch((revision) -> revision == set.revision()));
	}

	/**
	 * The current questions of a technology.
	 */
	Flux<QuestionOutline> outlines(String technology) {
		return this.collection
			.flatMapMany((questions) -> questions
				.find(Filters.and(Filters.eq("question.technology", technology), Filters.eq("current", true)))
				.projection(Projections.include("question.id", "question.revision", "question.level", "question.topic",
						"question.minutes")))
			.map((row) -> this.json.convertValue(row.get("question"), QuestionOutline.class));
	}

	/**
	 * One revision of a question, or its latest.
	 */
	public Mono<Question> find(String id, @Nullable Integer revision) {
		return this.collection.flatMap((questions) -> Mono.from((revision != null)
				? questions.find(Filters.eq("_id", Question.key(id, revision)))
				: questions.find(Filters.eq("question.id", id)).sort(Sorts.descending("question.revision")).limit(1)))
			.map((row) -> row(row).question());
	}

	Flux<String> technologies() {
		return this.collection.flatMapMany(
				(questions) -> questions.distinct("question.technology", Filters.eq("current", true), String.class));
	}

	/**
	 * Revisions of questions by {@code id@revision}.
	 */
	public Flux<Question> findAll(Collection<String> keys) {
		return this.collection.flatMapMany((questions) -> questions.find(Filters.in("_id", keys)))
			.map((row) -> row(row).question());
	}

	/**
	 * Current questions by set, level and place.
	 * @param after the row before, or null to begin
	 */
	Flux<Row> search(Query query, @Nullable String after, int limit) {
		List<Bson> filters = new ArrayList<>(filters(query));
		if (after != null) {
			filters.add(Filters.gt("order", after));
		}
		return this.collection
			.flatMapMany(
					(questions) -> questions.find(Filters.and(filters)).sort(Sorts.ascending("order")).limit(limit))
			.map(this::row);
	}

	/**
	 * How many current questions there are.
	 */
	Mono<Long> count(Query query) {
		return this.collection.flatMap((questions) -> Mono.from(questions.countDocuments(Filters.and(filters(query)))));
	}

	/**
	 * The current revisions of some questions, by set, level and place.
	 */
	Flux<Question> current(Collection<String> ids) {
		Bson filter = Filters.and(Filters.in("question.id", ids), Filters.eq("current", true));
		return this.collection.flatMapMany((questions) -> questions.find(filter).sort(Sorts.ascending("order")))
			.map((row) -> row(row).question());
	}

	/**
	 * The revisions of a question, the latest first.
	 */
	public Flux<Question> revisions(String id) {
		return this.collection
			.flatMapMany((questions) -> questions.find(Filters.eq("question.id", id))
				.sort(Sorts.descending("question.revision"))
				.limit(MOST_REVISIONS))
			.map((row) -> row(row).question());
	}

	private static List<Bson> filters(Query query) {
		List<Bson> filters = new ArrayList<>(List.of(Filters.eq("current", true)));
		narrow(filters, "question.set", query.set());
		narrow(filters, "question.technology", query.technology());
		narrow(filters, "question.level", query.level());
		narrow(filters, "topic", (query.topic() != null) ? lower(query.topic()) : null);
		if (query.text() != null) {
			filters.add(Filters.regex("search", Pattern.compile(Pattern.quote(lower(query.text())))));
		}
		return filters;
	}

	private static void narrow(List<Bson> filters, String field, @Nullable String value) {
		if (value != null) {
			filters.add(Filters.eq(field, value));
		}
	}

	private Row row(Document row) {
		return new Row(row.getString("order"), this.json.convertValue(row.get("question"), Question.class));
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
