/**
 * The pages, as people use them.
 */
@NullMarked
package org.vivavoce.system.browser;

import org.jspecify.annotations.NullMarked;
