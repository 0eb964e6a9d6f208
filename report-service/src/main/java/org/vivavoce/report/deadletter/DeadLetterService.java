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
 * Lists, opens, replays and discards dead letters, for the API and the pages alike.
 */
public final class DeadLetterService {

	private final DeadLetterRepository deadLetters;

	private final DeadLetterSender sender;

	private final EventCodec codec;

	private final Explanations explanations;

	private final DeadLetterProperties properties;

	private final Clock clock;

	DeadLetterService(DeadLetterRepository deadLetters, DeadLetterSender deadLetterSender, EventCodec codec,
			DeadLetterProperties properties, Clock clock) {
		this.deadLetters = deadLetters;
		this.sender = deadLetterSender;
		this.codec = codec;
		this.explanations = new Explanations(codec.topics());
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * A dead letter with its record.
	 *
	 * @param raw null when its content is not there
	 * @param explanation by today's contract, which may have changed since the refusal
	 * @param editable whether it can be sent with another value
	 */
	public record OpenedDeadLetter(DeadLetter deadLetter, @Nullable RawRecord raw, Explanation explanation,
			boolean editable) {

	}

	public Mono<Page<DeadLetter>> list(DeadLetterQuery query, int limit) {
		return this.deadLetters.find(query.filter(), DeadLetterQuery.lastFirst(), limit + 1)
			.collectList()
			.map((rows) -> Page.of(rows, limit, (row) -> row, DeadLetterQuery::cursor));
	}

	/**
	 * Open a dead letter; {@link ProblemTypes#NOT_FOUND} when there is none.
	 */
	public Mono<OpenedDeadLetter> open(String id) {
		return find(id).flatMap((deadLetter) -> this.deadLetters.raw(id)
			.filter((raw) -> deadLetter.content() == Content.KEPT)
			.map((raw) -> opened(deadLetter, raw))
			.switchIfEmpty(Mono.fromSupplier(() -> opened(deadLetter, null))));
	}

	private OpenedDeadLetter opened(DeadLetter deadLetter, @Nullable RawRecord raw) {
		Breach breach = (raw != null
				&& this.codec.decode(raw.readFrom(deadLetter.topic())) instanceof Decoded.Unreadable unreadable)
						? unreadable.breach() : null;
		return new OpenedDeadLetter(deadLetter, raw, this.explanations.explain(deadLetter, breach),
				raw != null && this.properties.editable());
	}

	/**
	 * Send a dead letter again.
	 * @param edited instead of its value; has to be readable
	 */
	public Mono<DeadLetter> replay(Caller caller, String id, byte @Nullable [] edited, @Nullable String ifMatch) {
		return open(id).flatMap((opened) -> {
			IfMatch.require(ifMatch, opened.deadLetter().tag());
			DeadLetterSender.sendable(opened.deadLetter());
			RawRecord raw = opened.raw();
			if (edited != null && raw != null) {
				check(opened.deadLetter(), raw.with(edited));
			}
			return this.sender.send(new DeadLetterSender.SendRequest(id, caller.id(), null, edited, ifMatch))
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
	 * The same reason again changes nothing.
	 */
	public Mono<DeadLetter> discard(Caller caller, String id, String why, @Nullable String ifMatch) {
		Instant now = this.clock.instant();
		return this.deadLetters.change(id, (current) -> {
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
		return this.deadLetters.find(id).switchIfEmpty(Mono.error(() -> unknown(id)));
	}

	private static DeadLetter existing(String id, Optional<DeadLetter> deadLetter) {
		return deadLetter.orElseThrow(() -> unknown(id));
	}

	private static ProblemException unknown(String id) {
		return new ProblemException(ProblemTypes.NOT_FOUND, "There is no dead letter '" + id + "'");
	}

}
