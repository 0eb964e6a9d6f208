package org.vivavoce.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The types, packages and files of this repository that the pages name exist. Names are
 * looked for in inline code and in the diagrams, and compared with the names of the
 * source files.
 */
class DocumentNameTests {

	private static final Path ROOT = Path.of("..");

	/** Inline code that looks like a type and is none of ours. */
	private static final Set<String> OTHERS = Set.of(
			// headers of HTTP
			"Accept", "Location", "Origin",
			// rights that Kafka's ACLs grant
			"Create", "Describe", "DescribeConfigs", "Read", "Write",
			// of the JDK, and the head of a column
			"Optional", "No",
			// names that no class of ours has, and patterns for the names of tests
			"Base", "Desk", "Helper", "Impl", "Manager", "Util", "FooBrowserTests", "FooIntegrationTests",
			"FooSystemTests", "FooTests");

	private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

	private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

	/** A type, perhaps with a nested type or a method: both parts are captured. */
	private static final Pattern TYPE = Pattern.compile("([A-Z][a-z]\\w*)(?:[.#](\\w+))?(?:\\(.*\\))?");

	private static final Pattern TYPE_IN_DIAGRAM = Pattern.compile("\\b[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+\\b");

	private static final Pattern PACKAGE = Pattern
		.compile("(?:org\\.vivavoce\\.)?([a-z]+(?:\\.[a-z]+)*)(\\.[A-Z]\\w*)?");

	private static final Pattern FILE = Pattern.compile("([\\w.-]+)/[\\w./-]+");

	private static final Map<String, List<Path>> SOURCES = DocumentTests.files(ROOT, ".java")
		.stream()
		.collect(Collectors.groupingBy((file) -> file.getFileName().toString().replace(".java", "")));

	private static final Set<String> PACKAGES = SOURCES.values()
		.stream()
		.flatMap(List::stream)
		.map((file) -> file.resolveSibling("").toString().replace('/', '.'))
		.filter((directory) -> directory.contains(".java.org.vivavoce."))
		.map((directory) -> directory.substring(directory.indexOf("org.vivavoce.") + "org.vivavoce.".length()))
		.collect(Collectors.toSet());

	static List<Path> pages() {
		return DocumentTests.pages();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void namesOfOursExist(Path page) throws IOException {
		assertThat(missing(Files.readString(page))).as("names in %s that nothing here has", page).isEmpty();
	}

	@Test
	void aNameThatNothingHasIsFound() {
		String page = """
				`CardState` is in `org.vivavoce.report.scorecard` or `report.scorecard`, `CardState.apply` folds.
				`README`, `Retry-After: 1`, `GET /api/v1`, `vivavoce.port`, `docs/rationale.md` and
				`system-tests/target/browser` are fine. These are not: `CardDesk`, `CardState.fly`, `report.attic`,
				`org.vivavoce.report.attic`, `org.vivavoce.report.page.CardState` and `docs/attic.md`.

				```mermaid
				flowchart LR
				  A[CardState] --> B[CardAttic]
				```
				""";
		assertThat(missing(page)).containsExactly("CardAttic", "CardDesk", "CardState.fly", "docs/attic.md",
				"org.vivavoce.report.attic", "org.vivavoce.report.page.CardState", "report.attic");
	}

	private static Set<String> missing(String page) {
		Stream<String> drawn = FENCED.matcher(page)
			.results()
			.filter((block) -> block.group(1).equals("mermaid"))
			.flatMap((block) -> TYPE_IN_DIAGRAM.matcher(block.group(2)).results())
			.map(MatchResult::group);
		Stream<String> written = CODE.matcher(FENCED.matcher(page).replaceAll(""))
			.results()
			.map((code) -> code.group(1));
		return Stream.concat(drawn, written)
			.filter(Predicate.not(DocumentNameTests::exists))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Whether this is there, or is no name of ours at all.
	 */
	private static boolean exists(String name) {
		Matcher type = TYPE.matcher(name);
		if (type.matches()) {
			return OTHERS.contains(type.group(1)) || SOURCES.getOrDefault(type.group(1), List.of())
				.stream()
				.anyMatch((source) -> type.group(2) == null || mentions(source, type.group(2)));
		}
		Matcher inPackage = PACKAGE.matcher(name);
		if (inPackage.matches() && (name.startsWith("org.vivavoce.") || isOurs(inPackage.group(1)))) {
			String place = inPackage.group(1).replace('.', '/');
			String typeInPackage = inPackage.group(2);
			return (typeInPackage == null) ? PACKAGES.contains(inPackage.group(1))
					: SOURCES.getOrDefault(typeInPackage.substring(1), List.of())
						.stream()
						.anyMatch((source) -> source.endsWith(place + '/' + source.getFileName()));
		}
		Matcher file = FILE.matcher(name);
		return !file.matches() || !Files.exists(ROOT.resolve(file.group(1))) || name.contains("/target/")
				|| Files.exists(ROOT.resolve(name));
	}

	/**
	 * Whether it begins like a package of a module and goes on.
	 */
	private static boolean isOurs(String name) {
		return name.contains(".") && PACKAGES.contains(name.substring(0, name.indexOf('.')));
	}

	private static boolean mentions(Path source, String member) {
		try {
			return Pattern.compile("\\b" + member + "\\b").matcher(Files.readString(source)).find();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
