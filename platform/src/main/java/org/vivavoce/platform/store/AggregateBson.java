package org.vivavoce.platform.store;

import java.time.InstantSource;
import java.util.List;

import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;

import org.vivavoce.platform.outbox.DelayedEntry;
import org.vivavoce.platform.outbox.OutboxEntry;

/**
 * The documents of aggregates and their updates, as they go over the wire.
 *
 * @param maxSize of a state, in bytes
 */
record AggregateBson<S>(Class<S> stateType, InstantSource clock, long maxSize) {

	static final String ID = "_id";

	static final String GUARD = "guard";

	private static final String STATE = "state";

	private static final String WRITTEN_AT = "writtenAt";

	private static final DocumentCodec DOCUMENTS = new DocumentCodec();

	/**
	 * A document that is not there yet.
	 * @throws TooLargeException when the state is
	 */
	RawBsonDocument created(String id, S state, List<OutboxEntry> entries) {
		return StateBson.document((writer) -> {
			writer.writeString(ID, id);
			state(writer, id, 1, state);
			array(writer, OutboxEntry.FIELD, documents(entries));
		});
	}

	/**
	 * The update of a document.
	 * @param guard as it was read
	 * @param entries events of the change
	 * @param repeated those that are to be sent again later
	 * @throws TooLargeException when the state is
	 */
	RawBsonDocument changed(String id, long guard, S state, List<OutboxEntry> entries, List<Document> repeated) {
		// a tombstone supersedes what still waits: published after it, that would bring
		// the key back
		boolean superseding = entries.stream().anyMatch((entry) -> entry.value() == null);
		return StateBson.document((writer) -> {
			writer.writeStartDocument("$set");
			state(writer, id, guard + 1, state);
			if (superseding) {
				array(writer, OutboxEntry.FIELD, documents(entries));
			}
			if (!repeated.isEmpty()) {
				array(writer, DelayedEntry.FIELD, repeated);
			}
			writer.writeEndDocument();
			if (!superseding && !entries.isEmpty()) {
				writer.writeStartDocument("$push");
				writer.writeStartDocument(OutboxEntry.FIELD);
				array(writer, "$each", documents(entries));
				writer.writeEndDocument();
				writer.writeEndDocument();
			}
		});
	}

	private void state(BsonBinaryWriter writer, String id, long guard, S state) {
		writer.writeInt64(GUARD, guard);
		writer.writeDateTime(WRITTEN_AT, this.clock.instant().toEpochMilli());
		writer.writeName(STATE);
		int before = writer.getBsonOutput().getPosition();
		StateBson.write(writer, state);
		int size = writer.getBsonOutput().getPosition() - before;
		if (size > this.maxSize) {
			throw new TooLargeException(id, size, this.maxSize);
		}
	}

	private static List<Document> documents(List<OutboxEntry> entries) {
		return entries.stream().map(OutboxEntry::toDocument).toList();
	}

	private static void array(BsonBinaryWriter writer, String name, List<Document> documents) {
		writer.writeStartArray(name);
		documents.forEach((document) -> DOCUMENTS.encode(writer, document, EncoderContext.builder().build()));
		writer.writeEndArray();
	}

	/**
	 * Whether a state is small enough to be written.
	 */
	boolean fits(S state) {
		try {
			StateBson.document((writer) -> state(writer, "", 1, state));
			return true;
		}
		catch (TooLargeException ex) {
			return false;
		}
	}

	/**
	 * The aggregate in a document.
	 * @throws IllegalArgumentException when there is none
	 * @throws RuntimeException when its state is another
	 */
	Stored<S> read(RawBsonDocument document) {
		try (BsonBinaryReader reader = StateBson.reader(document)) {
			while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
				if (reader.readName().equals(STATE)) {
					return new Stored<>(id(document), guard(document), StateBson.read(reader, this.stateType));
				}
				reader.skipValue();
			}
			throw new IllegalArgumentException("it has no state");
		}
	}

	static String id(RawBsonDocument document) {
		return document.getString(ID).getValue();
	}

	static long guard(RawBsonDocument document) {
		return document.getNumber(GUARD).longValue();
	}

	/**
	 * In bytes.
	 */
	static int size(RawBsonDocument document) {
		return document.getByteBuffer().remaining();
	}

	/**
	 * Whether a document has a record that is to be repeated.
	 */
	static boolean repeats(RawBsonDocument document) {
		return document.containsKey(DelayedEntry.FIELD)
				&& DelayedEntry.repeatsIn(DOCUMENTS.decode(document.asBsonReader(), DecoderContext.builder().build()));
	}

}
