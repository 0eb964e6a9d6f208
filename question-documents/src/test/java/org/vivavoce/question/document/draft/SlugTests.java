package org.vivavoce.question.document.draft;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugTests {

	@ParameterizedTest
	@CsvSource({ "Django, django", "Ruby on Rails, ruby-on-rails", "C++, cplusplus", "C#, csharp", ".NET, net",
			"Node.js, node.js", "' Go ', go", "日本, ''" })
	void namesATechnologysOwnSet(String technology, String id) {
		assertThat(Slug.of(technology)).isEqualTo(id);
	}

}
