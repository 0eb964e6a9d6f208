package org.vivavoce.question.hub;

import org.junit.jupiter.api.Test;

import org.vivavoce.question.document.DocumentFormat;

import static org.assertj.core.api.Assertions.assertThat;

class HubExampleTests {

	@Test
	void theExamplesOfTheApiTellTheirFormats() {
		assertThat(DocumentFormat.detect("", HubExamples.SET)).isEqualTo(DocumentFormat.YAML);
		assertThat(DocumentFormat.detect("", HubExamples.CSV)).isEqualTo(DocumentFormat.CSV);
		assertThat(DocumentFormat.detect("", HubExamples.MARKDOWN)).isEqualTo(DocumentFormat.MARKDOWN);
		assertThat(DocumentFormat.detect("", HubExamples.TEXT)).isEqualTo(DocumentFormat.TEXT);
	}

}
