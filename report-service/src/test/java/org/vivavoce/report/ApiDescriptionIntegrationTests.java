package org.vivavoce.report;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.testing.OpenApiDocument;

import static org.assertj.core.api.Assertions.assertThat;

@ReportServiceTest
class ApiDescriptionIntegrationTests {

	@LocalServerPort
	private int port;

	private OpenApiDocument document = OpenApiDocument.EMPTY;

	@BeforeEach
	void read() {
		this.document = OpenApiDocument.of("report-service", this.port);
	}

	@Test
	void everyCallHasAnIdThatSaysWhatItDoes() {
		assertThat(this.document.callsWithoutAnIdOfTheirOwn()).isEmpty();
	}

	@Test
	void everythingThatIsSentAndAnsweredHasASchema() {
		assertThat(this.document.placesWithoutASchema()).isEmpty();
	}

	@Test
	void everyObjectSaysWhatIsAlwaysThere() {
		assertThat(this.document.schemasWithoutRequiredFields()).isEmpty();
	}

	@Test
	void everyExampleIsAsItsSchemaSays() {
		assertThat(this.document.wrongExamples()).isEmpty();
	}

}
