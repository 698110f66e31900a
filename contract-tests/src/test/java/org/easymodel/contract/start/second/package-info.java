/** The entities of the unit in its second version. */
@NullMarked
package org.easymodel.contract.start.second;

import org.jspecify.annotations.NullMarked;
