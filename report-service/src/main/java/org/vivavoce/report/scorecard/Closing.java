package org.vivavoce.report.scorecard;

import org.vivavoce.contracts.InterviewOutcome;

/**
 * How an interview ended.
 */
record Closing(InterviewOutcome outcome) {

}
