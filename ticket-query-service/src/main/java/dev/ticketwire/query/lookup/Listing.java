package dev.ticketwire.query.lookup;

import dev.ticketwire.osticket.reference.Indexed;
import dev.ticketwire.rest.Form;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Rows of one kind as a list of objects: their order, and their members in the order in which they are named here. */
final class Listing<T> {
    private List<T> rows;
    private final List<BiConsumer<Form, T>> members = new ArrayList<>();

    /** @param order ties are decided by id */
    Listing(Indexed<T> rows, Comparator<T> order) {
        this.rows = rows.all().stream().sorted(order).toList();
    }

    /** Leaves out the others. */
    Listing<T> only(Predicate<T> shown) {
        rows = rows.stream().filter(shown).toList();
        return this;
    }

    /** As the database compares names, or nearly: by letters, whatever their case and accents. */
    static <T> Comparator<T> byName(Function<T, String> name) {
        return Comparator.comparing(row -> Normalizer.normalize(name.apply(row), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT));
    }

    Listing<T> number(String name, ToIntFunction<T> value) {
        return member(name, (form, row) -> form.number(value.applyAsInt(row)));
    }

    Listing<T> text(String name, Function<T, @Nullable String> value) {
        return member(name, (form, row) -> form.text(value.apply(row)));
    }

    Listing<T> flag(String name, Predicate<T> value) {
        return member(name, (form, row) -> form.flag(value.test(row)));
    }

    /** The id of another row; null if it is not set, or that row is gone. */
    Listing<T> relation(String name, Function<T, @Nullable Integer> id, Indexed<?> others) {
        return member(name, (form, row) -> {
            Integer other = id.apply(row);
            if (other == null || others.get(other) == null) {
                form.nothing();
            } else {
                form.number(other);
            }
        });
    }

    /** @param value writes one value */
    Listing<T> member(String name, BiConsumer<Form, T> value) {
        members.add((form, row) -> value.accept(form.name(name), row));
        return this;
    }

    Form write(Form form) {
        form.list();
        for (T row : rows) {
            form.object();
            members.forEach(member -> member.accept(form, row));
            form.end();
        }
        return form.end();
    }
}
