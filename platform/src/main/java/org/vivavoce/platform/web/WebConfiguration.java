package org.vivavoce.platform.web;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.internal.constraintvalidators.bv.size.SizeValidatorForArray;
import org.hibernate.validator.internal.constraintvalidators.bv.size.SizeValidatorForCollection;
import org.hibernate.validator.internal.constraintvalidators.bv.size.SizeValidatorForMap;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.server.WebFilter;

import org.vivavoce.platform.problem.ProblemPages;
import org.vivavoce.platform.problem.ProblemWriter;
import org.vivavoce.platform.store.Indexes;

/**
 * The web side of every service.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
public class WebConfiguration {

	@Bean
	ProblemWriter problemWriter(JsonMapper json, ProblemPages pages) {
		return new ProblemWriter(json, pages);
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 10)
	WebFilter bodyLimitFilter(WebProperties properties) {
		return new BodyLimitFilter(properties);
	}

	/**
	 * The filter bounds bodies; a second limit in the codecs would only contradict it.
	 */
	@Bean
	CodecCustomizer codecsWithoutLimit() {
		return (codecs) -> codecs.defaultCodecs().maxInMemorySize(-1);
	}

	/**
	 * Event loops of its own: where services share a JVM, one that stops must not cut the
	 * connections of the others.
	 */
	@Bean
	ReactorResourceFactory reactorResourceFactory() {
		ReactorResourceFactory resources = new ReactorResourceFactory();
		resources.setUseGlobalResources(false);
		resources.setShutdownQuietPeriod(Duration.ZERO);
		return resources;
	}

	@Bean
	Idempotency idempotency(ReactiveMongoDatabaseFactory databases, JsonMapper json, Clock clock, Indexes indexes,
			MeterRegistry meters) {
		return new Idempotency(databases, json, clock, indexes, meters);
	}

	/**
	 * A "3" is no number, a 2.5 no integer (but a 3.0 is), a 7 no text, and no number is
	 * a place in a list of words: a wrong type is refused, not guessed. So is a name that
	 * is not known, or that comes twice.
	 */
	@Bean
	JsonMapperBuilderCustomizer strictTypes() {
		return (builder) -> builder.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.addModule(new SimpleModule().addDeserializer(String.class, new TextDeserializer())
				.addDeserializer(Integer.class, WholeNumberDeserializer.ofInteger(Integer.class))
				.addDeserializer(int.class, WholeNumberDeserializer.ofInteger(int.class))
				.addDeserializer(Long.class, WholeNumberDeserializer.ofLong(Long.class))
				.addDeserializer(long.class, WholeNumberDeserializer.ofLong(long.class)))
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.withCoercionConfig(LogicalType.Textual,
					(coercion) -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

	/**
	 * Events count code points, so lengths of requests are counted so, too: otherwise an
	 * emoji at the end of a name would be refused here and accepted there.
	 */
	@Bean
	ValidationConfigurationCustomizer lengthsInCodePoints() {
		return (configuration) -> {
			if (configuration instanceof HibernateValidatorConfiguration hibernate) {
				ConstraintMapping mapping = hibernate.createConstraintMapping();
				mapping.constraintDefinition(Size.class)
					.includeExistingValidators(false)
					.validatedBy(TextLengthValidator.class)
					.validatedBy(SizeValidatorForCollection.class)
					.validatedBy(SizeValidatorForMap.class)
					.validatedBy(SizeValidatorForArray.class);
				hibernate.addMapping(mapping);
			}
		};
	}

	@Bean
	RequestParameters requestParameters() {
		return new RequestParameters();
	}

	/**
	 * What is no text never reaches a query, a log or a page.
	 */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 20)
	WebFilter textFilter() {
		return new TextFilter();
	}

	@Bean
	WebFilter anyTagFilter() {
		return new AnyTagFilter();
	}

}
