package org.vivavoce.question;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.store.Decision;

import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "org.vivavoce.question", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	/**
	 * Types that carry decisions inward and outward: HTTP, the store, the start.
	 */
	private static final DescribedPredicate<JavaClass> EDGE = DescribedPredicate.describe("types at the edge",
			(type) -> outermost(type).getSimpleName()
				.matches(".*(Application|Configuration|Controller|Service|Hub|Repository|Request|Response|Settings"
						+ "|StartWork|PersonalData|Importer|Indexer|Publisher|Reviser|Comparer|Planner|Lookup|Selector"
						+ "|KnownQuestions|UnlistedQuestions|DocumentReader)|package-info"));

	@ArchTest
	static final ArchRule setsAndPlansArePure = classes().that()
		.resideInAnyPackage("org.vivavoce.question.set", "org.vivavoce.question.plan")
		.should()
		.onlyDependOnClassesThat(or(
				resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson.annotation..",
						"org.vivavoce.contracts", "org.vivavoce.question.document..", "org.vivavoce.question.set",
						"org.vivavoce.question.plan", "org.vivavoce.question.exposure"),
				belongToAnyOf(Decision.class)));

	@ArchTest
	static final ArchRule whatIsNotAtTheEdgeKnowsNothingOfWebKafkaStoreOrSpring = noClasses()
		.that(DescribedPredicate.not(EDGE))
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
	static final ArchRule packagesAreFreeOfCycles = slices().matching("org.vivavoce.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule backgroundWorkNeverEndsInSilence = noClasses().should()
		.callMethod(Flux.class, "subscribe")
		.orShould()
		.callMethod(Mono.class, "subscribe");

	private static JavaClass outermost(JavaClass type) {
		return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
	}

}
