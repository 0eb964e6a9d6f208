@NullMarked
package org.vivavoce.report.page;

import org.jspecify.annotations.NullMarked;
