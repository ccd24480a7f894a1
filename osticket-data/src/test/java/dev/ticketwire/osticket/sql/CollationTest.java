package dev.ticketwire.osticket.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollationTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "Nina@Example.ORG,nina@example.org,true",
                "Müller,MULLER,true",
                "a ,a,true",
                "a,b,false",
                " a,a,false"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void textsAreEqualWhereTheDatabaseTakesThemForEqual(String one, String other, boolean equal) {
        assertThat(Collation.key(one).equals(Collation.key(other))).isEqualTo(equal);
    }
}
