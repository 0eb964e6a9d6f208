package org.vivavoce.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written for people leads to what is there.
 */
class DocumentTests {

	private static final Path ROOT = Path.of("..");

	private static final Set<String> BUILT = Set.of("target", "node_modules", ".git", ".vivavoce", "lib");

	private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:|#)([^)#\\s]+)(#[^)\\s]*)?\\)");

	private static final Pattern ANCHOR = Pattern.compile("\\]\\((?!\\w+:)([^)#\\s]*)#([^)\\s]+)\\)");

	private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

	private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");

	private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

	/** A link to an example, and the block below it. */
	private static final Pattern SHOWN = Pattern
		.compile("(?ms)\\]\\(([^)]*examples/[^)]*)\\):\\n\\n```\\w+\\n(.*?)^```$");

	static List<Path> pages() {
		return files(ROOT, ".md");
	}

	static List<Path> files(Path directory, String... endings) {
		try (Stream<Path> entries = Files.list(directory)) {
			return entries.filter((entry) -> !BUILT.contains(entry.getFileName().toString()))
				.flatMap((entry) -> Files.isDirectory(entry) ? files(entry, endings).stream()
						: Stream.of(entry).filter((file) -> Stream.of(endings).anyMatch(file.toString()::endsWith)))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linksLeadSomewhere(Path page) throws IOException {
		assertThat(LINK.matcher(unfenced(page)).results().map((link) -> link.group(1)))
			.allSatisfy((link) -> assertThat(page.resolveSibling(link)).exists());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void anchorsAreHeadings(Path page) throws IOException {
		for (MatchResult link : ANCHOR.matcher(unfenced(page)).results().toList()) {
			Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
			assertThat(anchors(target)).as("%s: %s", page, link.group()).contains(link.group(2));
		}
	}

	/**
	 * As GitHub makes them of headings.
	 */
	private static List<String> anchors(Path page) throws IOException {
		return HEADING.matcher(unfenced(page))
			.results()
			.map((heading) -> heading.group(1)
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{N} _-]", "")
				.replace(' ', '-'))
			.toList();
	}

	private static String unfenced(Path page) throws IOException {
		return FENCED.matcher(Files.readString(page)).replaceAll("");
	}

	@Test
	void theReadmeShowsEveryModule() throws IOException {
		String readme = Files.readString(ROOT.resolve("README.md"));
		assertThat(MODULE.matcher(Files.readString(ROOT.resolve("pom.xml"))).results().map((module) -> module.group(1)))
			.isNotEmpty()
			.filteredOn((module) -> !readme.contains("\n| [" + module + "](" + module))
			.as("modules without a row in the README")
			.isEmpty();
	}

	@Test
	void thePagesOfTheClientsShowTheFilesThatRun() throws IOException {
		Map<Path, String> shown = new HashMap<>();
		for (Path page : pages()) {
			SHOWN.matcher(Files.readString(page))
				.results()
				.forEach((block) -> shown.put(page.resolveSibling(block.group(1)).normalize(), block.group(2)));
		}
		Set<Path> examples = new HashSet<>(
				files(ROOT.resolve("examples/clients").normalize(), ".java", ".py", ".mjs", ".sh"));
		assertThat(shown.keySet()).isEqualTo(examples);
		for (Path example : examples) {
			assertThat(shown.get(example)).as(example.toString()).isEqualTo(Files.readString(example));
		}
	}

}
