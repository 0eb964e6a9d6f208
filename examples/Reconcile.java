import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Holds what the scorecards have applied against the topics. It needs nothing but the Kafka client:
 *
 *     java -cp 'kafka/libs/*' examples/Reconcile.java localhost:9092 http://localhost:8080 .vivavoce/tokens/admin.jwt
 *
 * Ends with 0 when every partition agrees, with 1 when one does not.
 */
public class Reconcile {

	static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

	public static void main(String[] args) throws Exception {
		String told = get(URI.create(args[1] + "/api/v1/projections/scorecards/reconciliation"), Path.of(args[2]));
		List<String> partitions = Pattern.compile("\\{[^{}]*}").matcher(told).results().map(MatchResult::group).toList();
		int differing = 0;
		for (String partition : partitions) {
			long records = number(partition, "applied") + number(partition, "unreadable");
			BigInteger digest = digest(partition, "digest").add(digest(partition, "unreadableDigest")).mod(MODULUS);
			String found = read(args[0], new TopicPartition(text(partition, "topic"), (int) number(partition, "partition")),
					number(partition, "from"), number(partition, "to"));
			boolean same = found.equals("%d records %064x".formatted(records, digest));
			differing += same ? 0 : 1;
			System.out.printf("%s %s-%d: %s%n", same ? "same" : "DIFFERENT", text(partition, "topic"),
					number(partition, "partition"), found);
		}
		System.out.printf("%d partitions, %d different%n", partitions.size(), differing);
		System.exit((differing == 0) ? 0 : 1);
	}

	static String read(String brokers, TopicPartition partition, long from, long to) throws Exception {
		long records = 0;
		BigInteger digest = BigInteger.ZERO;
		try (var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed"), new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			consumer.assign(List.of(partition));
			consumer.seek(partition, from);
			while (consumer.position(partition) < to) {
				for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
					if (record.offset() < to) {
						records++;
						digest = digest.add(digest(record)).mod(MODULUS);
					}
				}
			}
		}
		return "%d records %064x".formatted(records, digest);
	}

	static BigInteger digest(ConsumerRecord<byte[], byte[]> record) throws Exception {
		MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
		for (String name : List.of("ce_source", "ce_id")) {
			Header header = record.headers().lastHeader(name);
			sha256.update((header != null && header.value() != null) ? header.value() : new byte[0]);
			sha256.update((byte) '\n');
		}
		byte[] body = (record.value() != null) ? record.value() : record.key();
		sha256.update((body != null) ? body : new byte[0]);
		return new BigInteger(1, sha256.digest());
	}

	static String get(URI uri, Path token) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(uri)
			.header("Authorization", "Bearer " + Files.readString(token).strip())
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new IllegalStateException(response.statusCode() + " " + response.body());
			}
			return response.body();
		}
	}

	static String text(String json, String field) {
		Matcher matcher = Pattern.compile("\"" + field + "\"\\s*:\\s*\"?([^\",}]*)").matcher(json);
		if (!matcher.find()) {
			throw new IllegalStateException(field + " is missing");
		}
		return matcher.group(1);
	}

	static long number(String json, String field) {
		return Long.parseLong(text(json, field));
	}

	static BigInteger digest(String json, String field) {
		return new BigInteger(text(json, field), 16);
	}

}
