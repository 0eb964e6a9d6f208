@NullMarked
package org.vivavoce.report;

import org.jspecify.annotations.NullMarked;
