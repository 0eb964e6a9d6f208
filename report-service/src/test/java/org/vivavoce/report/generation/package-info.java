@NullMarked
package org.vivavoce.report.generation;

import org.jspecify.annotations.NullMarked;
