package org.vivavoce.embedded;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/**
 * Index keys as bytes, each value a BSON document with one nameless field: compared in no
 * time, where the backend's own keys would be serialised anew for every comparison. The
 * keys with the same first values share a prefix.
 */
final class KeyBytes {

	private static final String NAMELESS = "";

	private KeyBytes() {
	}

	static byte[] encode(Iterable<?> values) {
		ByteBuf bytes = Unpooled.buffer();
		for (Object value : values) {
			BsonEncoder.encodeDocument(new Document(NAMELESS, (value instanceof Missing) ? null : value), bytes);
		}
		return ByteBufUtil.getBytes(bytes);
	}

	static KeyValue decode(byte[] key) {
		ByteBuf bytes = Unpooled.wrappedBuffer(key);
		List<Object> values = new ArrayList<>();
		while (bytes.isReadable()) {
			values.add(BsonDecoder.decodeBson(bytes).get(NAMELESS));
		}
		return new KeyValue(values);
	}

}
