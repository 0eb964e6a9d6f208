package org.vivavoce.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of standalone as a JVM has them after a start. It is written once for the
 * many starts of the tests, each of which takes a third less time with it.
 */
final class ClassArchive {

	private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

	/** The JVM tells what it cannot archive, which is not the pipeline's matter. */
	private static final List<String> QUIET = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-Xlog:aot=off");

	private ClassArchive() {
	}

	/**
	 * What a JVM needs to use the archive; nothing where a directory of classes is in the
	 * class path, for those cannot be archived.
	 */
	static List<String> options() {
		return Holder.OPTIONS;
	}

	private static List<String> write() {
		try {
			Path archive = Path.of("target", "standalone.jsa").toAbsolutePath();
			Files.deleteIfExists(archive);
			Path data = Files.createTempDirectory(archive.getParent(), "class-archive");
			try (StandaloneProcess process = StandaloneProcess.launch(with("-XX:ArchiveClassesAtExit=" + archive), data,
					Ports.free())) {
				process.awaitReady();
				process.stop(STOP_LIMIT);
			}
			return Files.exists(archive) ? with("-XX:SharedArchiveFile=" + archive) : List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> with(String option) {
		return Stream.concat(QUIET.stream(), Stream.of(option)).toList();
	}

	private static final class Holder {

		static final List<String> OPTIONS = write();

	}

}
