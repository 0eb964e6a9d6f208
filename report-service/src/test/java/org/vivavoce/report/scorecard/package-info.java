@NullMarked
package org.vivavoce.report.scorecard;

import org.jspecify.annotations.NullMarked;
