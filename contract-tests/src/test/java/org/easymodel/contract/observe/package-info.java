/** What a unit tells of its operations: observers, log, flight recorder, Micrometer, and the warnings. */
@NullMarked
package org.easymodel.contract.observe;

import org.jspecify.annotations.NullMarked;
