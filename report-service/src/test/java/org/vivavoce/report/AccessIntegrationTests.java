package org.vivavoce.report;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import org.vivavoce.testing.ForgottenEndpoint;

import static org.assertj.core.api.Assertions.assertThat;

@ReportServiceTest
class AccessIntegrationTests {

	@LocalServerPort
	private int port;

	@Test
	void anEndpointThatNoRuleNamesIsClosed(@Autowired RequestMappingHandlerMapping requestMappingHandlerMapping) {
		assertThat(ForgottenEndpoint.answer(requestMappingHandlerMapping, this.port)).isEqualTo(HttpStatus.FORBIDDEN);
	}

}
