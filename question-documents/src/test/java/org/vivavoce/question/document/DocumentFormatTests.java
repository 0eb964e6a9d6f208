package org.vivavoce.question.document;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentFormatTests {

	private static final String YAML = """
			technology: django
			levels:
			  - level: mid
			""";

	private static final String CSV = """
			technology,level,topic,question,strong answer,red flag
			django,mid,orm,Why so slow?,Looks at the queries.,Guesses
			""";

	private static final String MARKDOWN = """
			# Django interview questions

			## Mid (2–5 years)

			### Why so slow?
			""";

	private static final String TEXT = """
			Django interview questions

			Mid-level Django interview questions
			2–5 years of experience

			Why so slow?
			""";

	@Test
	void aDocumentTellsItsFormat() {
		assertThat(DocumentFormat.detect("", YAML)).isEqualTo(DocumentFormat.YAML);
		assertThat(DocumentFormat.detect("", CSV)).isEqualTo(DocumentFormat.CSV);
		assertThat(DocumentFormat.detect("", MARKDOWN)).isEqualTo(DocumentFormat.MARKDOWN);
		assertThat(DocumentFormat.detect("", TEXT)).isEqualTo(DocumentFormat.TEXT);
		assertThat(DocumentFormat.detect("", "nonsense")).isEqualTo(DocumentFormat.YAML);
	}

	@Test
	void theNameOfAFileComesFirst() {
		assertThat(DocumentFormat.detect("a.b.CSV", YAML)).isEqualTo(DocumentFormat.CSV);
		assertThat(DocumentFormat.detect("page.txt", MARKDOWN)).isEqualTo(DocumentFormat.MARKDOWN);
	}

}
