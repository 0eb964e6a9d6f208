package org.vivavoce.report.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.Decoded;
import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.Topics;
import org.vivavoce.platform.projection.DocumentFault;

/**
 * Stores refused records as dead letters, and removes the content of those about
 * forgotten people. Every record may come twice.
 */
final class DeadLetterCollector {

	private static final Log logger = LogFactory.getLog(DeadLetterCollector.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(120);

	private static final int AT_ONCE = 8;

	private static final int ERASED_AT_ONCE = 100;

	private final DeadLetterRepository deadLetters;

	private final EventCodec codec;

	private final Clock clock;

	DeadLetterCollector(DeadLetterRepository deadLetters, EventCodec codec, Clock clock) {
		this.deadLetters = deadLetters;
		this.codec = codec;
		this.clock = clock;
	}

	/**
	 * The dead letter topics, and the one that says who is forgotten.
	 */
	static List<String> topics(Topics topics) {
		return Stream
			.concat(Stream.of(EventType.values())
				.filter((type) -> type != EventType.SCORECARD_UPDATED)
				.map((type) -> topics.deadLetters(topics.name(type))),
					Stream.of(topics.name(EventType.CANDIDATE_PROFILED)))
			.toList();
	}

	void take(List<ConsumerRecord<byte[], byte[]>> records) {
		Flux.fromIterable(records).flatMap(this::takeOne, AT_ONCE).then().block(TIMEOUT);
	}

	/**
	 * Anybody may write to a dead letter topic: what cannot be kept is told, and stays
	 * where it is.
	 */
	private Mono<Void> takeOne(ConsumerRecord<byte[], byte[]> message) {
		return Mono
			.defer(() -> message.topic().endsWith(Topics.DEAD_LETTER_SUFFIX) ? refused(message) : profiled(message))
			.onErrorResume(DocumentFault::isIn, (fault) -> {
				logger.error("No dead letter can be made of " + message.topic() + "-" + message.partition() + "@"
						+ message.offset(), fault);
				return Mono.empty();
			});
	}

	private Mono<Void> refused(ConsumerRecord<byte[], byte[]> message) {
		Refusal refusal = Refusal.of(message, this.codec);
		String replayed = refusal.replayed();
		List<String> ids = Stream.<@Nullable String>of(replayed, refusal.place(), refusal.ownPlace())
			.filter(java.util.Objects::nonNull)
			.distinct()
			.toList();
		return this.deadLetters.findAll(ids).flatMap((known) -> {
			String id = identify(refusal, known);
			Mono<Void> kept = (known.containsKey(id) || refusal.leftOut()) ? Mono.empty()
					: this.deadLetters.saveRecord(id, refusal.raw());
			return kept
				.then(this.deadLetters.change(id, (deadLetter) -> deadLetter.map((found) -> found.refused(refusal))
					.orElseGet(() -> DeadLetter.first(id, refusal))));
		}).flatMap(this::forgetIfAsked);
	}

	/**
	 * The id of the dead letter that a refused record belongs to: the one that it was
	 * sent again for, the one of its place, or a new one. A header alone is not believed,
	 * because anybody may set it.
	 */
	static String identify(Refusal refusal, Map<String, DeadLetter> known) {
		DeadLetter replayed = known.get(String.valueOf(refusal.replayed()));
		if (replayed != null && replayed.matches(refusal)) {
			return replayed.id();
		}
		DeadLetter placed = known.get(refusal.place());
		return (placed == null || placed.matches(refusal)) ? refusal.place() : refusal.ownPlace();
	}

	/**
	 * Looked up after the dead letter is written, while forgetting a person is stored
	 * before its dead letters are looked up: so one of the two finds the other.
	 */
	private Mono<Void> forgetIfAsked(DeadLetter deadLetter) {
		if (deadLetter.about().isEmpty() || deadLetter.content() == Content.FORGOTTEN) {
			return Mono.empty();
		}
		return this.deadLetters.forgottenAt(deadLetter.about())
			.filter(deadLetter::isUpTo)
			.flatMap((at) -> erase(deadLetter));
	}

	private Mono<Void> profiled(ConsumerRecord<byte[], byte[]> message) {
		if (message.value() != null || !(this.codec.decode(message) instanceof Decoded.Read read)
				|| !(read.envelope().event() instanceof CandidateForgotten forgotten)) {
			return Mono.empty();
		}
		Instant now = this.clock.instant();
		Instant dated = Instant.ofEpochMilli(Math.max(0, message.timestamp()));
		// a clock that is wrong must not take what will be refused for a year
		Instant written = dated.isAfter(now) ? now : dated;
		Instant at = read.envelope().time().isAfter(written) ? read.envelope().time() : written;
		return this.deadLetters.noteForgotten(forgotten.candidateId(), at)
			.then(this.deadLetters
				.find(DeadLetterQuery.about(forgotten.candidateId()), DeadLetterQuery.lastFirst(), Integer.MAX_VALUE)
				.filter((deadLetter) -> deadLetter.isUpTo(at))
				.flatMap(this::erase, ERASED_AT_ONCE)
				.then());
	}

	private Mono<Void> erase(DeadLetter deadLetter) {
		Instant now = this.clock.instant();
		return this.deadLetters
			.change(deadLetter.id(),
					(current) -> current.filter((found) -> found.content() == Content.FORGOTTEN)
						.orElseGet(() -> current.orElse(deadLetter).forgotten(now)))
			.then(this.deadLetters.deleteRecord(deadLetter.id()));
	}

}
