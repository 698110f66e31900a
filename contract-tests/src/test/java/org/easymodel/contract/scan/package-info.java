/** The scanner: what it describes and what it refuses. */
package org.easymodel.contract.scan;
