@NullMarked
package org.vivavoce.platform.problem;

import org.jspecify.annotations.NullMarked;
