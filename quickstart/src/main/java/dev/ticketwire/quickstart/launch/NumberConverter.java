package dev.ticketwire.quickstart.launch;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes whole numbers within bounds, and names the bounds otherwise. */
public class NumberConverter implements ITypeConverter<Integer> {
    private final int least;
    private final int most;

    /** Both bounds are included. */
    protected NumberConverter(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public Integer convert(String text) {
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new TypeConversionException("'" + text + "' is not a number from %d to %d".formatted(least, most));
        }
        return number;
    }
}
