package org.vivavoce.standalone.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import org.vivavoce.question.document.DocumentFormat;

/**
 * The pipeline that a command talks to, and who it is there.
 */
final class Server {

	private static final Duration TO_CONNECT = Duration.ofSeconds(5);

	private static final Duration TO_ANSWER = Duration.ofMinutes(2);

	@Option(names = "--url", scope = ScopeType.INHERIT, paramLabel = "URL",
			defaultValue = "http://localhost:${env:VIVAVOCE_PORT:-8080}",
			description = "Where the pipeline is, ${DEFAULT-VALUE} when left out.")
	private String url = "";

	@Option(names = "--token-file", scope = ScopeType.INHERIT, paramLabel = "FILE",
			defaultValue = "${env:VIVAVOCE_DATA_DIR:-.vivavoce}/tokens/recruiter.jwt",
			description = "Who you are, ${DEFAULT-VALUE} when left out.")
	private Path tokenFile = Path.of("");

	/**
	 * Ask for something.
	 * @param accept media type of the answer
	 * @throws CommandException when nobody answers
	 */
	Reply get(String path, String accept) {
		return send(path, Map.of(), HttpRequest.newBuilder().GET().header("Accept", accept));
	}

	/**
	 * Send a document.
	 * @param query parameters; empty ones are left out
	 * @throws CommandException when nobody answers
	 */
	Reply post(String path, Map<String, String> query, DocumentFormat type, byte[] document) {
		return send(path, query,
				HttpRequest.newBuilder()
					.POST(HttpRequest.BodyPublishers.ofByteArray(document))
					.header("Content-Type", type.types().getFirst())
					.header("Accept", "application/json"));
	}

	private Reply send(String path, Map<String, String> query, HttpRequest.Builder request) {
		try (HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build()) {
			URI address = URI.create(this.url.replaceAll("/+$", "") + "/api/v1" + path + parameters(query));
			HttpResponse<byte[]> response = client.send(
					request.uri(address).timeout(TO_ANSWER).header("Authorization", "Bearer " + token()).build(),
					HttpResponse.BodyHandlers.ofByteArray());
			return new Reply(response.statusCode(), response.body());
		}
		catch (IllegalArgumentException ex) {
			throw new CommandException("'" + this.url + "' is no address of a pipeline.", ex);
		}
		catch (HttpTimeoutException ex) {
			throw new CommandException((ex instanceof HttpConnectTimeoutException) ? nobody()
					: this.url + " has not answered in time; look whether it was done.", ex);
		}
		catch (ConnectException ex) {
			throw new CommandException(nobody(), ex);
		}
		catch (IOException ex) {
			throw new CommandException(this.url + " broke off the connection; look whether it was done.", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CommandException("Interrupted.", ex);
		}
	}

	private String nobody() {
		return "Nobody answers at " + this.url + "; is the pipeline running?";
	}

	static String parameters(Map<String, String> query) {
		String text = query.entrySet()
			.stream()
			.filter((each) -> !each.getValue().isEmpty())
			.sorted(Map.Entry.comparingByKey())
			.map((each) -> each.getKey() + "=" + encode(each.getValue()))
			.collect(Collectors.joining("&"));
		return text.isEmpty() ? "" : "?" + text;
	}

	static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private String token() {
		try {
			String token = Files.readString(this.tokenFile).strip();
			if (!token.matches("[!-~]+")) {
				throw new CommandException(this.tokenFile + " holds no token.");
			}
			return token;
		}
		catch (IOException ex) {
			throw new CommandException("There is no token in " + this.tokenFile
					+ "; start the pipeline first, or name another file with --token-file.", ex);
		}
	}

}
