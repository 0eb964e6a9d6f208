package org.vivavoce.platform.digest;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class Sha256Tests {

	private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

	@Test
	void theDigestIsTheOneOfTheStandard() {
		assertThat(Sha256.hex(bytes("abc"))).isEqualTo(ABC);
		assertThat(Sha256.shortHex(6, bytes("abc"))).isEqualTo(ABC.substring(0, 12));
	}

	@Test
	void partsCountOneAfterTheOther() {
		assertThat(Sha256.hex(bytes("a"), bytes(""), bytes("bc"))).isEqualTo(ABC);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
