package org.vivavoce.question.document;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = "org.vivavoce.question.document", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule documentsKnowNothingButTheirFormats = classes().should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.jspecify..", "org.vivavoce.contracts", "org.vivavoce.question.document..",
				"org.commonmark..", "org.apache.commons.csv..", "org.yaml.snakeyaml..");

	@ArchTest
	static final ArchRule aFormatKnowsNoOtherFormat = slices()
		.matching("org.vivavoce.question.document.(yaml|csv|markdown|text)")
		.should()
		.notDependOnEachOther();

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("org.vivavoce.(**)").should().beFreeOfCycles();

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.core.SpringVersion", "reactor.core.publisher.Mono",
			"com.mongodb.client.model.Filters", "org.bson.Document" })
	void noneOfTheseIsOnTheClassPath(String type) {
		assertThat(ClassLoader.getSystemResource(type.replace('.', '/') + ".class")).isNull();
	}

}
