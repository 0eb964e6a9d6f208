package org.vivavoce.system.kubernetes;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * A directory of manifests as kustomize renders it.
 */
record Overlay(String name, List<HasMetadata> resources) {

	private static final Path DIRECTORY = Path.of("../deploy/kubernetes");

	/**
	 * What renders: kustomize itself, or the one in kubectl.
	 */
	static Optional<List<String>> renderer() {
		return Stream.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"))
			.filter((command) -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
				.anyMatch((directory) -> Files.isExecutable(Path.of(directory, command.getFirst()))))
			.findFirst();
	}

	static Overlay render(String name) throws IOException, InterruptedException {
		Path directory = DIRECTORY.resolve(name.equals("base") ? name : "overlays/" + name);
		Process process = new ProcessBuilder(
				Stream.concat(renderer().orElseThrow().stream(), Stream.of(directory.toString())).toList())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		String yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new AssertionError("kustomize refuses " + name);
		}
		return new Overlay(name, StrictKubernetes.read(yaml));
	}

	<T extends HasMetadata> List<T> all(Class<T> kind) {
		return this.resources.stream().filter(kind::isInstance).map(kind::cast).toList();
	}

}
