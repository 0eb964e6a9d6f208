@NullMarked
package org.vivavoce.platform.outbox;

import org.jspecify.annotations.NullMarked;
