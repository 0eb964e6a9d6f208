package org.vivavoce.report;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "org.vivavoce.report", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule theScorecardIsPure = classes().that()
		.resideInAPackage("org.vivavoce.report.scorecard")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson.annotation..",
				"org.apache.commons.numbers..", "org.vivavoce.contracts", "org.vivavoce.report.scorecard");

	@ArchTest
	static final ArchRule noOtherServiceIsKnown = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.vivavoce.question..", "org.vivavoce.scoring..");

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("org.vivavoce.report.(**)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule onlyTheProjectionWrites = noClasses().that()
		.resideInAnyPackage("org.vivavoce.report.api..", "org.vivavoce.report.live..", "org.vivavoce.report.lookup..",
				"org.vivavoce.report.page..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.vivavoce.platform.outbox..");

	@ArchTest
	static final ArchRule backgroundWorkNeverEndsInSilence = noClasses().should()
		.callMethod(Flux.class, "subscribe")
		.orShould()
		.callMethod(Mono.class, "subscribe");

}
