package org.vivavoce.browser;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One browser for all tests of a JVM; people of their own for each test, who leave when
 * it ends.
 */
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

	private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

	private static final AtomicBoolean SAID = new AtomicBoolean();

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (Chromium.find().isPresent()) {
			return ConditionEvaluationResult.enabled("There is a browser");
		}
		String missing = "Browser tests are skipped: " + Chromium.HOW_TO_GET_ONE;
		if (required()) {
			throw new IllegalStateException("A browser is required: " + Chromium.HOW_TO_GET_ONE);
		}
		if (SAID.compareAndSet(false, true)) {
			System.out.println(missing);
		}
		return ConditionEvaluationResult.disabled(missing);
	}

	private static boolean required() {
		return "required".equals(System.getProperty("vivavoce.browser", System.getenv("VIVAVOCE_BROWSER")));
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == People.class;
	}

	@Override
	public People resolveParameter(ParameterContext parameter, ExtensionContext context) {
		RunningBrowser running = context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(RunningBrowser.class, (type) -> new RunningBrowser(), RunningBrowser.class);
		return context.getStore(NAMESPACE)
			.computeIfAbsent(People.class, (type) -> new People(running.browser()), People.class);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		People people = context.getStore(NAMESPACE).get(People.class, People.class);
		if (people != null) {
			people.leave(context.getExecutionException().isPresent() ? nameOf(context) : null);
		}
	}

	private static String nameOf(ExtensionContext context) {
		return context.getRequiredTestClass().getSimpleName() + " " + context.getRequiredTestMethod().getName() + " "
				+ context.getDisplayName();
	}

}
