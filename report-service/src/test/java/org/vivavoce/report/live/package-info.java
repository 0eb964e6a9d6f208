@NullMarked
package org.vivavoce.report.live;

import org.jspecify.annotations.NullMarked;
