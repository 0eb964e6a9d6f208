/**
 * Looking around in the hub: search, sets and questions, as API and as pages.
 */
@NullMarked
package org.vivavoce.question.browse;

import org.jspecify.annotations.NullMarked;
