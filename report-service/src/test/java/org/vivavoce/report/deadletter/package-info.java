@NullMarked
package org.vivavoce.report.deadletter;

import org.jspecify.annotations.NullMarked;
