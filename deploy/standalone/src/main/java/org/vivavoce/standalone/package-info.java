/**
 * The whole pipeline in one JVM: broker, document store, the three services, a gateway.
 */
@NullMarked
package org.vivavoce.standalone;

import org.jspecify.annotations.NullMarked;
