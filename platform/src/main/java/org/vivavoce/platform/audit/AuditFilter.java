package org.vivavoce.platform.audit;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import org.vivavoce.platform.problem.ProblemWriter;
import org.vivavoce.platform.security.Caller;

/**
 * Writes the audit log. The line before a change is stored before anything is done: while
 * the store is away, nothing is. The line with the answer is stored before the client
 * gets it; should that fail, the service's log has it.
 */
final class AuditFilter implements WebFilter {

	private static final Log logger = LogFactory.getLog(AuditFilter.class);

	private static final String ASKED = AuditFilter.class.getName();

	private static final int LONGEST = 500;

	private final AuditLog log;

	private final RefusalLimit refusals;

	private final MeterRegistry meters;

	private final Clock clock;

	AuditFilter(AuditLog log, RefusalLimit refusals, MeterRegistry meters, Clock clock) {
		this.log = log;
		this.refusals = refusals;
		this.meters = meters;
		this.clock = clock;
	}

	/**
	 * Outside of everything: sees refusals of any filter.
	 */
	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		exchange.getResponse().beforeCommit(() -> answered(exchange));
		return chain.filter(exchange);
	}

	/**
	 * Behind the filters that know who calls: writes down what is going to be done.
	 */
	WebFilter beforeChanges() {
		return (exchange, chain) -> {
			ServerHttpRequest request = exchange.getRequest();
			if (!AuditPolicy.isAudited(request.getMethod().name(), request.getPath().value())) {
				return chain.filter(exchange);
			}
			return this.log.add(entry(exchange, AuditEntry.Phase.ASKED, null)).then(Mono.defer(() -> {
				exchange.getAttributes().put(ASKED, true);
				return chain.filter(exchange);
			}));
		};
	}

	private Mono<Void> answered(ServerWebExchange exchange) {
		HttpStatusCode answer = exchange.getResponse().getStatusCode();
		int status = (answer != null) ? answer.value() : 200;
		boolean asked = exchange.getAttributes().containsKey(ASKED);
		if (!asked && !AuditPolicy.isRefusal(status)) {
			return Mono.empty();
		}
		if (!asked && !this.refusals.admits(this.clock.instant())) {
			this.meters.counter("vivavoce.audit.refusals.unlisted").increment();
			return Mono.empty();
		}
		AuditEntry entry = entry(exchange, AuditEntry.Phase.ANSWERED, status);
		return this.log.add(entry).onErrorResume((ex) -> {
			logger.error("Not in the audit log, because " + ex.getMessage() + ": " + entry);
			return Mono.empty();
		});
	}

	private AuditEntry entry(ServerWebExchange exchange, AuditEntry.Phase phase, @Nullable Integer status) {
		ServerHttpRequest request = exchange.getRequest();
		Caller caller = exchange.getAttribute(Caller.ATTRIBUTE);
		String query = request.getURI().getRawQuery();
		return new AuditEntry(UUID.randomUUID().toString(), this.clock.instant().truncatedTo(ChronoUnit.MILLIS), phase,
				request.getId(), (caller != null) ? caller.id() : null, request.getMethod().name(),
				shorten(request.getURI().getRawPath() + ((query != null) ? "?" + query : "")), status, reason(exchange),
				from(request), shortened(request.getHeaders().getFirst(HttpHeaders.USER_AGENT)));
	}

	private static @Nullable String reason(ServerWebExchange exchange) {
		return shortened(exchange.getAttribute(ProblemWriter.REASON));
	}

	private static String from(ServerHttpRequest request) {
		InetSocketAddress client = request.getRemoteAddress();
		String address = (client != null && client.getAddress() != null) ? client.getAddress().getHostAddress()
				: "unknown";
		return shorten(Stream.concat(Stream.of(address), request.getHeaders().getOrEmpty("X-Forwarded-For").stream())
			.collect(Collectors.joining(", ")));
	}

	private static @Nullable String shortened(@Nullable String text) {
		return (text != null) ? shorten(text) : null;
	}

	private static String shorten(String text) {
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

}
