package org.vivavoce.platform.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

import org.vivavoce.platform.digest.Sha256;

/**
 * Styles and scripts. Each service serves those of its own build under its own path, so
 * that a page and its assets always fit together.
 */
final class Assets implements WebFluxConfigurer {

	private static final String HTMX = "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";

	private static final Duration KEPT = Duration.ofDays(1);

	private final String path;

	private final List<String> locations;

	private final String version;

	/**
	 * The assets of a service: those of the platform, its own, and htmx.
	 * @param service the directory under {@code assets/} that holds its own
	 */
	Assets(String service) {
		PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
		try {
			Resource htmx = resolver.getResources(HTMX)[0];
			this.path = "/assets/" + service + "/";
			this.locations = List.of("classpath:/assets/platform/", "classpath:/assets/" + service + "/",
					directory(htmx.getURL().toString()));
			this.version = digest(Stream
				.of(new Resource[] { htmx }, resolver.getResources("classpath*:/assets/platform/*.*"),
						resolver.getResources("classpath*:/assets/" + service + "/*.*"))
				.flatMap(Arrays::stream)
				.sorted(Comparator.comparing((resource) -> String.valueOf(resource.getFilename())))
				.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String directory(String file) {
		return file.substring(0, file.lastIndexOf('/') + 1);
	}

	private static String digest(List<Resource> resources) throws IOException {
		byte[][] contents = new byte[resources.size()][];
		for (int each = 0; each < contents.length; each++) {
			contents[each] = resources.get(each).getContentAsByteArray();
		}
		return Sha256.shortHex(6, contents);
	}

	String path() {
		return this.path;
	}

	String version() {
		return this.version;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		var handler = registry.addResourceHandler(this.path + "**")
			.setCacheControl(CacheControl.maxAge(KEPT).cachePublic());
		handler.addResourceLocations(this.locations.toArray(String[]::new));
	}

}
