/** The schema of a unit when the unit is started. */
@NullMarked
package org.easymodel.contract.start;

import org.jspecify.annotations.NullMarked;
