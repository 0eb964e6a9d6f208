package org.vivavoce.platform;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTests {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("org.vivavoce.platform");

	@Test
	void nothingOfTheInterviewDomainLivesHere() {
		noClasses().should()
			.dependOnClassesThat()
			.haveNameMatching("org\\.vivavoce\\.contracts\\.(Candidate|Interview|Question|Answer|Recommendation|"
					+ "Scorecard|Level|Overall|Served|Rating|KeyPoint|Coverage).*")
			.check(this.classes);
	}

	@Test
	void thePlatformKnowsNoService() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.vivavoce.question..", "org.vivavoce.scoring..", "org.vivavoce.report..")
			.check(this.classes);
	}

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching("org.vivavoce.(**)").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void backgroundWorkNeverEndsInSilence() {
		noClasses().should()
			.callMethod(Flux.class, "subscribe")
			.orShould()
			.callMethod(Mono.class, "subscribe")
			.check(this.classes);
	}

}
