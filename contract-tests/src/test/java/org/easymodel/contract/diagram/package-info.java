/**
 * The contract of diagrams: what they say is what the parsers of their languages read. May import: {@code diagram}, {@code
 * schema}, the scanner, PlantUML.
 */
package org.easymodel.contract.diagram;
