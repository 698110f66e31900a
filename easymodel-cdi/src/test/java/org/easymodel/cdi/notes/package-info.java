/** Entities of the tests. */
@NullMarked
package org.easymodel.cdi.notes;

import org.jspecify.annotations.NullMarked;
