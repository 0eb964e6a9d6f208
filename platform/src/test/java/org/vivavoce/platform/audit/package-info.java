@NullMarked
package org.vivavoce.platform.audit;

import org.jspecify.annotations.NullMarked;
