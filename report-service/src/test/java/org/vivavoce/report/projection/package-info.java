@NullMarked
package org.vivavoce.report.projection;

import org.jspecify.annotations.NullMarked;
