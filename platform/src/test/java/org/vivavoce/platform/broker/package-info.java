@NullMarked
package org.vivavoce.platform.broker;

import org.jspecify.annotations.NullMarked;
