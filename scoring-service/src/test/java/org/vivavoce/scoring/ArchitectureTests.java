package org.vivavoce.scoring;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "org.vivavoce.scoring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	/**
	 * What carries the rules inward and outward; everything else is the rules themselves.
	 */
	private static final String EDGE = ".*\\.(\\w+(Controller|Configuration|Projection|Request)(\\$.*)?|Precondition|Refusals"
			+ "|Examples|ConsoleForms|RatingScale(\\$Validator)?|(ScoreSheets|SheetLists|SheetDirectory|DirectoryEntry)(\\$.*)?)";

	@ArchTest
	static final ArchRule theRulesKnowNoWebNoKafkaNoStore = classes().that()
		.resideInAPackage("..scoring.sheet..")
		.and()
		.haveNameNotMatching(EDGE)
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.vivavoce.contracts..", "org.vivavoce.scoring.sheet..",
				"org.jspecify.annotations..", "com.fasterxml.jackson.annotation..", "io.swagger.v3.oas.annotations..")
		.andShould()
		.onlyDependOnClassesThat()
		.haveNameNotMatching(EDGE);

	@ArchTest
	static final ArchRule theServiceKnowsNoOtherService = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.vivavoce.question..", "org.vivavoce.report..");

	@ArchTest
	static final ArchRule onlyTheApplicationIsPublic = classes().that()
		.resideInAPackage("..scoring.sheet..")
		.and()
		.areTopLevelClasses()
		.should()
		.notBePublic();

}
