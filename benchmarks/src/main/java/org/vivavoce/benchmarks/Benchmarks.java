package org.vivavoce.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command line. Whatever it starts listens on loopback, and ends with it.
 */
@Command(name = "benchmarks/run", mixinStandardHelpOptions = true,
		description = "Measures the pipeline beside peers and limits, on this machine and in the same run.")
final class Benchmarks implements Callable<Integer> {

	/**
	 * What can be measured.
	 */
	enum Group {

		/** Rows 1 to 3. */
		CATCH_UP,
		/** Rows 6 to 9. */
		READS,
		/** Rows 4 and 5. */
		RATINGS

	}

	@Option(names = "--without-peers", description = "Only measure the pipeline.")
	private boolean withoutPeers;

	@Parameters(arity = "0..*", description = "What to measure: ${COMPLETION-CANDIDATES}; everything by default.")
	private Set<Group> groups = new LinkedHashSet<>();

	@Option(names = "--runs", defaultValue = "3", description = "How often each figure is measured, ${DEFAULT-VALUE}.")
	private int runs;

	@Option(names = "--interviews", defaultValue = "5000",
			description = "Interviews of 41 events in the backlog of the catch-up, ${DEFAULT-VALUE}.")
	private int interviews;

	@Option(names = "--profile",
			description = "Record what is measured with Java Flight Recorder, which slows it down.")
	private boolean profile;

	@Option(names = "--output", description = "Directory for the results and the logs, ${DEFAULT-VALUE}.")
	private Path output = Path.of("benchmarks/target/results");

	/**
	 * What all measurements share.
	 */
	record Run(Path directory, Backing backing, int runs, int interviews, boolean profile, boolean peers) {

		/**
		 * The options of a JVM that is measured.
		 */
		List<String> options(String name, String... options) {
			return JavaProcess.options(this.directory, name, this.profile, options);
		}

	}

	public static void main(String[] args) {
		System.exit(new CommandLine(new Benchmarks()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
	}

	@Override
	public Integer call() throws Exception {
		Path directory = Files.createTempDirectory("vivavoce-benchmark");
		System.out.println("Logs are in " + directory);
		Results results = new Results();
		Set<Group> chosen = this.groups.isEmpty() ? Set.of(Group.values()) : this.groups;
		for (Group group : Group.values()) {
			if (chosen.contains(group)) {
				Path own = Files.createDirectories(directory.resolve(group.name()));
				measure(group, own, results);
			}
		}
		write(results);
		return 0;
	}

	private void measure(Group group, Path directory, Results results) throws Exception {
		if (group == Group.RATINGS) {
			Ratings.measure(directory, this.runs, this.profile, results);
			return;
		}
		try (Backing backing = Backing.start(directory)) {
			Run run = new Run(directory, backing, this.runs, this.interviews, this.profile, !this.withoutPeers);
			if (group == Group.CATCH_UP) {
				CatchUp.measure(run, results);
			}
			else {
				Reads.measure(run, results);
			}
		}
	}

	private void write(Results results) throws IOException {
		Files.createDirectories(this.output);
		Files.writeString(this.output.resolve("results.md"), results.table());
		Files.writeString(this.output.resolve("results.json"), results.json());
		System.out.println();
		System.out.println(results.table());
		for (String each : List.of("results.md", "results.json")) {
			System.out.println(this.output.resolve(each));
		}
	}

}
