@NullMarked
package org.vivavoce.testing.query;

import org.jspecify.annotations.NullMarked;
