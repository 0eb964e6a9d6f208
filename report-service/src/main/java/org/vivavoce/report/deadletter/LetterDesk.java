package org.vivavoce.report.deadletter;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
final class LetterDesk {

	private final LetterRepository letters;

	private final Resending resending;

	private final EventCodec codec;

	private final DeadLetterProperties properties;

	private final Clock clock;

	LetterDesk(LetterRepository letters, Resending resending, EventCodec codec, DeadLetterProperties properties,
			Clock clock) {
		this.letters = letters;
		this.resending = resending;
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
	record Opened(Letter letter, @Nullable RawRecord raw, @Nullable Breach breach) {

	}

	Mono<Page<Letter>> list(LetterQuery query, int limit) {
		return this.letters.find(query.filter(), query.sort(), limit + 1)
			.collectList()
			.map((rows) -> Page.of(rows, limit, (row) -> row, LetterQuery::cursor));
	}

	/**
	 * Open a letter; {@link ProblemTypes#NOT_FOUND} when there is none.
	 */
	Mono<Opened> open(String id) {
		return find(id).flatMap((letter) -> this.letters.raw(id)
			.filter((raw) -> letter.content() == Content.KEPT)
			.map((raw) -> new Opened(letter, raw, breach(letter, raw)))
			.defaultIfEmpty(new Opened(letter, null, null)));
	}

	private @Nullable Breach breach(Letter letter, RawRecord raw) {
		return (this.codec.decode(raw.readFrom(letter.topic())) instanceof Decoded.Unreadable unreadable)
				? unreadable.breach() : null;
	}

	/**
	 * Send a letter again.
	 * @param edited instead of its value; has to be readable
	 */
	Mono<Letter> replay(Caller caller, String id, byte @Nullable [] edited, @Nullable String ifMatch) {
		return open(id).flatMap((opened) -> {
			IfMatch.require(ifMatch, opened.letter().tag());
			Resending.sendable(opened.letter());
			RawRecord raw = opened.raw();
			if (edited != null && raw != null) {
				check(opened.letter(), raw.with(edited));
			}
			return this.resending.send(new Resending.Order(id, caller.id(), null, edited, ifMatch))
				.switchIfEmpty(find(id).map(Resending::sendable));
		});
	}

	private void check(Letter letter, RawRecord edited) {
		if (!this.properties.editable()) {
			throw new ProblemException(ProblemTypes.FORBIDDEN,
					"Values are sent as they came: vivavoce.dead-letters.editing is 'never' here");
		}
		if (edited.size() > Refusal.LARGEST) {
			throw new ProblemException(ProblemTypes.TOO_LARGE, "At most " + Refusal.LARGEST + " bytes can be sent");
		}
		if (this.codec.decode(edited.readFrom(letter.topic())) instanceof Decoded.Unreadable unreadable) {
			throw new ProblemException(ProblemTypes.INVALID, "The edited value would be refused again")
				.withErrors(List.of(Fault.at("/value" + unreadable.breach().pointer(), unreadable.reason())));
		}
	}

	/**
	 * Set a letter aside for good. The same reason again changes nothing.
	 */
	Mono<Letter> discard(Caller caller, String id, String why, @Nullable String ifMatch) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		return this.letters.change(id, (current) -> {
			Letter letter = existing(id, current);
			Step last = letter.history().getLast();
			if (last.what() == Step.What.DISCARDED && why.equals(last.note())) {
				return letter;
			}
			IfMatch.require(ifMatch, letter.tag());
			return letter.discarded(caller.id(), now, why);
		});
	}

	private Mono<Letter> find(String id) {
		return this.letters.find(id).switchIfEmpty(Mono.error(() -> unknown(id)));
	}

	private static Letter existing(String id, Optional<Letter> letter) {
		return letter.orElseThrow(() -> unknown(id));
	}

	private static ProblemException unknown(String id) {
		return new ProblemException(ProblemTypes.NOT_FOUND, "There is no dead letter '" + id + "'");
	}

}
