package org.vivavoce.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.vivavoce.testing.pipeline.Pipeline;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A measurement, not a test, and so not among those that every build runs: how long each
 * page takes from the request to its last byte, through the gateway, warm. Run it on an
 * idle machine by
 * {@code ./mvnw -am -pl browser-tests test -Dtest=PageSpeed -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class PageSpeed {

	private static final int WARM_UP = 200;

	private static final int MEASURED = 200;

	private final StandaloneProcess pipeline = Pipeline.shared();

	@Test
	void printTheTimeOfEachPage() throws IOException, InterruptedException {
		Exhibits exhibits = Exhibits.shared();
		try (HttpClient http = HttpClient.newHttpClient()) {
			System.out.printf("%-40s %10s %10s %10s%n", "page", "median ms", "p95 ms", "bytes");
			for (Place place : Place.PAGES) {
				HttpRequest request = request(place, exhibits);
				for (int each = 0; each < WARM_UP; each++) {
					http.send(request, BodyHandlers.ofByteArray());
				}
				System.out.println(measured(http, request, place));
			}
		}
	}

	private HttpRequest request(Place place, Exhibits exhibits) {
		return HttpRequest.newBuilder(URI.create(this.pipeline.address() + place.path().apply(exhibits)))
			.header("Cookie", "vivavoce-token=" + this.pipeline.token(place.role()))
			.header("Accept", "text/html")
			.header("Accept-Encoding", "gzip")
			.build();
	}

	private static String measured(HttpClient http, HttpRequest request, Place place)
			throws IOException, InterruptedException {
		double[] times = new double[MEASURED];
		int bytes = 0;
		for (int each = 0; each < MEASURED; each++) {
			long begin = System.nanoTime();
			HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
			times[each] = (System.nanoTime() - begin) / 1e6;
			bytes = response.body().length;
			assertThat(response.statusCode()).as(place.name()).isEqualTo(200);
		}
		Arrays.sort(times);
		return "%-40s %10.1f %10.1f %10d".formatted(place, times[MEASURED / 2], times[MEASURED * 95 / 100], bytes);
	}

}
