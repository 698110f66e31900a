package org.easymodel.eclipselink.archive;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a class file says of the class itself, without loading it: its name and its annotations. Reads as much of the format as
 * that needs; of a newer version than it knows, too, as long as the constant pool holds no new kinds.
 *
 * @param name the name of the class, as {@link Class#getName()} gives it
 * @param annotations the names of the annotation types that are kept in the class file
 */
record ClassFile(String name, Set<String> annotations) {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int MODULE = 0x8000;

    /** Copies the annotations. */
    ClassFile {
        annotations = Set.copyOf(annotations);
    }

    /** The class; empty if the bytes are no class file that can be read, or describe a module. */
    static Optional<ClassFile> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return in.readInt() == MAGIC ? Optional.ofNullable(new Reader(in).read()) : Optional.empty();
        } catch (IOException | IndexOutOfBoundsException | ClassCastException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static final class Reader {

        private final DataInputStream in;
        private Object[] constants = {};

        Reader(DataInputStream in) {
            this.in = in;
        }

        @org.jspecify.annotations.Nullable
        ClassFile read() throws IOException {
            in.readInt();
            readConstants();
            int access = in.readUnsignedShort();
            int self = in.readUnsignedShort();
            if ((access & MODULE) != 0) {
                return null;
            }
            in.readUnsignedShort();
            skip(2 * in.readUnsignedShort());
            skipMembers();
            skipMembers();
            Set<String> annotations = new HashSet<>();
            int attributes = in.readUnsignedShort();
            for (int i = 0; i < attributes; i++) {
                String name = text(in.readUnsignedShort());
                int length = in.readInt();
                if (name.equals("RuntimeVisibleAnnotations")) {
                    readAnnotations(annotations);
                } else {
                    skip(length);
                }
            }
            return new ClassFile(text((Integer) constants[self]).replace('/', '.'), annotations);
        }

        /** Texts as String, classes as the Integer index of their name; nothing else is needed. */
        private void readConstants() throws IOException {
            constants = new Object[in.readUnsignedShort()];
            for (int i = 1; i < constants.length; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> constants[i] = in.readUTF();
                    case 7 -> constants[i] = in.readUnsignedShort();
                    case 8, 16, 19, 20 -> skip(2);
                    case 15 -> skip(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(4);
                    case 5, 6 -> {
                        skip(8);
                        i++;
                    }
                    default -> throw new IOException("Unknown constant " + tag);
                }
            }
        }

        private void skipMembers() throws IOException {
            int members = in.readUnsignedShort();
            for (int i = 0; i < members; i++) {
                skip(6);
                int attributes = in.readUnsignedShort();
                for (int j = 0; j < attributes; j++) {
                    skip(2);
                    skip(in.readInt());
                }
            }
        }

        private void readAnnotations(Set<String> names) throws IOException {
            int annotations = in.readUnsignedShort();
            for (int i = 0; i < annotations; i++) {
                String descriptor = readAnnotation();
                names.add(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'));
            }
        }

        private String readAnnotation() throws IOException {
            String descriptor = text(in.readUnsignedShort());
            int members = in.readUnsignedShort();
            for (int i = 0; i < members; i++) {
                skip(2);
                skipValue();
            }
            return descriptor;
        }

        private void skipValue() throws IOException {
            switch (in.readUnsignedByte()) {
                case 'e' -> skip(4);
                case '@' -> readAnnotation();
                case '[' -> {
                    int values = in.readUnsignedShort();
                    for (int i = 0; i < values; i++) {
                        skipValue();
                    }
                }
                default -> skip(2);
            }
        }

        private String text(int index) {
            return (String) constants[index];
        }

        private void skip(int bytes) throws IOException {
            if (bytes < 0) {
                throw new IOException("A length is negative");
            }
            in.skipNBytes(bytes);
        }
    }
}
