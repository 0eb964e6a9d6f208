package org.vivavoce.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.function.Supplier;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

import org.vivavoce.contracts.Ids;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;

/**
 * {@code Idempotency-Key}: the same key and body again gives the first answer, another
 * body is a conflict. Keys belong to the caller and the operation, and are kept for good:
 * they are few and small.
 * <p>
 * A crash between the claim of a key and its answer lets the action run again, so the
 * action itself must be repeatable for the key.
 */
public final class Idempotency {

	private static final String COLLECTION = "idempotency-keys";

	private final ReactiveMongoDatabaseFactory databases;

	private final JsonMapper json;

	private final Clock clock;

	public Idempotency(ReactiveMongoDatabaseFactory databases, JsonMapper json, Clock clock) {
		this.databases = databases;
		this.json = json;
		this.clock = clock;
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
		String id = digest((caller.id() + "\n" + operation + "\n" + key).getBytes(StandardCharsets.UTF_8));
		String bodyDigest = digest((body instanceof byte[] bytes) ? bytes : this.json.writeValueAsBytes(body));
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
			.append("at", Date.from(this.clock.instant()));
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

	private static String digest(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
