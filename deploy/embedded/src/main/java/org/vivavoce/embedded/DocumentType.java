package org.vivavoce.embedded;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Documents in the file are BSON, a fraction of the size and work of Java serialisation.
 */
final class DocumentType extends BasicDataType<Document> {

	static final DocumentType INSTANCE = new DocumentType();

	/** Bytes of an object and its place in a container, roughly. */
	private static final int OBJECT = 48;

	private DocumentType() {
	}

	@Override
	public int getMemory(Document document) {
		return memory(document);
	}

	private static int memory(@Nullable Object value) {
		return OBJECT + switch (value) {
			case String text -> text.length();
			case Map<?, ?> map -> map.values().stream().mapToInt((child) -> OBJECT + memory(child)).sum();
			case Collection<?> list -> list.stream().mapToInt(DocumentType::memory).sum();
			case null, default -> 0;
		};
	}

	@Override
	public void write(WriteBuffer target, Document document) {
		ByteBuf bytes = Unpooled.buffer();
		BsonEncoder.encodeDocument(document, bytes);
		target.put(bytes.nioBuffer());
	}

	@Override
	public Document read(ByteBuffer source) {
		ByteBuf bytes = Unpooled.wrappedBuffer(source);
		Document document = BsonDecoder.decodeBson(bytes);
		source.position(source.position() + bytes.readerIndex());
		return document;
	}

	@Override
	public Document[] createStorage(int size) {
		return new Document[size];
	}

}
