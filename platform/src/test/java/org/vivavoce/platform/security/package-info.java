@NullMarked
package org.vivavoce.platform.security;

import org.jspecify.annotations.NullMarked;
