package org.vivavoce.system.kubernetes;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Reads manifests by the schemas of Kubernetes; a field that these do not know is a
 * fault, which a cluster would only warn of.
 */
final class StrictKubernetes {

	private static final ObjectMapper MAPPER = new ObjectMapper(new YAMLFactory())
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.registerModule(new SimpleModule().setDeserializerModifier(new WithoutCatchAll()));

	private StrictKubernetes() {
	}

	static List<HasMetadata> read(String yaml) throws IOException {
		try (MappingIterator<HasMetadata> documents = MAPPER.readerFor(HasMetadata.class).readValues(yaml)) {
			return documents.readAll();
		}
	}

	/**
	 * The classes keep fields that they do not know; here they shall not.
	 */
	private static final class WithoutCatchAll extends BeanDeserializerModifier {

		@Override
		public BeanDeserializerBuilder updateBuilder(DeserializationConfig config, BeanDescription description,
				BeanDeserializerBuilder builder) {
			builder.setAnySetter(null);
			return builder;
		}

	}

}
