package org.vivavoce.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * The Chromium of this machine. Nothing is ever downloaded.
 */
final class Chromium {

	static final String HOW_TO_GET_ONE = "install Chromium or Chrome (apt-get install chromium), or name one by "
			+ "-Dvivavoce.chromium=/path/to/it";

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable");

	private static final Set<String> DOWNLOADED = Set.of("chrome", "chrome.exe", "Chromium", "chrome-headless-shell");

	private static final List<String> FLAGS = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
			"--disable-background-networking", "--disable-component-update", "--disable-sync");

	private Chromium() {
	}

	/**
	 * The one that {@code vivavoce.chromium} names, else one on the path, else one that
	 * Playwright has downloaded.
	 */
	static Optional<Path> find() {
		String named = System.getProperty("vivavoce.chromium");
		if (named != null) {
			return Optional.of(Path.of(named)).filter(Files::isExecutable);
		}
		return onPath().or(Chromium::downloaded);
	}

	private static Optional<Path> onPath() {
		List<Path> directories = new ArrayList<>(List.of(Path.of("/usr/bin")));
		Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.filter((directory) -> !directory.isEmpty())
			.map(Path::of)
			.forEach(directories::add);
		return NAMES.stream()
			.flatMap((name) -> directories.stream().map((directory) -> directory.resolve(name)))
			.filter((path) -> Files.isRegularFile(path) && Files.isExecutable(path))
			.findFirst();
	}

	private static Optional<Path> downloaded() {
		Path home = Path.of(System.getProperty("user.home"));
		return Stream
			.of(home.resolve(".cache/ms-playwright"), home.resolve("Library/Caches/ms-playwright"),
					home.resolve("AppData/Local/ms-playwright"))
			.filter(Files::isDirectory)
			.flatMap(Chromium::executables)
			.findFirst();
	}

	private static Stream<Path> executables(Path downloads) {
		try (Stream<Path> files = Files.walk(downloads, 6)) {
			return files.filter((file) -> DOWNLOADED.contains(file.getFileName().toString()))
				.filter((file) -> Files.isRegularFile(file) && Files.isExecutable(file))
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Browser launch(Playwright playwright) {
		Path executable = find().orElseThrow(() -> new IllegalStateException("No browser: " + HOW_TO_GET_ONE));
		List<String> flags = new ArrayList<>(FLAGS);
		if ("root".equals(System.getProperty("user.name"))) {
			flags.add("--no-sandbox");
		}
		return playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setHeadless(true).setArgs(flags));
	}

}
