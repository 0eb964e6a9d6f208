package org.vivavoce.platform.problem;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;

import com.mongodb.MongoTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemsTests {

	@ParameterizedTest
	@CsvSource({ "role, /role", "candidate.id, /candidate/id", "panel[2], /panel/2",
			"externalIds[a.b].<map value>, /externalIds/a.b", "externalIds<K>[a~b].<map key>, /externalIds/a~0b",
			"panel[0].<list element>, /panel/0" })
	void aPropertyPathBecomesAJsonPointer(String path, String pointer) {
		assertThat(Problems.pointer(path)).isEqualTo(pointer);
	}

	@Test
	void anOutageSaysWhenToTryAgain() {
		ProblemException problem = Problems.of(new RuntimeException(new MongoTimeoutException("no server")));
		assertThat(problem.type()).isEqualTo(ProblemTypes.UNAVAILABLE);
		assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void aServiceThatCannotBeFoundOrReachedIsAnOutage() {
		assertThat(Problems.of(new UnknownHostException("question-service")).type())
			.isEqualTo(ProblemTypes.UNAVAILABLE);
		assertThat(Problems.of(new RuntimeException(new ConnectException("refused"))).type())
			.isEqualTo(ProblemTypes.UNAVAILABLE);
	}

	@Test
	void whatIsNotKnownIsInternalAndSaysNothing() {
		ProblemException problem = Problems.of(new IllegalStateException("password=secret"));
		assertThat(problem.type()).isEqualTo(ProblemTypes.INTERNAL);
		assertThat(problem.detail()).doesNotContain("secret");
	}

	@Test
	void statusesOfTheFrameworkKeepTheirMeaning() {
		assertThat(Problems.of(new ResponseStatusException(HttpStatus.NOT_FOUND)).type())
			.isEqualTo(ProblemTypes.NOT_FOUND);
		assertThat(Problems.of(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE)).type())
			.isEqualTo(ProblemTypes.UNAVAILABLE);
	}

}
