/**
 * Import of documents: preview, API and page, and the sets that come with the service.
 */
@NullMarked
package org.vivavoce.question.importing;

import org.jspecify.annotations.NullMarked;
