package org.easymodel.engine;

/**
 * One value of a row as a statement writes it.
 *
 * @param text as the statement writes it
 * @param path as it was written
 * @param type its Java type
 * @param always whether no row is without it
 */
record Located(String text, String path, Class<?> type, boolean always) {}
