@NullMarked
package org.vivavoce.platform.server;

import org.jspecify.annotations.NullMarked;
