package org.vivavoce.question;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "org.vivavoce.question", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final DescribedPredicate<JavaClass> DOMAIN = DescribedPredicate
		.describe("domain types", (type) -> !outermost(type).getSimpleName()
			.matches(".*(Application|Configuration|Controller|Desk|Hub|Repository|Request|Response|Settings|StartWork"
					+ "|PersonalData)|package-info"));

	@ArchTest
	static final ArchRule domainTypesKnowNothingOfWebKafkaStoreOrSpring = noClasses().that(DOMAIN)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "org.apache.kafka..", "com.mongodb..", "org.bson..", "reactor..",
				"jakarta..", "io.swagger..", "org.vivavoce.platform.web..", "org.vivavoce.platform.security..",
				"org.vivavoce.platform.problem..", "org.vivavoce.platform.outbox..");

	@ArchTest
	static final ArchRule requestsAndResponsesKnowNothingOfSpring = noClasses().that()
		.haveNameMatching(".*(Request|Response)(\\$.*)?")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "com.mongodb..", "reactor..");

	@ArchTest
	static final ArchRule dependsOnNoOtherService = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.vivavoce.scoring..", "org.vivavoce.report..", "org.vivavoce.standalone..");

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("org.vivavoce.question.(*)..")
		.should()
		.beFreeOfCycles();

	private static JavaClass outermost(JavaClass type) {
		return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
	}

}
