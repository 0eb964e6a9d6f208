package org.vivavoce.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import org.vivavoce.platform.SampleService;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * One sentence for each wrong setting, and nothing else.
 */
@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTests {

	private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					jwt.public-key-location=                      | Nobody's tokens would be accepted: set spring.security.oauth2.resourceserver.jwt.issuer-uri
					jwt.issuer-uri=http://localhost:9             | Both an issuer
					jwt.public-key-location=file:/missing.pem     | jwt.public-key-location is file:/missing.pem, which cannot be read
					jwt.public-key-location=file:NO-KEY           | which holds no RSA public key
					spring.mongodb.uri=localhost:27017/x          | spring.mongodb.uri is no connection string of MongoDB
					spring.mongodb.uri=mongodb://u:hush@hush@h/x  | spring.mongodb.uri is no connection string of MongoDB
					spring.mongodb.uri=mongodb://localhost        | spring.mongodb.uri names no database
					spring.mongodb.uri=mongodb://localhost/x?w=1  | (spring.mongodb.uri) say w=1, which loses acknowledged writes
					spring.kafka.bootstrap-servers=localhost      | The settings of Kafka (spring.kafka.*) cannot be used: Invalid url in bootstrap.servers
					spring.kafka.ssl.trust-store-location=file:/missing.jks | Failed to load SSL keystore /missing.jks of type JKS: there is no such file
					spring.kafka.properties.sasl.jaas.config=Login required password="hush" | The settings of Kafka (spring.kafka.*) cannot be used
					vivavoce.topics.partitions=0                  | vivavoce.topics.partitions is '0' ("vivavoce.topics.partitions" from property source "commandLineArgs"), expected: must be greater than or equal to 1
					vivavoce.topics.partitions=many               | vivavoce.topics.partitions is 'many' ("vivavoce.topics.partitions" from property source "commandLineArgs"), expected: a whole number
					vivavoce.topics.create=perhaps                | vivavoce.topics.create is 'perhaps' ("vivavoce.topics.create" from property source "commandLineArgs"), expected: true or false
					vivavoce.outbox.sweep-interval=soon           | vivavoce.outbox.sweep-interval is 'soon' ("vivavoce.outbox.sweep-interval" from property source "commandLineArgs"), expected: a duration such as 5s
					""")
	void aWrongSettingIsOneSentence(String setting, String sentence, CapturedOutput output) throws IOException {
		Path noKey = Files.writeString(this.directory.resolve("no-key.pem"), "no key");
		List<String> arguments = new ArrayList<>(List.of("--server.port=0",
				"--spring.mongodb.uri=mongodb://localhost/x", "--spring.kafka.bootstrap-servers=localhost:9092",
				"--" + JWT + "public-key-location=" + Tokens.publicKeyLocation()));
		String argument = "--" + setting.replace("jwt.", JWT).replace("NO-KEY", noKey.toString());
		// an option that is given twice would have both values
		arguments.removeIf((given) -> given.startsWith(argument.substring(0, argument.indexOf('=') + 1)));
		arguments.add(argument);
		if (setting.startsWith("spring.kafka.")) {
			arguments.add("--spring.kafka.security.protocol=" + (setting.contains("sasl") ? "SASL_SSL" : "SSL"));
		}
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> new SpringApplicationBuilder(SampleService.class).registerShutdownHook(false)
				.run(arguments.toArray(String[]::new)));
		// the broker of other tests in this JVM may log at the same moment
		assertThat(output.toString()
			.lines()
			.filter((line) -> !line.isBlank() && !line.contains("Logger[org.apache.kafka."))).singleElement()
			.asString()
			.contains("ERROR", "The service does not start. ", sentence)
			.doesNotContain("hush");
	}

}
