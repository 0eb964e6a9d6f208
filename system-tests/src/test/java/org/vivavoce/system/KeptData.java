package org.vivavoce.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The data directory that an earlier build has left behind, and what that build answered
 * from it: {@code data.zip} and {@code answers.txt} side by side.
 */
final class KeptData {

	private static final String DATA = "data.zip";

	private static final String ANSWERS = "answers.txt";

	/** What each start makes anew where it is missing; the first two are secrets. */
	private static final Set<String> LEFT_OUT = Set.of("keys", "tokens", "in-use.lock", ".lock");

	private KeptData() {
	}

	/**
	 * Unpack the directory that a release has left behind.
	 */
	static Path unpack(String release, Path target) {
		try (ZipInputStream zip = new ZipInputStream(resource(release, DATA))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				Path file = target.resolve(entry.getName());
				Files.createDirectories(Objects.requireNonNull(file.getParent()));
				Files.copy(zip, file);
			}
			return target;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<KeptAnswer> answers(String release) {
		try (InputStream answers = resource(release, ANSWERS)) {
			return KeptAnswer.parse(new String(answers.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static InputStream resource(String release, String name) {
		String path = "/kept/" + release + "/" + name;
		return Objects.requireNonNull(KeptData.class.getResourceAsStream(path), path);
	}

	/**
	 * Keep the directory of a process that has ended.
	 */
	static void keep(Path data, List<KeptAnswer> answers, Path target) throws IOException {
		Files.createDirectories(target);
		Files.writeString(target.resolve(ANSWERS),
				answers.stream().map(KeptAnswer::text).collect(Collectors.joining("\n")));
		try (OutputStream file = Files.newOutputStream(target.resolve(DATA));
				ZipOutputStream zip = new ZipOutputStream(file);
				Stream<Path> all = Files.walk(data)) {
			zip.setLevel(9);
			for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
				Path name = data.relativize(each);
				if (Stream.of(name.getName(0), name.getFileName()).map(Path::toString).noneMatch(LEFT_OUT::contains)) {
					zip.putNextEntry(new ZipEntry(name.toString().replace('\\', '/')));
					Files.copy(each, zip);
				}
			}
		}
	}

}
