package org.vivavoce.system.kubernetes;

import java.util.List;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The manifests, rendered, by the schemas of Kubernetes.
 */
class ManifestTests {

	private static final String[] PARTS = { "gateway", "question-service", "report-service", "scoring-service" };

	@BeforeAll
	static void requireRenderer() {
		boolean there = Overlay.renderer().isPresent();
		if (!there && "required".equals(System.getenv("VIVAVOCE_KUSTOMIZE"))) {
			throw new AssertionError("There is no kustomize, and no kubectl");
		}
		assumeTrue(there, "Manifests are not rendered: there is no kustomize, and no kubectl");
	}

	@Test
	void aFieldThatKubernetesDoesNotKnowIsAFault() {
		assertThatThrownBy(() -> StrictKubernetes.read("""
				apiVersion: v1
				kind: Service
				metadata: { name: x }
				spec: { porst: [] }
				""")).hasMessageContaining("porst");
	}

	@ParameterizedTest
	@ValueSource(strings = { "base", "small", "large" })
	void everyPartIsDeployedAndReachable(String name) throws Exception {
		Overlay overlay = Overlay.render(name);
		assertThat(overlay.all(Deployment.class)).extracting((each) -> each.getMetadata().getName())
			.containsExactlyInAnyOrder(PARTS);
		assertThat(overlay.all(PodDisruptionBudget.class)).hasSize(PARTS.length);
		assertThat(overlay.all(Service.class))
			.allSatisfy((service) -> assertThat(overlay.all(Deployment.class)).anyMatch((each) -> each.getSpec()
				.getTemplate()
				.getMetadata()
				.getLabels()
				.entrySet()
				.containsAll(service.getSpec().getSelector().entrySet())))
			.hasSize(PARTS.length);
		assertThat(overlay.all(Ingress.class)).singleElement()
			.satisfies((ingress) -> assertThat(ingress.getSpec().getTls()).isNotEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "base", "small", "large" })
	void podsRunWithoutPrivilegesAndAreProbed(String name) throws Exception {
		for (Deployment deployment : Overlay.render(name).all(Deployment.class)) {
			PodSpec pod = deployment.getSpec().getTemplate().getSpec();
			Container container = pod.getContainers().getFirst();
			assertThat(pod.getAutomountServiceAccountToken()).isFalse();
			assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
			assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
			assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
			assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
			assertThat(container.getResources().getLimits()).containsKey("memory");
			assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
			assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
			assertThat(container.getImage()).matches("vivavoce/" + deployment.getMetadata().getName() + ":.+");
		}
	}

	@Test
	void secretsAreReferredToAndNeverWritten() throws Exception {
		Overlay overlay = Overlay.render("large");
		assertThat(overlay.resources()).extracting(HasMetadata::getKind).doesNotContain("Secret");
		assertThat(environment(overlay)).filteredOn((each) -> each.getName().matches(".*(URI|JAAS_CONFIG)$"))
			.isNotEmpty()
			.allSatisfy((each) -> assertThat(each.getValueFrom().getSecretKeyRef().getName()).startsWith("vivavoce-"));
	}

	private static List<EnvVar> environment(Overlay overlay) {
		return overlay.all(Deployment.class)
			.stream()
			.flatMap((each) -> each.getSpec().getTemplate().getSpec().getContainers().stream())
			.flatMap((container) -> container.getEnv().stream())
			.toList();
	}

	@Test
	void inALargeClusterReadersGrowWithTheirLagUpToThePartitions() throws Exception {
		Overlay large = Overlay.render("large");
		assertThat(large.all(Deployment.class)).allMatch((each) -> each.getSpec().getReplicas() == null);
		assertThat(large.all(HorizontalPodAutoscaler.class)).extracting((each) -> each.getMetadata().getName())
			.containsExactlyInAnyOrder(PARTS);
		assertThat(large.all(HorizontalPodAutoscaler.class)).filteredOn(
				(each) -> Stream.of("report-service", "scoring-service").anyMatch(each.getMetadata().getName()::equals))
			.allSatisfy((each) -> {
				assertThat(each.getSpec().getMaxReplicas()).isEqualTo(12);
				assertThat(each.getSpec().getMetrics()).anyMatch((metric) -> "External".equals(metric.getType()));
			});
	}

	@Test
	void whatIsNotAllowedInTheNetworkIsDenied() throws Exception {
		assertThat(Overlay.render("base").all(NetworkPolicy.class))
			.filteredOn((each) -> each.getMetadata().getName().equals("deny-all"))
			.singleElement()
			.satisfies((each) -> assertThat(each.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress"));
	}

}
