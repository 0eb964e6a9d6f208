@NullMarked
package org.vivavoce.platform.reconciliation;

import org.jspecify.annotations.NullMarked;
