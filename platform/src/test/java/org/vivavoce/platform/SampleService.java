package org.vivavoce.platform;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.platform.projection.Projection;
import org.vivavoce.platform.security.AccessRule;
import org.vivavoce.platform.security.AccessRules;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.platform.web.Idempotency;

/**
 * A service with one aggregate and one projection, to test the platform on.
 */
@SpringBootApplication
public class SampleService {

	public record Tally(List<String> entries) {

		Tally with(String entry) {
			Set<String> all = new TreeSet<>(this.entries);
			return all.add(entry) ? new Tally(List.copyOf(all)) : this;
		}

	}

	@Bean
	AccessRules sampleAccess() {
		return AccessRules.of(AccessRule.scope(Scopes.REPORTS_READ, HttpMethod.GET, "/limited"),
				AccessRule.signedIn(HttpMethod.GET, "/me", "/fails", "/api/v1/samples"),
				AccessRule.signedIn(HttpMethod.POST, "/bodies", "/large", "/tallies/{id}/{entry}"));
	}

	@Bean
	AggregateStore<Tally> written(AggregateStores stores) {
		return stores.create("written", Tally.class);
	}

	@Bean
	Folded folded(AggregateStores stores) {
		return new Folded(stores.create("folded", Tally.class));
	}

	public static final class Folded implements Projection<Tally> {

		final AggregateStore<Tally> store;

		public final ConcurrentLinkedQueue<String> touched = new ConcurrentLinkedQueue<>();

		/** What befalls it. */
		public volatile @Nullable Throwable fails;

		Folded(AggregateStore<Tally> store) {
			this.store = store;
		}

		@Override
		public String name() {
			return "sample";
		}

		@Override
		public Set<EventType> consumes() {
			return Set.of(EventType.INTERVIEW_CLOSED);
		}

		@Override
		public AggregateStore<Tally> store() {
			return this.store;
		}

		@Override
		public boolean isOnlyWriter() {
			return true;
		}

		@Override
		public Tally apply(@Nullable Tally state, Envelope envelope) {
			if (envelope.event().subject().startsWith("impossible")) {
				throw new IllegalArgumentException("this is impossible");
			}
			return ((state != null) ? state : new Tally(List.of())).with(envelope.event().subject());
		}

		@Override
		public boolean deadLetters() {
			if (this.fails instanceof Error error) {
				throw error;
			}
			return true;
		}

		@Override
		public Mono<Void> written(Collection<Stored<Tally>> stored) {
			if (this.fails instanceof RuntimeException ex) {
				throw ex;
			}
			if (stored.stream().anyMatch((each) -> each.id().startsWith("c-faulty"))) {
				throw new IllegalArgumentException("this one cannot be handed on");
			}
			stored.forEach((each) -> this.touched.add(each.id()));
			return Mono.empty();
		}

	}

	record Body(@NotNull @Size(max = 5) String text, int number) {

	}

	@RestController
	static final class Controller {

		private final AggregateStore<Tally> written;

		private final Idempotency idempotency;

		Controller(AggregateStore<Tally> written, Idempotency idempotency) {
			this.written = written;
			this.idempotency = idempotency;
		}

		@GetMapping("/me")
		Mono<String> me(Caller caller) {
			return Mono.just(caller.id() + " " + new TreeSet<>(caller.scopes()));
		}

		@GetMapping("/api/v1/samples")
		Mono<String> samples(@RequestParam(required = false) @Nullable Integer limit,
				@RequestParam(required = false) @Nullable Instant since,
				@RequestParam(required = false) @Nullable Double least,
				@RequestParam(required = false) @Nullable String text) {
			return Mono.just("samples");
		}

		@GetMapping("/limited")
		Mono<String> limited(@RequestParam int number) {
			return Mono.just("number " + number);
		}

		/**
		 * No rule names it.
		 */
		@GetMapping("/forgotten")
		Mono<String> forgotten() {
			return Mono.just("open");
		}

		@GetMapping("/fails")
		Mono<String> fails() {
			return Mono.error(new IllegalStateException("secret detail"));
		}

		@PostMapping("/bodies")
		Mono<ResponseEntity<Object>> create(Caller caller, @Valid @RequestBody Body body,
				@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
			return this.idempotency.once(caller, "create", key, body,
					() -> Mono.just(ResponseEntity.status(201).eTag("\"1\"").body(List.of(body, Math.random()))));
		}

		@PostMapping("/large")
		Mono<Integer> large(@RequestBody Mono<byte[]> body) {
			return body.map((bytes) -> bytes.length);
		}

		@PostMapping("/tallies/{id}/{entry}")
		Mono<Integer> add(@PathVariable String id, @PathVariable String entry) {
			return this.written.change(id, (current) -> {
				Tally tally = current.orElse(new Tally(List.of())).with(entry);
				return Decision.write(tally, new InterviewClosed(entry, id, InterviewOutcome.COMPLETED,
						Instant.parse("2026-05-04T08:00:00Z")), tally.entries().size());
			});
		}

	}

}
