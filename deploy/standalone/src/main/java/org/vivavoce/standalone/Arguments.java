package org.vivavoce.standalone;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.vivavoce.standalone.command.QuestionSets;

/**
 * What was given on the command line: settings of standalone itself, and those of the
 * services, which each service gets.
 *
 * @param services {@code --name=value} each
 */
record Arguments(String[] all, List<String> services) {

	private static final Set<String> OWN = Set.of("vivavoce.data-dir", "vivavoce.port", "vivavoce.question-port",
			"vivavoce.scoring-port", "vivavoce.report-port", "vivavoce.kafka-port", "vivavoce.store-port");

	/** Given by standalone to each service, so that they find each other. */
	private static final Set<String> TAKEN = Set.of("server.address", "server.port", "spring.config.name",
			"spring.kafka.bootstrap-servers", "spring.mongodb.uri",
			"spring.security.oauth2.resourceserver.jwt.public-key-location", "vivavoce.sign-in.directory",
			"vivavoce.pages.sign-in-hint", "vivavoce.pages.sign-out-url");

	/**
	 * Sort the arguments.
	 * @throws StandaloneException for one that is not {@code --name=value}, or that
	 * standalone decides on itself
	 */
	static Arguments of(String... all) {
		Stream.of(all).forEach(Arguments::check);
		return new Arguments(all, Stream.of(all).filter((each) -> !OWN.contains(name(each))).toList());
	}

	private static void check(String argument) {
		if (argument.equals(QuestionSets.NAME)) {
			throw new StandaloneException(
					QuestionSets.NAME + " has to come first; it has options of its own, see question-sets --help.");
		}
		if (!argument.startsWith("-") && argument.indexOf('=') < 0) {
			throw new StandaloneException(
					"'" + argument + "' is no command; there is question-sets, and --help says what else is possible.");
		}
		if (!argument.startsWith("--") || argument.indexOf('=') < 0) {
			throw new StandaloneException(
					"'" + argument + "' is not a setting; they look like --vivavoce.port=9080, see docs/settings.md.");
		}
		if (TAKEN.contains(name(argument))) {
			throw new StandaloneException(
					name(argument) + " cannot be set here; broker, store, addresses and keys are part of standalone.");
		}
	}

	private static String name(String argument) {
		return argument.substring(2, argument.indexOf('='));
	}

	/**
	 * The arguments of a service.
	 * @param own what standalone says itself
	 */
	String[] with(String... own) {
		return Stream.concat(this.services.stream(), Stream.of(own)).toArray(String[]::new);
	}

}
