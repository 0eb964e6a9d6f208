package org.vivavoce.gateway.limit;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class RequestLimitTests {

	private final AtomicLong now = new AtomicLong();

	private final RequestLimit limit = new RequestLimit(2, 5, 100, this.now::get);

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

	private int taken(String key) {
		int taken = 0;
		while (taken < 1000 && this.limit.take(key).isZero()) {
			taken++;
		}
		return taken;
	}

	@Test
	void aBurstPassesAndThenSoManyASecond() {
		assertThat(taken("ada")).isEqualTo(5);
		assertThat(this.limit.take("ada")).isEqualTo(Duration.ofMillis(500));
		pass(Duration.ofSeconds(1));
		assertThat(taken("ada")).isEqualTo(2);
		pass(Duration.ofHours(1));
		assertThat(taken("ada")).isEqualTo(5);
	}

	@Test
	void nobodyIsToldToComeAgainAtOnce() {
		assertThat(RequestLimitFilter.wholeSeconds(Duration.ofNanos(1))).isEqualTo(Duration.ofSeconds(1));
		assertThat(RequestLimitFilter.wholeSeconds(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
		assertThat(RequestLimitFilter.wholeSeconds(Duration.ofMillis(1001))).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void eachKeyHasItsOwn() {
		assertThat(taken("ada")).isEqualTo(5);
		assertThat(taken("bob")).isEqualTo(5);
	}

	@Test
	void nobodyIsForgottenBeforeTheirBucketIsFullAgain() {
		assertThat(taken("ada")).isEqualTo(5);
		pass(Duration.ofMillis(2_400));
		assertThat(taken("ada")).isEqualTo(4);
	}

	@Test
	void manyKeysTakeNoMoreMemory() {
		for (int i = 0; i < 10_000; i++) {
			this.limit.take("invented " + i);
		}
		assertThat(this.limit.size()).isLessThanOrEqualTo(100);
	}

	@Test
	void zeroIsNoLimit() {
		RequestLimit none = new RequestLimit(0, 1, 1, this.now::get);
		for (int i = 0; i < 100; i++) {
			assertThat(none.take("ada")).isZero();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			-                            | 0 | 198.51.100.1
			203.0.113.7                  | 0 | 198.51.100.1
			203.0.113.7                  | 1 | 203.0.113.7
			1.2.3.4, 203.0.113.7         | 1 | 203.0.113.7
			1.2.3.4, 203.0.113.7, 10.0.0.1 | 2 | 203.0.113.7
			203.0.113.7                  | 2 | 198.51.100.1
			203.0.113.7:51000            | 1 | 203.0.113.7
			::ffff:203.0.113.7           | 1 | 203.0.113.7
			2001:db8::1                  | 1 | 2001:db8::2
			[2001:db8::1]:443            | 1 | 2001:db8::1
			evil.example                 | 1 | 198.51.100.1
			-                            | 1 | 198.51.100.1
			""")
	void anAddressIsWhatATrustedProxyHasSeen(String forwarded, int trusted, String address) {
		MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get("/")
			.remoteAddress(new InetSocketAddress("198.51.100.1", 4711));
		if (forwarded != null) {
			request.header("X-Forwarded-For", forwarded);
		}
		MockServerHttpRequest plain = MockServerHttpRequest.get("/")
			.remoteAddress(new InetSocketAddress(address, 1))
			.build();
		assertThat(ClientKeys.address(request.build(), trusted)).isEqualTo(ClientKeys.address(plain, 0));
	}

	@Test
	void aNetworkOfIpv6IsOneAddress() {
		assertThat(address("2001:db8:1:2::1")).isEqualTo(address("2001:db8:1:2:ffff::7"))
			.isNotEqualTo(address("2001:db8:1:3::1"));
	}

	private static String address(String address) {
		return ClientKeys
			.address(MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(address, 1)).build(), 0);
	}

	@Test
	void aTokenWhoseSignatureIsWrittenDifferentlyIsTheSame() {
		Optional<String> person = person("e30.e30.AAAA");
		assertThat(person("e30.e30.AAAA=")).isEqualTo(person);
		assertThat(person("e30.e30.AA~AA")).isEqualTo(person);
		assertThat(person("e30.e30.AAAB")).isNotEqualTo(person);
		assertThat(person("e30.e31.AAAA")).isNotEqualTo(person);
	}

	private static Optional<String> person(String token) {
		return ClientKeys.person(MockServerHttpRequest.get("/").header("Authorization", "Bearer " + token).build());
	}

	@Test
	void whatIsGivenBackCanBeTakenAgain() {
		assertThat(taken("ada")).isEqualTo(5);
		this.limit.giveBack("ada");
		assertThat(taken("ada")).isEqualTo(1);
	}

	@Test
	void aPersonIsTheTokenInTheHeaderOrTheCookie() {
		MockServerHttpRequest header = MockServerHttpRequest.get("/").header("Authorization", "Bearer abc").build();
		MockServerHttpRequest cookie = MockServerHttpRequest.get("/")
			.cookie(new HttpCookie("vivavoce-token", "abc"))
			.build();
		assertThat(ClientKeys.person(header)).isPresent().isEqualTo(ClientKeys.person(cookie));
		assertThat(ClientKeys.person(header).orElseThrow()).doesNotContain("abc");
		assertThat(ClientKeys.person(MockServerHttpRequest.get("/").build())).isEmpty();
	}

}
