package org.vivavoce.platform.audit;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuditPolicyTests {

	@ParameterizedTest
	@CsvSource({ "POST, /api/v1/question-sets", "PUT, /api/v1/questions/q-1", "POST, /api/v1/interviews",
			"POST, /api/v1/interviews/iv-1/close", "DELETE, /api/v1/candidates/cand-1", "POST, /interviews/new",
			"POST, /hub/import", "POST, /hub/new-kit", "POST, /hub/kits/k/edit",
			"POST, /api/v1/projections/scorecards/rebuild", "GET, /api/v1/audit/report-service", "GET, /dead-letters/x",
			"PATCH, /anything/that/comes" })
	void changesAndWhatOnlyAdministratorsReadAreAudited(String method, String path) {
		assertThat(AuditPolicy.isAudited(method, path)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "PUT, /api/v1/score-sheets/iv-1/answers/q-1", "POST, /api/v1/interviews/iv-1/served",
			"POST, /interviews/iv-1/next", "POST, /interviews/iv-1/console/answers/q-1",
			"POST, /interviews/new/preview", "POST, /hub/new-kit/preview", "POST, /hub/kits/k/edit/preview",
			"GET, /api/v1/interviews", "GET, /hub" })
	void thePanelsOwnWorkAndPlainReadingAreNot(String method, String path) {
		assertThat(AuditPolicy.isAudited(method, path)).isFalse();
	}

	@Test
	void ofAFloodOfRefusalsSoManyAreListedEachSecond() {
		RefusalLimit limit = new RefusalLimit(2);
		Instant now = Instant.parse("2026-05-04T08:00:00.100Z");
		assertThat(limit.admits(now)).isTrue();
		assertThat(limit.admits(now.plusMillis(800))).isTrue();
		assertThat(limit.admits(now.plusMillis(801))).isFalse();
		assertThat(limit.admits(now.plusMillis(900))).isTrue();
	}

}
