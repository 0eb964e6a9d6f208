package org.vivavoce.report.deadletter.page;

/**
 * A line of a record on a page.
 *
 * @param faulty whether it is at fault
 * @param absent whether it stands for something that is missing
 */
record Line(String text, boolean faulty, boolean absent) {

}
