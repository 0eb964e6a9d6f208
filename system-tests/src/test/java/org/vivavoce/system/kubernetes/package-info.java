/**
 * The manifests for Kubernetes.
 */
@NullMarked
package org.vivavoce.system.kubernetes;

import org.jspecify.annotations.NullMarked;
