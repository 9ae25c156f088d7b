package org.customsgateway.console;

/** Something in the test drawer that is run by its name; {@link java.util.ServiceLoader} finds it. */
public interface Trial {

    String name();

    /** One line for {@code --help} and the heading. */
    String about();
}
