package org.vivavoce.platform.store;

import java.util.function.Consumer;

import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.util.TokenBuffer;

/**
 * States as BSON, token by token: what {@link StateJson} says about their form holds
 * here, too, without the trees in between.
 */
final class StateBson {

	private static final int USUAL_SIZE = 32_768;

	private StateBson() {
	}

	/**
	 * A document as it goes over the wire.
	 * @param content writes its fields
	 */
	static RawBsonDocument document(Consumer<BsonBinaryWriter> content) {
		BasicOutputBuffer buffer = new BasicOutputBuffer(USUAL_SIZE);
		try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
			writer.writeStartDocument();
			content.accept(writer);
			writer.writeEndDocument();
		}
		return new RawBsonDocument(buffer.getInternalBuffer(), 0, buffer.getSize());
	}

	/**
	 * Write a state as a document.
	 */
	static void write(BsonWriter writer, Object state) {
		try (TokenBuffer tokens = StateJson.tokens(state); JsonParser parser = tokens.asParser()) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				switch (token) {
					case START_OBJECT -> writer.writeStartDocument();
					case END_OBJECT -> writer.writeEndDocument();
					case START_ARRAY -> writer.writeStartArray();
					case END_ARRAY -> writer.writeEndArray();
					case PROPERTY_NAME -> writer.writeName(parser.currentName());
					case VALUE_STRING -> writer.writeString(parser.getString());
					case VALUE_TRUE -> writer.writeBoolean(true);
					case VALUE_FALSE -> writer.writeBoolean(false);
					case VALUE_NULL -> writer.writeNull();
					case VALUE_NUMBER_FLOAT -> writer.writeDouble(parser.getDoubleValue());
					case VALUE_NUMBER_INT -> integer(writer, parser);
					default -> throw new IllegalStateException("A state has no " + token);
				}
			}
		}
	}

	private static void integer(BsonWriter writer, JsonParser parser) {
		if (parser.getNumberType() == JsonParser.NumberType.INT) {
			writer.writeInt32(parser.getIntValue());
		}
		else {
			writer.writeInt64(parser.getLongValue());
		}
	}

	/**
	 * Read the document that a reader has come to.
	 * @throws IllegalArgumentException when a state has no such value
	 */
	static <S> S read(BsonReader reader, Class<S> stateType) {
		try (TokenBuffer tokens = StateJson.tokens()) {
			value(reader, reader.getCurrentBsonType(), tokens);
			return StateJson.read(tokens, stateType);
		}
	}

	/**
	 * A reader of a document, before its first field.
	 */
	static BsonBinaryReader reader(RawBsonDocument document) {
		BsonBinaryReader reader = new BsonBinaryReader(document.getByteBuffer().asNIO());
		reader.readStartDocument();
		return reader;
	}

	private static void value(BsonReader reader, BsonType type, TokenBuffer tokens) {
		switch (type) {
			case DOCUMENT -> {
				reader.readStartDocument();
				tokens.writeStartObject();
				for (BsonType each = reader.readBsonType(); each != BsonType.END_OF_DOCUMENT; each = reader
					.readBsonType()) {
					tokens.writeName(reader.readName());
					value(reader, each, tokens);
				}
				tokens.writeEndObject();
				reader.readEndDocument();
			}
			case ARRAY -> {
				reader.readStartArray();
				tokens.writeStartArray();
				for (BsonType each = reader.readBsonType(); each != BsonType.END_OF_DOCUMENT; each = reader
					.readBsonType()) {
					value(reader, each, tokens);
				}
				tokens.writeEndArray();
				reader.readEndArray();
			}
			case STRING -> tokens.writeString(reader.readString());
			case BOOLEAN -> tokens.writeBoolean(reader.readBoolean());
			case INT32 -> tokens.writeNumber(reader.readInt32());
			case INT64 -> tokens.writeNumber(reader.readInt64());
			case DOUBLE -> tokens.writeNumber(reader.readDouble());
			case NULL -> {
				reader.readNull();
				tokens.writeNull();
			}
			default -> throw new IllegalArgumentException("a state has no value of the type " + type);
		}
	}

}
