package org.vivavoce.scoring.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.Overall;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.StateJson;
import org.vivavoce.scoring.sheet.InterviewSheet;
import org.vivavoce.scoring.sheet.Outcome;
import org.vivavoce.scoring.sheet.Rating;
import org.vivavoce.scoring.sheet.RatingContent;
import org.vivavoce.scoring.sheet.Recommendation;
import org.vivavoce.scoring.sheet.RecommendationContent;
import org.vivavoce.scoring.sheet.Scoring;

import static org.vivavoce.scoring.Interviews.envelope;
import static org.vivavoce.scoring.Interviews.minute;
import static org.vivavoce.scoring.Interviews.opened;
import static org.vivavoce.scoring.Interviews.question;
import static org.vivavoce.scoring.Interviews.served;

/**
 * Writes sheets as releases have done that kept one document for each candidate, and
 * remembers what has to become of them.
 */
final class FormerRelease {

	static final List<String> PANEL = List.of("former-1", "former-2");

	private static final Duration LONG = Duration.ofSeconds(30);

	private final ReactiveMongoDatabaseFactory databases;

	private final Map<String, InterviewSheet> sheets = new TreeMap<>();

	private final Map<String, @Nullable String> names = new TreeMap<>();

	FormerRelease(ReactiveMongoDatabaseFactory databases) {
		this.databases = databases;
	}

	/**
	 * The sheets that have to be there in the end, by interview.
	 */
	Map<String, InterviewSheet> sheets() {
		return this.sheets;
	}

	/**
	 * The names that have to be there in the end, by candidate.
	 */
	Map<String, @Nullable String> names() {
		return this.names;
	}

	/**
	 * Some candidates with some interviews each, every fifth of them forgotten.
	 */
	void keepSome(String prefix, int candidates, RandomGenerator random) {
		for (int i = 0; i < candidates; i++) {
			String candidate = prefix + i;
			Instant forgottenAt = (i % 5 == 4) ? minute(30) : null;
			List<InterviewSheet> kept = new ArrayList<>();
			for (int k = random.nextInt(5); k >= 0; k--) {
				boolean gone = forgottenAt != null && random.nextBoolean();
				InterviewSheet sheet = filledIn(candidate + "-int-" + k, candidate, gone ? 0 : 40, random);
				kept.add((forgottenAt != null) ? sheet.forget(forgottenAt) : sheet);
			}
			keep(candidate, (i % 3 == 0) ? null : "Name of " + candidate, forgottenAt, kept, List.of());
		}
	}

	static InterviewSheet filledIn(String interview, String candidate, int minute, RandomGenerator random) {
		InterviewSheet sheet = fold(null, opened(interview, candidate, PANEL, minute));
		for (int position = 1; position <= 1 + random.nextInt(3); position++) {
			sheet = fold(sheet,
					served(interview, candidate, PANEL, position, question("q-" + position, 1), minute + position));
			for (String member : PANEL) {
				sheet = rated(sheet, "q-" + position, member, 1 + random.nextInt(4), "Said " + random.nextInt());
			}
		}
		Outcome<Recommendation> given = Scoring.recommend(sheet, PANEL.getFirst(),
				new RecommendationContent(Overall.YES, "Because " + random.nextInt()), minute(minute + 20));
		return ((Outcome.Accepted<Recommendation>) given).sheet();
	}

	static InterviewSheet fold(@Nullable InterviewSheet sheet, Event event) {
		return Objects.requireNonNull(InterviewSheet.fold(sheet, envelope(event)));
	}

	static InterviewSheet rated(InterviewSheet sheet, String question, String member, int rating, String notes) {
		Outcome<Rating> given = Scoring.rate(sheet, question, member,
				new RatingContent(rating, false, List.of("count"), notes), sheet.sheet().since().plusSeconds(900));
		return ((Outcome.Accepted<Rating>) given).sheet();
	}

	/**
	 * Keep a candidate's sheets as one document; those that hold nothing only in the
	 * directory.
	 */
	void keep(String candidate, @Nullable String name, @Nullable Instant forgottenAt, List<InterviewSheet> kept,
			List<Document> outbox) {
		Document state = new Document("candidateId", candidate);
		if (forgottenAt != null) {
			state.append("forgottenAt", AggregateStores.stored(forgottenAt));
		}
		if (name != null) {
			state.append("person", new Document("name", name).append("stamp",
					new Document("at", AggregateStores.stored(minute(50))).append("eventId", "e-1")));
		}
		state.append("sheets",
				kept.stream()
					.filter((each) -> !Scoring.forgotten(each))
					.map((each) -> StateJson.toDocument(each.sheet()))
					.toList());
		insert("score-sheets",
				new Document("_id", candidate).append("guard", 7L)
					.append("writtenAt", Instant.now())
					.append("state", state)
					.append("outbox", outbox));
		kept.forEach((each) -> list(each.sheet().interviewId(), candidate));
		kept.forEach((each) -> this.sheets.put(each.sheet().interviewId(), each));
		this.names.put(candidate, name);
	}

	void list(String interview, String candidate) {
		Mono.from(collection("score-sheet-directory").deleteOne(new Document("_id", interview))).block(LONG);
		insert("score-sheet-directory",
				new Document("_id", interview).append("candidateId", candidate)
					.append("panel", PANEL)
					.append("since", AggregateStores.stored(minute(0)))
					.append("guard", 7L));
	}

	void insert(String collection, Document document) {
		Mono.from(collection(collection).insertOne(document)).block(LONG);
	}

	long left(String collection) {
		return Objects.requireNonNull(Mono.from(collection(collection).countDocuments()).block(LONG));
	}

	void clear() {
		for (String collection : List.of("score-sheets", "score-sheet-directory")) {
			Mono.from(collection(collection).deleteMany(new Document())).block(LONG);
		}
	}

	private MongoCollection<Document> collection(String name) {
		return Objects.requireNonNull(this.databases.getMongoDatabase().block(LONG)).getCollection(name);
	}

}
