package org.vivavoce.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "org.vivavoce.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("org.vivavoce.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule theGatewayKnowsNoService = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.vivavoce.question..", "org.vivavoce.scoring..", "org.vivavoce.report..",
				"org.vivavoce.standalone..");

}
