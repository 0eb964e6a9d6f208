@NullMarked
package org.vivavoce.benchmarks;

import org.jspecify.annotations.NullMarked;
