package org.vivavoce.question.hub;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentFormatTests {

	@Test
	void aDocumentTellsItsFormat() {
		assertThat(DocumentFormat.detect("", HubExamples.SET)).isEqualTo(DocumentFormat.YAML);
		assertThat(DocumentFormat.detect("", HubExamples.CSV)).isEqualTo(DocumentFormat.CSV);
		assertThat(DocumentFormat.detect("", HubExamples.MARKDOWN)).isEqualTo(DocumentFormat.MARKDOWN);
		assertThat(DocumentFormat.detect("", HubExamples.TEXT)).isEqualTo(DocumentFormat.TEXT);
		assertThat(DocumentFormat.detect("", "nonsense")).isEqualTo(DocumentFormat.YAML);
		for (QuestionSetDraft set : ShippedSetRepository.all()) {
			for (DocumentFormat format : DocumentFormat.values()) {
				if (format.written()) {
					assertThat(DocumentFormat.detect("", format.write(set))).isEqualTo(format);
				}
			}
		}
	}

	@Test
	void theNameOfAFileComesFirst() {
		assertThat(DocumentFormat.detect("a.b.CSV", HubExamples.SET)).isEqualTo(DocumentFormat.CSV);
		assertThat(DocumentFormat.detect("page.txt", HubExamples.MARKDOWN)).isEqualTo(DocumentFormat.MARKDOWN);
	}

}
