package org.vivavoce.system;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

import org.vivavoce.contracts.AnswerScored;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Decoded;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.EventType;
import org.vivavoce.testing.GarbageRecords;

/**
 * What producers should not send, and do, and what has to become of it.
 */
final class BadRecords {

	/** Whose card has no room for all that is said of them. */
	static final String OVERSIZED = "oversized";

	private static final String SOURCE = "/bad-records";

	private static final Instant TIME = Instant.parse("2026-03-03T09:00:00Z");

	/** The most that the contract allows. */
	private static final int LONGEST_NOTE = 20_000;

	private final Deployment deployment;

	private final EventCodec codec;

	/** What was said of the candidate with the full card, by where it lies. */
	private final Map<String, String> questionsByPlace = new TreeMap<>();

	BadRecords(Deployment deployment) {
		this.deployment = deployment;
		this.codec = deployment.codec();
	}

	/**
	 * Damaged events of every type, about as many of each.
	 */
	List<ProducerRecord<byte[], byte[]>> garbage(int count, long seed) {
		Map<EventType, Event> ofEachType = Story.of("garbage-", 1, seed)
			.getFirst()
			.events()
			.stream()
			.collect(Collectors.toMap(EventType::of, (event) -> event, (first, later) -> first, TreeMap::new));
		GarbageRecords garbage = new GarbageRecords(seed, this.codec,
				ofEachType.values().stream().map((event) -> envelope("garbage", event)).toList());
		String compacted = this.codec.topics().name(EventType.CANDIDATE_PROFILED);
		return Stream.generate(garbage::next)
			// the broker itself refuses a record without a key on a compacted topic
			.filter((message) -> message.key() != null || !message.topic().equals(compacted))
			.limit(count)
			.toList();
	}

	/**
	 * Ratings of one candidate with the longest notes that there may be.
	 */
	void overfill(Sender sender, int count) {
		List<String> questions = IntStream.range(0, count).mapToObj((each) -> "q-" + each).toList();
		List<String> places = places(sender.sendRecords(
				questions.stream().map((question) -> this.codec.encode(longNote(OVERSIZED, question))).toList()));
		IntStream.range(0, count).forEach((each) -> this.questionsByPlace.put(places.get(each), questions.get(each)));
	}

	static Envelope longNote(String candidate, String question) {
		return envelope(candidate + "-" + question, new AnswerScored("iv-" + candidate, candidate, question, 1, "kim",
				"kim", 3, false, List.of(), "x".repeat(LONGEST_NOTE), 1, TIME));
	}

	/**
	 * The first rating is corrected in a transaction, which is taken back.
	 * @return the story as it has to be told, unchanged
	 */
	Story takeBack(Sender sender, Story story) {
		sender.sendInTransaction(correction(story.firstRating(), "taken-back"), false);
		return story;
	}

	/**
	 * The first rating is corrected in a transaction, which is committed.
	 * @return the story as it has to be told
	 */
	Story correct(Sender sender, Story story) {
		sender.sendInTransaction(correction(story.firstRating(), "committed"), true);
		return story.butTold(1, "  kim " + story.firstRating().rating() + " committed r2");
	}

	/**
	 * Of the notes alone, so that no figure changes.
	 */
	private static Envelope correction(AnswerScored of, String notes) {
		return envelope(notes,
				new AnswerScored(of.interviewId(), of.candidateId(), of.questionId(), of.questionRevision(),
						of.interviewer(), of.submittedBy(), of.rating(), of.redFlag(), of.keyPointsHeard(), notes,
						of.revision() + 1, of.scoredAt().plusSeconds(1)));
	}

	/**
	 * Somebody whose clock is a year ahead tells a name and forgets the person; then
	 * somebody whose clock is right tells another name.
	 * @return the story as it has to be told
	 */
	Story misdate(Sender sender, Story story) {
		String candidate = story.candidate();
		Instant ahead = Instant.now().plus(Duration.ofDays(365));
		List<String> places = places(sender.sendRecords(List.of(
				this.codec.encode(new Envelope("ahead", SOURCE, ahead, null,
						new CandidateProfiled(candidate, "Frozen", Map.of()))),
				this.codec.tombstone(EventType.CANDIDATE_PROFILED, SOURCE, candidate, ahead))));
		if (!unreadable().keySet().containsAll(places)) {
			throw new IllegalStateException("Not ahead enough: " + ahead);
		}
		sender.send(List.of(envelope("renamed", new CandidateProfiled(candidate, "Renamed", Map.of()))));
		return story.butTold(story.card().size() - 1, "Renamed");
	}

	private static Envelope envelope(String id, Event event) {
		return new Envelope(id, SOURCE, TIME, null, event);
	}

	/**
	 * The kinds of all dead letters that there have to be, by where the records lie:
	 * those that break the contract, and those that did not fit on the full card.
	 * @param fitting the questions that are on that card
	 */
	Map<String, String> deadLetters(Set<String> fitting) {
		Map<String, String> kinds = unreadable();
		this.questionsByPlace.forEach((place, question) -> {
			if (!fitting.contains(question)) {
				kinds.put(place, "unwritable");
			}
		});
		return kinds;
	}

	private Map<String, String> unreadable() {
		Map<String, String> kinds = new TreeMap<>();
		Topic.read(this.deployment.backing().bootstrapServers(), this.deployment.inbound()).forEach((message) -> {
			if (this.codec.decode(message) instanceof Decoded.Unreadable unreadable) {
				kinds.put(message.topic() + "-" + message.partition() + "-" + message.offset(),
						unreadable.breach().kind());
			}
		});
		return kinds;
	}

	private static List<String> places(List<RecordMetadata> sent) {
		return sent.stream().map((each) -> each.topic() + "-" + each.partition() + "-" + each.offset()).toList();
	}

}
