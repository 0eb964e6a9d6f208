package org.vivavoce.platform.problem;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ExpectedTypeTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.build();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"size\": \"ten\"} | must be a whole number", "{\"price\": \"ten\"} | must be a number",
					"{\"name\": {}} | must be a text", "{\"open\": \"yes\"} | must be true or false",
					"{\"at\": \"noon\"} | must be a time such as 2026-01-31T09:30:00Z",
					"{\"names\": \"a\"} | must be a list", "{\"inner\": 3} | must be an object",
					"{\"colour\": \"blue\"} | must be one of red, green", "[] | must be an object" })
	void isSaidInTheWordsOfTheCaller(String json, String expected) {
		DatabindException thrown = catchThrowableOfType(DatabindException.class,
				() -> JSON.readValue(json, Sample.class));
		assertThat(ExpectedType.of(thrown)).isEqualTo(expected);
	}

	enum Colour {

		@JsonProperty("red")
		RED,

		@JsonProperty("green")
		GREEN

	}

	record Sample(int size, @Nullable BigDecimal price, @Nullable String name, boolean open, @Nullable Instant at,
			@Nullable List<String> names, @Nullable Sample inner, @Nullable Colour colour) {
	}

}
