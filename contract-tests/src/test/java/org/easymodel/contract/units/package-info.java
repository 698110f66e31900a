/** Persistence units that tests make for themselves. */
package org.easymodel.contract.units;
