package org.vivavoce.scoring;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "org.vivavoce.scoring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule theSheetIsPure = classes().that()
		.resideInAPackage("org.vivavoce.scoring.sheet")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.jspecify.annotations..", "com.fasterxml.jackson.annotation..",
				"io.swagger.v3.oas.annotations..", "org.vivavoce.contracts", "org.vivavoce.scoring.sheet");

	@ArchTest
	static final ArchRule noOtherServiceIsKnown = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.vivavoce.question..", "org.vivavoce.report..");

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("org.vivavoce.scoring.(**)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule backgroundWorkNeverEndsInSilence = noClasses().should()
		.callMethod(Flux.class, "subscribe")
		.orShould()
		.callMethod(Mono.class, "subscribe");

}
