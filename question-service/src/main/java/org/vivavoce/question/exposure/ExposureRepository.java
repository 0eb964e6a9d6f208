package org.vivavoce.question.exposure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

/**
 * Counts what the interviews say about servings. Nothing is stored besides them, so that
 * a serving counts exactly once and is gone with its interview.
 */
public final class ExposureRepository {

	/**
	 * Where the interviews are.
	 */
	public static final String COLLECTION = "interviews";

	private static final String TECHNOLOGY = "state.technology";

	private static final String QUESTION = "state.plan.questionId";

	private static final String SERVED_AT = "state.plan.serving.at";

	/**
	 * What the counts are looked up by.
	 */
	public static final List<IndexModel> INDEXES = List.of(new IndexModel(Indexes.ascending(TECHNOLOGY, SERVED_AT)),
			// also for the list of interviews in which a question was asked, newest first
			new IndexModel(
					Indexes.compoundIndex(Indexes.ascending(QUESTION), Indexes.descending("state.openedAt", "_id"))));

	private static final int DAY = "2026-01-31".length();

	/** So many servings are counted anew for each plan. */
	private static final int COUNTED_EACH_TIME = 5_000;

	private static final Duration LONGEST_REUSE = Duration.ofSeconds(30);

	private final Map<String, Counted> counted = new ConcurrentHashMap<>();

	private final Mono<MongoDatabase> database;

	private final ExposureLimits limits;

	private final Clock clock;

	ExposureRepository(ReactiveMongoDatabaseFactory databases, ExposureLimits limits, Clock clock) {
		this.database = databases.getMongoDatabase();
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * The servings of a technology.
	 *
	 * @param until how long they are good enough for planning
	 */
	private record Counted(Map<String, Integer> served, Instant until) {

		/**
		 * Counting takes longer the more there is, and changes less by a single serving:
		 * the longer it takes, the longer it is used, so that planning many interviews
		 * costs no more than a part of the store's time.
		 */
		static Counted at(Instant now, Map<String, Integer> served) {
			long servings = served.values().stream().mapToLong(Integer::longValue).sum();
			Duration reuse = (servings <= COUNTED_EACH_TIME) ? Duration.ZERO : Duration.ofMillis(servings / 5);
			return new Counted(served, now.plus((reuse.compareTo(LONGEST_REUSE) < 0) ? reuse : LONGEST_REUSE));
		}

	}

	public ExposureLimits limits() {
		return this.limits;
	}

	/**
	 * How often each question of a technology was asked within the window.
	 */
	public Mono<Map<String, Integer>> served(String technology) {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			Counted known = this.counted.get(technology);
			if (known != null && now.isBefore(known.until())) {
				return Mono.just(known.served());
			}
			return count(technology, ExposureFigures.since(this.limits, now).toString())
				.doOnNext((served) -> remember(technology, Counted.at(now, served)));
		});
	}

	private void remember(String technology, Counted next) {
		if (next.until().isAfter(this.clock.instant())) {
			this.counted.put(technology, next);
		}
	}

	private Mono<Map<String, Integer>> count(String technology, String since) {
		// times are stored as text that sorts
		Bson recent = Filters.gte(SERVED_AT, since);
		return count(Filters.and(Filters.eq(TECHNOLOGY, technology), recent), recent, "$" + QUESTION)
			.map((rows) -> rows.stream().collect(Collectors.toMap(Row::key, (row) -> (int) row.served())));
	}

	/**
	 * How often and when one question was asked.
	 */
	public Mono<ExposureFigures> figures(String questionId) {
		Bson asked = Filters.eq(QUESTION, questionId);
		Document day = new Document("$substrBytes", List.of("$" + SERVED_AT, 0, DAY));
		return count(asked, Filters.and(asked, Filters.gt(SERVED_AT, "")), day)
			.map((rows) -> rows.stream().collect(Collectors.toMap((row) -> LocalDate.parse(row.key()), Row::served)))
			.map((days) -> ExposureFigures.of(days, this.limits, this.clock.instant()));
	}

	/**
	 * How often something was served.
	 */
	private record Row(String key, long served) {

		static Row of(Document row) {
			return new Row(row.getString("key"), row.get("served", Number.class).longValue());
		}

	}

	/**
	 * Count servings. The answer is one document, so that no cursor is needed, which not
	 * every store has.
	 * @param interviews which interviews to look at
	 * @param servings which places of their plans to count
	 * @param key what to count them by
	 */
	private Mono<List<Row>> count(Bson interviews, Bson servings, Object key) {
		Document row = new Document("key", "$_id").append("served", "$served");
		Document command = new Document("aggregate", COLLECTION).append("pipeline",
				Stream
					.of(Aggregates.match(interviews), Aggregates.unwind("$state.plan"), Aggregates.match(servings),
							Aggregates.group(key, Accumulators.sum("served", 1)),
							Aggregates.group(null, Accumulators.push("rows", row)))
					.map(Bson::toBsonDocument)
					.toList())
			.append("cursor", new Document());
		return this.database.flatMap((database) -> Mono.from(database.runCommand(command)))
			.flatMapIterable((answer) -> answer.get("cursor", Document.class).getList("firstBatch", Document.class))
			.flatMapIterable((answer) -> answer.getList("rows", Document.class))
			.map(Row::of)
			.collectList();
	}

}
