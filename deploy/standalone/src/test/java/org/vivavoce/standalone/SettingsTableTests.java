package org.vivavoce.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the tables that people read with the settings that the code reads, as the
 * configuration metadata and the settings files of all modules have them.
 */
class SettingsTableTests {

	private static final Path TABLES = Path.of("../../docs/settings.md");

	private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (?:`([^`]+)` )?\\| (?:`([^`]*)`)?.*");

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):(.*)}");

	private static final Pattern INJECTED = Pattern
		.compile("@Value\\(\"\\$\\{(vivavoce\\.[a-z.-]+)(?::([^}]*))?}\"\\)");

	private static final List<Path> SOURCES = List.of(Path.of("../../platform/src/main/java"),
			Path.of("../../question-service/src/main/java"), Path.of("../../scoring-service/src/main/java"),
			Path.of("../../report-service/src/main/java"), Path.of("../gateway/src/main/java"));

	private static final String COMMON = "All services";

	private static final Map<String, String> FILES = Map.of(COMMON, "vivavoce-platform.yaml", "question-service",
			"question-service.yaml", "scoring-service", "scoring-service.yaml", "report-service", "report-service.yaml",
			"gateway", "gateway.yaml");

	private record Row(String section, String name, String variable, String fallback) {

	}

	@Test
	void everySettingOfTheCodeHasARowWithItsDefault() throws IOException {
		List<Row> rows = rows();
		SortedMap<String, String> wrong = metadata();
		wrong.entrySet()
			.removeIf((setting) -> rows.stream()
				.anyMatch((row) -> row.name().equals(setting.getKey())
						&& (setting.getValue().isEmpty() || row.fallback().equals(setting.getValue()))));
		assertThat(wrong).as("without a row in docs/settings.md, or with another default there").isEmpty();
	}

	@Test
	void everySettingThatIsInjectedHasARowWithItsDefault() throws IOException {
		List<Row> rows = rows();
		assertThat(injected()).isNotEmpty()
			.allSatisfy((name, fallback) -> assertThat(rows).as(name)
				.anyMatch((row) -> row.name().equals(name) && (fallback.isEmpty() || row.fallback().equals(fallback))));
	}

	@Test
	void everyVariableOfASettingsFileHasARowWithItsDefault() throws IOException {
		List<Row> rows = rows();
		for (Map.Entry<String, String> file : FILES.entrySet()) {
			assertThat(variables(file.getKey(), file.getValue())).as("rows that docs/settings.md has to have")
				.allMatch((row) -> rows.contains(row)
						|| rows.contains(new Row(COMMON, row.name(), row.variable(), row.fallback())));
		}
	}

	@Test
	void everyRowOfOursIsASettingOfTheCode() throws IOException {
		SortedMap<String, String> metadata = metadata();
		StringBuilder sources = new StringBuilder(
				Files.readString(Path.of("src/main/java/org/vivavoce/standalone/Settings.java")));
		for (String file : FILES.values()) {
			yaml(file).forEach((name, value) -> sources.append(name).append('\n'));
		}
		injected().keySet().forEach((name) -> sources.append(name).append('\n'));
		assertThat(rows()).extracting(Row::name)
			.filteredOn((name) -> name.startsWith("vivavoce."))
			.isNotEmpty()
			.allMatch((name) -> metadata.containsKey(name) || sources.indexOf(name) >= 0);
	}

	private static List<Row> rows() throws IOException {
		String[] sections = Files.readString(TABLES).split("\n## ");
		return Stream.of(sections).flatMap((section) -> {
			String title = section.lines().findFirst().orElse("");
			return section.lines()
				.map(ROW::matcher)
				.filter(Matcher::matches)
				.map((row) -> new Row(title, row.group(1), text(row.group(2)), text(row.group(3))));
		}).toList();
	}

	/**
	 * Our settings with their defaults, as the annotation processor has found them.
	 */
	private static SortedMap<String, String> metadata() throws IOException {
		SortedMap<String, String> settings = new TreeMap<>();
		for (URL url : Collections.list(SettingsTableTests.class.getClassLoader()
			.getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream content = url.openStream()) {
				for (JsonNode property : JsonMapper.shared().readTree(content).path("properties")) {
					if (property.path("name").asString().startsWith("vivavoce.")) {
						settings.put(property.path("name").asString(), property.path("defaultValue").asString(""));
					}
				}
			}
		}
		return settings;
	}

	/**
	 * Settings that a bean takes one by one, with their defaults.
	 */
	private static SortedMap<String, String> injected() throws IOException {
		SortedMap<String, String> settings = new TreeMap<>();
		for (Path sources : SOURCES) {
			try (Stream<Path> files = Files.walk(sources)) {
				for (Path file : files.filter((each) -> each.toString().endsWith(".java")).toList()) {
					INJECTED.matcher(Files.readString(file))
						.results()
						.forEach((setting) -> settings.put(setting.group(1), text(setting.group(2))));
				}
			}
		}
		return settings;
	}

	private static List<Row> variables(String section, String file) throws IOException {
		return yaml(file).entrySet().stream().flatMap((entry) -> {
			Matcher variable = VARIABLE.matcher(entry.getValue());
			return variable.matches()
					? Stream.of(new Row(section, entry.getKey(), variable.group(1), variable.group(2)))
					: Stream.empty();
		}).toList();
	}

	private static SortedMap<String, String> yaml(String file) throws IOException {
		SortedMap<String, String> settings = new TreeMap<>();
		for (PropertySource<?> source : new YamlPropertySourceLoader().load(file, new ClassPathResource(file))) {
			for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
				settings.put(name, String.valueOf(source.getProperty(name)));
			}
		}
		return settings;
	}

	private static String text(@Nullable String group) {
		return (group != null) ? group : "";
	}

}
