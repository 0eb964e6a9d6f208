package org.vivavoce.report.deadletter;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.contracts.Breach;
import org.vivavoce.contracts.Decoded;
import org.vivavoce.contracts.EventCodec;
import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.IfMatch;
import org.vivavoce.platform.web.Page;

/**
 * What the API and the pages do with letters.
 */
public final class DeadLetterService {

	private final DeadLetterRepository letters;

	private final DeadLetterSender deadLetterSender;

	private final EventCodec codec;

	private final DeadLetterProperties properties;

	private final Clock clock;

	DeadLetterService(DeadLetterRepository letters, DeadLetterSender deadLetterSender, EventCodec codec,
			DeadLetterProperties properties, Clock clock) {
		this.letters = letters;
		this.deadLetterSender = deadLetterSender;
		this.codec = codec;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * A letter with its record.
	 *
	 * @param raw null when its content is not there
	 * @param breach what is wrong with it by today's contract; null when nothing is, or
	 * it is not there
	 */
	public record Opened(DeadLetter letter, @Nullable RawRecord raw, @Nullable Breach breach) {

	}

	public Mono<Page<DeadLetter>> list(DeadLetterQuery query, int limit) {
		return this.letters.find(query.filter(), query.sort(), limit + 1)
			.collectList()
			.map((rows) -> Page.of(rows, limit, (row) -> row, DeadLetterQuery::cursor));
	}

	/**
	 * Open a letter; {@link ProblemTypes#NOT_FOUND} when there is none.
	 */
	public Mono<Opened> open(String id) {
		return find(id).flatMap((deadLetter) -> this.letters.raw(id)
			.filter((raw) -> deadLetter.content() == Content.KEPT)
			.map((raw) -> new Opened(deadLetter, raw, breach(deadLetter, raw)))
			.defaultIfEmpty(new Opened(deadLetter, null, null)));
	}

	private @Nullable Breach breach(DeadLetter deadLetter, RawRecord raw) {
		return (this.codec.decode(raw.readFrom(deadLetter.topic())) instanceof Decoded.Unreadable unreadable)
				? unreadable.breach() : null;
	}

	/**
	 * Send a letter again.
	 * @param edited instead of its value; has to be readable
	 */
	public Mono<DeadLetter> replay(Caller caller, String id, byte @Nullable [] edited, @Nullable String ifMatch) {
		return open(id).flatMap((opened) -> {
			IfMatch.require(ifMatch, opened.letter().tag());
			DeadLetterSender.sendable(opened.letter());
			RawRecord raw = opened.raw();
			if (edited != null && raw != null) {
				check(opened.letter(), raw.with(edited));
			}
			return this.deadLetterSender.send(new DeadLetterSender.Order(id, caller.id(), null, edited, ifMatch))
				.switchIfEmpty(find(id).map(DeadLetterSender::sendable));
		});
	}

	private void check(DeadLetter deadLetter, RawRecord edited) {
		if (!this.properties.editable()) {
			throw new ProblemException(ProblemTypes.FORBIDDEN,
					"Values are sent as they came: vivavoce.dead-letters.editing is 'never' here");
		}
		if (edited.size() > Refusal.LARGEST) {
			throw new ProblemException(ProblemTypes.TOO_LARGE, "At most " + Refusal.LARGEST + " bytes can be sent");
		}
		if (this.codec.decode(edited.readFrom(deadLetter.topic())) instanceof Decoded.Unreadable unreadable) {
			throw new ProblemException(ProblemTypes.INVALID, "The edited value would be refused again")
				.withErrors(List.of(Fault.at("/value" + unreadable.breach().pointer(), unreadable.reason())));
		}
	}

	/**
	 * Set a letter aside for good. The same reason again changes nothing.
	 */
	public Mono<DeadLetter> discard(Caller caller, String id, String why, @Nullable String ifMatch) {
		Instant now = this.clock.instant();
		return this.letters.change(id, (current) -> {
			DeadLetter deadLetter = existing(id, current);
			HistoryEntry last = deadLetter.history().getLast();
			if (last.what() == HistoryEntry.What.DISCARDED && why.equals(last.note())) {
				return deadLetter;
			}
			IfMatch.require(ifMatch, deadLetter.tag());
			return deadLetter.discarded(caller.id(), now, why);
		});
	}

	private Mono<DeadLetter> find(String id) {
		return this.letters.find(id).switchIfEmpty(Mono.error(() -> unknown(id)));
	}

	private static DeadLetter existing(String id, Optional<DeadLetter> letter) {
		return letter.orElseThrow(() -> unknown(id));
	}

	private static ProblemException unknown(String id) {
		return new ProblemException(ProblemTypes.NOT_FOUND, "There is no dead letter '" + id + "'");
	}

}
