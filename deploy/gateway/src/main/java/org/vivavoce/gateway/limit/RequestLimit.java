package org.vivavoce.gateway.limit;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

/**
 * A token bucket for each key. Their number is bounded: whoever invents keys makes others
 * be forgotten, and gains no memory.
 */
final class RequestLimit {

	private final long perSecond;

	private final long burst;

	private final Ticker ticker;

	private final Cache<String, Bucket> buckets;

	/**
	 * Set the limit.
	 * @param perSecond in the long run; 0 for no limit
	 * @param burst after a pause, from 1
	 * @param tracked so many keys, from 1
	 */
	RequestLimit(long perSecond, long burst, int tracked, Ticker ticker) {
		this.perSecond = perSecond;
		this.burst = burst;
		this.ticker = ticker;
		// a bucket that is full again is as good as none
		Duration full = Duration.ofSeconds((perSecond > 0) ? burst / perSecond + 1 : 1);
		this.buckets = Caffeine.newBuilder()
			.maximumSize(tracked)
			.expireAfterAccess(full)
			.ticker(ticker)
			.executor(Runnable::run)
			.build();
	}

	/**
	 * Take one request.
	 * @return zero when it may pass, else how long it would have to wait
	 */
	Duration take(String key) {
		if (this.perSecond == 0) {
			return Duration.ZERO;
		}
		ConsumptionProbe probe = this.buckets.get(key, (absent) -> bucket()).tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
	}

	/**
	 * Give one request back that was taken, and then refused for another reason.
	 */
	void giveBack(String key) {
		Bucket bucket = this.buckets.getIfPresent(key);
		if (bucket != null) {
			bucket.addTokens(1);
		}
	}

	/**
	 * How many keys are counted.
	 */
	long size() {
		this.buckets.cleanUp();
		return this.buckets.estimatedSize();
	}

	private Bucket bucket() {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(this.burst).refillGreedy(this.perSecond, Duration.ofSeconds(1)))
			.withCustomTimePrecision(new Meter(this.ticker))
			.build();
	}

	private record Meter(Ticker ticker) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return this.ticker.read();
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	}

}
