package org.vivavoce.benchmarks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTests {

	@Test
	void aRowHasTheMedianAndTheSpreadOfItsRuns() {
		Results results = new Results();
		results.add("6", "answers", 200, "limit", 1_000);
		results.add("6", "answers", 100, "limit", 1_000);
		results.add("6", "answers", 900, "limit", 1_000);
		assertThat(results.table())
			.endsWith("| 6 | answers | 200 (100 – 900) | limit | 1,000 | 0.200 (0.100 – 0.900) |\n");
	}

	@Test
	void aFigureWithoutAPeerHasNoRatio() {
		Results results = new Results();
		results.add("3", "documents", 0.1);
		assertThat(results.table()).endsWith("| 3 | documents | 0.100 | | |  |\n");
		assertThat(results.json()).contains("\"value\" : 0.1").doesNotContain("NaN");
	}

	@ParameterizedTest
	@CsvSource({ "0.1234, 0.123", "1.234, 1.23", "12.34, 12.3", "'1234.5', '1,235'" })
	void aNumberHasThreeDigitsThatCount(double number, String shown) {
		assertThat(Results.number(number)).isEqualTo(shown);
	}

}
