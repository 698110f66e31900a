/** Small models with the traps of real ones, and what the scanner makes of them. */
package org.easymodel.contract.scan.models;
