package org.easymodel.engine;

import org.easymodel.spi.Settings;

/** Settings that are whole numbers. */
record Numbers(Settings settings) {

    int read(String name, int least, int otherwise) {
        String text = settings.text(name).map(String::strip).orElse(String.valueOf(otherwise));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
            throw Problems.wrongSetting("easymodel." + name, least);
        }
        return Integer.parseInt(text);
    }
}
