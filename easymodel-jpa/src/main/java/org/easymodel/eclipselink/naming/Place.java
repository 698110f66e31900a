package org.easymodel.eclipselink.naming;

/**
 * Where a mapping can write a name: at an attribute of a class, or at the class itself.
 *
 * @param type the class that has the attribute, itself or from a superclass
 * @param attribute the name of the attribute
 */
record Place(Class<?> type, String attribute) {}
