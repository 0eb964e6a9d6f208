package org.vivavoce.question.interview;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestKeysTests {

	@Test
	void theSameCallerAndKeyNameTheSameInterview() {
		assertThat(RequestKeys.interviewId("anna", "k1")).isEqualTo(RequestKeys.interviewId("anna", "k1"))
			.matches("iv-[0-9a-f]{20}")
			.isNotEqualTo(RequestKeys.interviewId("anna", "k2"))
			.isNotEqualTo(RequestKeys.interviewId("bert", "k1"));
	}

	@Test
	void withoutAKeyEveryInterviewHasAnIdOfItsOwn() {
		assertThat(RequestKeys.interviewId("anna", null)).matches("iv-[0-9a-f]{20}")
			.isNotEqualTo(RequestKeys.interviewId("anna", null));
	}

	@Test
	void aRequestWithoutAKeyHasNoName() {
		assertThat(RequestKeys.of("anna", null)).isNull();
		assertThat(RequestKeys.of("anna", "k1")).doesNotContain("k1").isEqualTo(RequestKeys.of("anna", "k1"));
	}

}
