package org.vivavoce.platform.reconciliation;

import java.math.BigInteger;
import java.util.HexFormat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.digest.Sha256;

/**
 * The digest of a record, and of any number of them in any order. A record's digest is
 * the SHA-256 of {@code ce_source}, a line feed, {@code ce_id}, a line feed and the
 * value; a tombstone has its key there, because it has no value. The digest of several
 * records is the sum of theirs as unsigned big-endian numbers, modulo 2<sup>256</sup>: it
 * knows no order, counts duplicates, and can be subtracted.
 */
public final class RecordDigest {

	private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

	private static final int BYTES = 32;

	private static final byte[] LINE_FEED = { '\n' };

	private RecordDigest() {
	}

	/**
	 * The digest of one record as it lies on the topic; a missing header counts as empty.
	 */
	public static BigInteger of(ConsumerRecord<byte[], byte[]> message) {
		return of(message.headers(), message.key(), message.value());
	}

	/**
	 * The digest of one record, for example before it is sent.
	 */
	public static BigInteger of(Headers headers, byte @Nullable [] key, byte @Nullable [] value) {
		return new BigInteger(1, Sha256.of(header(headers, "ce_source"), LINE_FEED, header(headers, "ce_id"), LINE_FEED,
				orEmpty((value != null) ? value : key)));
	}

	/**
	 * The digest of two sets together.
	 */
	public static BigInteger sum(BigInteger one, BigInteger other) {
		return one.add(other).mod(MODULUS);
	}

	/**
	 * The digest of a set without some of its records.
	 */
	public static BigInteger difference(BigInteger all, BigInteger some) {
		return all.subtract(some).mod(MODULUS);
	}

	/**
	 * As it is shown: 64 hexadecimal digits.
	 */
	public static String hex(BigInteger digest) {
		byte[] minimal = digest.toByteArray();
		byte[] all = new byte[BYTES];
		int length = Math.min(BYTES, minimal.length);
		// a leading zero byte only carries the sign
		System.arraycopy(minimal, minimal.length - length, all, BYTES - length, length);
		return HexFormat.of().formatHex(all);
	}

	/**
	 * The digest that is shown so.
	 */
	public static BigInteger parse(String hex) {
		return new BigInteger(1, HexFormat.of().parseHex(hex));
	}

	private static byte[] header(Headers headers, String name) {
		Header last = headers.lastHeader(name);
		return orEmpty((last != null) ? last.value() : null);
	}

	private static byte[] orEmpty(byte @Nullable [] bytes) {
		return (bytes != null) ? bytes : new byte[0];
	}

}
