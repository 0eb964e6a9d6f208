package org.vivavoce.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody who integrated with a released version is broken by this one.
 */
class ReleasedSchemasTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	static List<Path> released() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/released/v1"))) {
			return files.sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("released")
	void theSchemaKeepsWhatWasReleased(Path file) throws IOException {
		String name = file.getFileName().toString();
		JsonNode current = JSON.readTree(AsyncApiDocument.resource("schemas/" + name));
		assertThat(Compatibility.breaks(name.replace(".v1.json", ""), JSON.readTree(Files.readString(file)), current))
			.as("What breaks somebody needs a new version beside this one: see CONTRIBUTING.md")
			.isEmpty();
	}

}
