package org.easymodel.cdi.notes;

/** A class that is no entity. */
public class Stranger {}
