package org.vivavoce.contracts;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTests {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("org.vivavoce.contracts");

	@Test
	void theContractsDependOnNoFramework() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "com.mongodb..")
			.check(this.classes);
	}

	@Test
	void theContractsDependOnNoService() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.vivavoce.platform..", "org.vivavoce.question..", "org.vivavoce.scoring..",
					"org.vivavoce.report..")
			.check(this.classes);
	}

	@Test
	void eventsKnowNothingOfKafka() {
		noClasses().that()
			.implement(Event.class)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.kafka..", "io.cloudevents..")
			.check(this.classes);
	}

}
