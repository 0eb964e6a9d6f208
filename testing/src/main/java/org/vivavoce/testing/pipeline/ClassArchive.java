package org.vivavoce.testing.pipeline;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * The classes of standalone as a JVM has them after a start. It is written once for the
 * many starts of the tests, each of which takes a third less time with it, and stays in
 * force until a jar changes.
 */
final class ClassArchive {

	private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

	/** The JVM tells what it cannot archive, which is not the pipeline's matter. */
	private static final List<String> QUIET = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-Xlog:aot=off");

	private ClassArchive() {
	}

	/**
	 * What a JVM needs to use the archive; nothing where {@code vivavoce.class-archive}
	 * names none, nor where a directory of classes is in the class path, for those cannot
	 * be archived.
	 */
	static List<String> options() {
		return Holder.OPTIONS;
	}

	private static List<String> provide() {
		String named = System.getProperty("vivavoce.class-archive");
		List<Path> entries = Stream.of(StandaloneProcess.classPath().split(File.pathSeparator)).map(Path::of).toList();
		if (named == null || entries.stream().anyMatch(Files::isDirectory)) {
			return List.of();
		}
		Path archive = Path.of(named).toAbsolutePath();
		try {
			if (!isNewerThanAll(archive, entries)) {
				write(archive);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Files.exists(archive) ? with("-XX:SharedArchiveFile=" + archive) : List.of();
	}

	private static boolean isNewerThanAll(Path archive, List<Path> entries) throws IOException {
		if (!Files.exists(archive)) {
			return false;
		}
		FileTime written = Files.getLastModifiedTime(archive);
		for (Path entry : entries) {
			if (Files.getLastModifiedTime(entry).compareTo(written) >= 0) {
				return false;
			}
		}
		return true;
	}

	private static void write(Path archive) throws IOException {
		Files.deleteIfExists(archive);
		Path data = Files.createTempDirectory("vivavoce-class-archive");
		try (StandaloneProcess process = StandaloneProcess.launch(with("-XX:ArchiveClassesAtExit=" + archive), data,
				Ports.free())) {
			process.awaitReady();
			process.stop(STOP_LIMIT);
		}
		FileSystemUtils.deleteRecursively(data);
	}

	private static List<String> with(String option) {
		return Stream.concat(QUIET.stream(), Stream.of(option)).toList();
	}

	private static final class Holder {

		static final List<String> OPTIONS = provide();

	}

}
