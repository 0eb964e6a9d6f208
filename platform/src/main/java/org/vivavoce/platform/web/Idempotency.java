package org.vivavoce.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

import org.vivavoce.contracts.Ids;
import org.vivavoce.platform.background.BackgroundWork;
import org.vivavoce.platform.digest.Sha256;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.store.Indexes;

/**
 * {@code Idempotency-Key}: the same key and body again gives the first answer, another
 * body is a conflict. Keys belong to the caller and the operation, and are forgotten
 * after a day, with the answers that they hold.
 * <p>
 * A crash between the claim of a key and its answer lets the action run again, so the
 * action itself must be repeatable for the key.
 */
public final class Idempotency implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(Idempotency.class);

	private static final Duration LIFETIME = Duration.ofDays(1);

	private static final Duration PURGE_INTERVAL = Duration.ofMinutes(30);

	private static final String CLAIMED_AT = "at";

	private static final String COLLECTION = "idempotency-keys";

	private final ReactiveMongoDatabaseFactory databases;

	private final JsonMapper json;

	private final Clock clock;

	private final Counter replayed;

	private volatile Disposable purging = Disposables.disposed();

	private volatile boolean running;

	public Idempotency(ReactiveMongoDatabaseFactory databases, JsonMapper json, Clock clock, Indexes indexes,
			MeterRegistry meters) {
		indexes.want(COLLECTION, List.of(new IndexModel(com.mongodb.client.model.Indexes.ascending(CLAIMED_AT))));
		this.databases = databases;
		this.json = json;
		this.clock = clock;
		this.replayed = Counter.builder("vivavoce.idempotency.hits")
			.description("Repeated requests that got the first answer again")
			.register(meters);
	}

	/**
	 * Run an action once for a key.
	 * @param key null runs the action without more ado
	 * @param body the bytes, or what was read from them
	 * @return the answer of the first run: its status, ETag, Location and body
	 */
	public Mono<ResponseEntity<Object>> once(Caller caller, String operation, @Nullable String key, Object body,
			Supplier<? extends Mono<? extends ResponseEntity<?>>> action) {
		if (key == null) {
			return action.get().map(Idempotency::plain);
		}
		if (!Ids.valid(key)) {
			return Mono.error(new ProblemException(ProblemTypes.MALFORMED,
					"Idempotency-Key: 1 to 128 characters of A–Z a–z 0–9 . _ ~ @ : -"));
		}
		String id = Sha256.hex((caller.id() + "\n" + operation + "\n" + key).getBytes(StandardCharsets.UTF_8));
		String bodyDigest = Sha256.hex((body instanceof byte[] bytes) ? bytes : this.json.writeValueAsBytes(body));
		return claim(id, bodyDigest).flatMap((claimed) -> {
			if (!bodyDigest.equals(claimed.getString("body"))) {
				return Mono.error(new ProblemException(ProblemTypes.IDEMPOTENCY_KEY_REUSED,
						"The key '" + key + "' came with another body before; use a new key for a new request"));
			}
			Document answer = claimed.get("answer", Document.class);
			return (answer != null) ? Mono.just(replay(answer))
					: action.get().flatMap((response) -> remember(id, response)).map(Idempotency::plain);
		});
	}

	private Mono<Document> claim(String id, String bodyDigest) {
		Document claim = new Document("_id", id).append("body", bodyDigest)
			.append(CLAIMED_AT, Date.from(this.clock.instant()));
		return this.databases.getMongoDatabase()
			.map((database) -> database.getCollection(COLLECTION))
			.flatMap((keys) -> Mono.from(keys.insertOne(claim))
				.thenReturn(claim)
				.onErrorResume(MongoWriteException.class,
						(ex) -> (ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY)
								? Mono.from(keys.find(Filters.eq("_id", id)).first()) : Mono.error(ex)));
	}

	private <T extends ResponseEntity<?>> Mono<T> remember(String id, T response) {
		HttpHeaders headers = response.getHeaders();
		Document answer = new Document("status", response.getStatusCode().value()).append("etag", headers.getETag())
			.append("location", headers.getFirst(HttpHeaders.LOCATION))
			.append("body", this.json.writeValueAsString(response.getBody()));
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono.from(
					database.getCollection(COLLECTION).updateOne(Filters.eq("_id", id), Updates.set("answer", answer))))
			.thenReturn(response);
	}

	private ResponseEntity<Object> replay(Document answer) {
		this.replayed.increment();
		ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.getInteger("status"));
		if (answer.getString("etag") != null) {
			response.eTag(answer.getString("etag"));
		}
		if (answer.getString("location") != null) {
			response.header(HttpHeaders.LOCATION, answer.getString("location"));
		}
		JsonNode body = this.json.readTree(answer.getString("body"));
		return response.body(body);
	}

	private static ResponseEntity<Object> plain(ResponseEntity<?> response) {
		return new ResponseEntity<>(response.getBody(), response.getHeaders(), response.getStatusCode());
	}

	@Override
	public void start() {
		this.running = true;
		this.purging = BackgroundWork.repeat("Purging old idempotency keys", PURGE_INTERVAL, PURGE_INTERVAL,
				this::purge);
	}

	/**
	 * Forget keys that are older than their lifetime. Not left to an index of the store,
	 * because not every store honours those.
	 */
	Mono<Long> purge() {
		Date old = Date.from(this.clock.instant().minus(LIFETIME));
		return this.databases.getMongoDatabase()
			.flatMap(
					(database) -> Mono.from(database.getCollection(COLLECTION).deleteMany(Filters.lt(CLAIMED_AT, old))))
			.map((result) -> result.getDeletedCount())
			.onErrorResume((ex) -> {
				logger.warn("Old idempotency keys are purged later: " + ex.getMessage());
				return Mono.just(0L);
			});
	}

	@Override
	public void stop() {
		this.purging.dispose();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
