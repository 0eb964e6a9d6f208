package org.vivavoce.embedded;

import kafka.server.FaultHandlerFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.apache.kafka.server.fault.ProcessTerminatingFaultHandler;

/**
 * A broker that cannot start is its caller's affair. One that breaks while it runs ends
 * the process as Kafka's own does: nothing acknowledged is lost by that, and a restart
 * recovers, whereas a process without its broker would only look alive.
 */
final class BrokerFaults implements FaultHandlerFactory {

	private volatile boolean started;

	void started() {
		this.started = true;
	}

	@Override
	public FaultHandler build(String name, boolean fatal, Runnable action) {
		FaultHandler logging = new LoggingFaultHandler(name, action);
		if (!fatal) {
			return logging;
		}
		FaultHandler terminating = new ProcessTerminatingFaultHandler.Builder().setAction(action).build();
		return (message, cause) -> (this.started ? terminating : logging).handleFault(message, cause);
	}

}
