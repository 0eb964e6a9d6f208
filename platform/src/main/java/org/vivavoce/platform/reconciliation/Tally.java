package org.vivavoce.platform.reconciliation;

import java.math.BigInteger;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a projection has taken from one partition.
 *
 * @param from the offset from which it counts
 * @param to the offset of the next record to read
 * @param applied records that keep the contract
 * @param digest of these, see {@link RecordDigest}
 * @param unreadable records that were set aside: they break it, or could not be applied
 * @param unreadableDigest of those
 */
public record Tally(long from, long to, long applied, BigInteger digest, long unreadable, BigInteger unreadableDigest) {

	/**
	 * Nothing yet.
	 */
	public static Tally startingAt(long offset) {
		return new Tally(offset, offset, 0, BigInteger.ZERO, 0, BigInteger.ZERO);
	}

	/**
	 * One record more; one that was counted before changes nothing.
	 * @param readable whether it keeps the contract
	 */
	public Tally plus(ConsumerRecord<byte[], byte[]> message, boolean readable) {
		if (message.offset() < this.to) {
			return this;
		}
		long next = message.offset() + 1;
		BigInteger each = RecordDigest.of(message);
		return readable
				? new Tally(this.from, next, this.applied + 1, RecordDigest.sum(this.digest, each), this.unreadable,
						this.unreadableDigest)
				: new Tally(this.from, next, this.applied, this.digest, this.unreadable + 1,
						RecordDigest.sum(this.unreadableDigest, each));
	}

	/**
	 * One of the applied records was set aside after all.
	 * @param each its digest
	 */
	public Tally parked(BigInteger each) {
		return new Tally(this.from, this.to, this.applied - 1, RecordDigest.difference(this.digest, each),
				this.unreadable + 1, RecordDigest.sum(this.unreadableDigest, each));
	}

	/**
	 * The same up to a later offset, where nothing lies in between.
	 */
	public Tally reaching(long offset) {
		return new Tally(this.from, Math.max(this.to, offset), this.applied, this.digest, this.unreadable,
				this.unreadableDigest);
	}

	/**
	 * All records, also those that break the contract.
	 */
	public long records() {
		return this.applied + this.unreadable;
	}

}
