package org.vivavoce.standalone;

import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command line can be.
 */
final class Help {

	static final String TEXT = """
			Usage: java -jar standalone-0.1.0-SNAPSHOT-exec.jar [--SETTING=VALUE...]
			       java -jar standalone-0.1.0-SNAPSHOT-exec.jar question-sets --help

			Starts the whole pipeline on this machine, for this machine alone: the pages and
			APIs of question-, scoring- and report-service behind one address, with a Kafka
			broker and a MongoDB-compatible store that come along. Ctrl-C ends it; the data
			stays.

			  --vivavoce.data-dir=DIR        Data, keys and tokens; .vivavoce when left out.
			  --vivavoce.port=PORT           The address to open; 8080 when left out.
			  --vivavoce.question-port=PORT  question-service by itself; 8081 when left out.
			  --vivavoce.scoring-port=PORT   scoring-service by itself; 8082 when left out.
			  --vivavoce.report-port=PORT    report-service by itself; 8083 when left out.
			  --vivavoce.kafka-port=PORT     The broker; 9092 when left out.
			  --vivavoce.store-port=PORT     The store; 27017 when left out.

			Each is an environment variable as well, for example VIVAVOCE_PORT=9080. Settings of
			the services are in docs/settings.md. "question-sets" previews, imports and exports
			questions of a pipeline that is running.""";

	private static final Set<String> WANTED = Set.of("-h", "--help", "help");

	private Help() {
	}

	static boolean wanted(String... args) {
		return Stream.of(args).anyMatch(WANTED::contains);
	}

}
