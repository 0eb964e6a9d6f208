/**
 * The pages, as people use them.
 */
@NullMarked
package org.vivavoce.browser;

import org.jspecify.annotations.NullMarked;
