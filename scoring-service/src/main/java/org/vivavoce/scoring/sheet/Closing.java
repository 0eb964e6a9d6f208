package org.vivavoce.scoring.sheet;

import org.vivavoce.contracts.InterviewOutcome;

/**
 * How an interview ended; the stamp says when.
 */
record Closing(InterviewOutcome outcome, Stamp stamp) implements Stamped {

}
