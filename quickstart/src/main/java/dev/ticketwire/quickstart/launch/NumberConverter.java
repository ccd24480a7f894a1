package dev.ticketwire.quickstart.launch;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Accepts whole numbers within bounds; the error message names the bounds. */
public class NumberConverter implements ITypeConverter<Integer> {
    private final int least;
    private final int most;

    /** Both bounds are inclusive. */
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
