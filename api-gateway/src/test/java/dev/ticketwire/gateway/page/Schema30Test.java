package dev.ticketwire.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Left the schema of 3.1, right what it is in 3.0. */
class Schema30Test {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {type: string}                                  | {type: string}
                    {type: [string]}                                | {type: string}
                    {type: [string, 'null'], description: D}        | {type: string, nullable: true, description: D}
                    {type: [array, 'null'], items: {const: 1}}      | {type: array, nullable: true, items: {enum: [1]}}
                    {type: array}                                   | {type: array, items: {}}
                    {type: [string, integer], description: D}       | {anyOf: [{type: string}, {type: integer}], description: D}
                    {type: [string, integer, 'null']}               | {anyOf: [{type: string, nullable: true}, {type: integer, nullable: true}]}
                    {type: [string, array], items: {type: string}, maxLength: 3} | {anyOf: [{type: string, maxLength: 3}, {type: array, items: {type: string}}]}
                    {const: accepted}                               | {enum: [accepted]}
                    {type: string, examples: [a, b]}                | {type: string, example: a}
                    {type: integer, exclusiveMinimum: 3}            | {type: integer, minimum: 3, exclusiveMinimum: true}
                    {type: integer, exclusiveMaximum: 3}            | {type: integer, maximum: 3, exclusiveMaximum: true}
                    {type: string, contentEncoding: base64}         | {type: string, format: byte}
                    {type: object, additionalProperties: true}      | {type: object, additionalProperties: true}
                    {type: object, additionalProperties: {type: [string, 'null']}} | {type: object, additionalProperties: {type: string, nullable: true}}
                    {type: object, propertyNames: {pattern: a}, dependentRequired: {a: [b]}} | {type: object}
                    {type: object, properties: {type: {const: x}, examples: true}} | {type: object, properties: {type: {enum: [x]}, examples: {}}}
                    {not: {const: x}}                               | {not: {enum: [x]}}
                    {$ref: '#/a'}                                   | {$ref: '#/a'}
                    {$ref: '#/a', description: D}                   | {allOf: [{$ref: '#/a'}], description: D}
                    {oneOf: [{$ref: '#/a'}], discriminator: {propertyName: op, mapping: {a: '#/a'}}} | {oneOf: [{$ref: '#/a'}], discriminator: {propertyName: op, mapping: {a: '#/a'}}}
                    {allOf: [{type: [string, 'null']}], default: {const: 1}} | {allOf: [{type: string, nullable: true}], default: {const: 1}}
                    true                                            | {}
                    false                                           | {not: {}}
                    """)
    void aSchemaTakesTheSameValues(String schema, String in30) {
        assertThat(Schema30.of(new Yaml().load(schema))).isEqualTo(new Yaml().<Map<String, Object>>load(in30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{prefixItems: [true]}",
                "{if: true}",
                "{properties: {a: {patternProperties: {b: true}}}}",
                "{oneOf: [{$ref: '#/a'}, {type: 'null'}]}",
                "{type: [string, integer], anyOf: [true]}"
            })
    void whatHasNoFormInOpenApi30IsNotDroppedInSilence(String schema) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema30.of(new Yaml().load(schema)))
                .withMessageContaining("OpenAPI 3.0");
    }

    @Test
    void whatItIsMadeOfStaysAsItWas() {
        Map<String, Object> schema = new Yaml().load("{$ref: '#/a', allOf: [{const: 1}], description: D}");
        String before = schema.toString();

        assertThat(Schema30.of(schema)).hasToString("{allOf=[{enum=[1]}, {$ref=#/a}], description=D}");
        assertThat(schema).hasToString(before);
    }
}
