/**
 * report-service: its start, and the settings that turn into scoring rules and stores.
 */
@NullMarked
package org.vivavoce.report;

import org.jspecify.annotations.NullMarked;
