package dev.ticketwire.gateway.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.DeleteTicket;
import dev.ticketwire.contract.command.LinkTicket;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.command.RefuseItem;
import dev.ticketwire.contract.command.UpdateTicket;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.body.ShortPathBody;
import dev.ticketwire.gateway.command.TestCommands;
import dev.ticketwire.osticket.reference.ApiKey;
import dev.ticketwire.osticket.reference.KeySettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkItemReaderTest {
    private static final Set<String> ALL =
            Set.of("can_create_tickets", "can_update_tickets", "can_delete_tickets", "can_manage_subtickets");

    private final BulkItemReader reader = new BulkItemReader(TestCommands.reader());

    @Test
    void anOperationIsTheCommandOfItsOwnRequest() {
        OpenTicket create =
                (OpenTicket) read("{'op':'create','data':{'subject':'s','externalId':'A-1','severity':'x'}}");

        assertThat(create.content().subject()).isEqualTo("s");
        assertThat(create.externalId()).isEqualTo("A-1");
        assertThat(create.origin().ip()).isEqualTo("192.0.2.7");
        assertThat(create.fields()).containsOnlyKeys("severity");
        UpdateTicket update = (UpdateTicket) read("{'op':'update','number':'BUG-0001','data':{'staffId':null}}");
        assertThat(update.ticket()).isEqualTo("BUG-0001");
        assertThat(update.emptied()).containsExactly("staffId");
        assertThat(read("{'op':'delete','number':100001}")).isEqualTo(new DeleteTicket("100001"));
        assertThat(read("{'op':'link','number':'2','parent':1}")).isEqualTo(new LinkTicket("2", "1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | invalid-value | ",
                "[] | invalid-value | ",
                "null | invalid-value | ",
                "{} | op-missing | op",
                "{'op':'merge'} | op-unknown | op",
                "{'op':7} | op-unknown | op",
                "{'op':'get','number':'1'} | op-unknown | op",
                "{'op':'delete','number':'1','data':{}} | unknown-field | data",
                "{'op':'delete'} | number-missing | number",
                "{'op':'delete','number':''} | number-missing | number",
                "{'op':'delete','number':true} | invalid-value | number",
                "{'op':'create'} | data-missing | data",
                "{'op':'create','data':[]} | invalid-value | data",
                "{'op':'create','data':{'format':'rtf'}} | format-unknown | format",
                "{'op':'create','data':{'externalId':''}} | invalid-value | externalId",
                "{'op':'create','data':{'attachments':[{},{},{},{}]}} | too-many-attachments | attachments",
                "{'op':'update','number':'1','data':{}} | data-missing | data",
                "{'op':'update','number':'1','data':{'statusId':true}} | invalid-value | statusId",
                "{'op':'link','number':'2'} | parent-missing | parent",
                "{'op':'link','number':'2','parent':'2'} | link-to-itself | number"
            })
    void whatItsOwnRequestWouldHaveBeenRefusedIsRefused(String operation, String code, String field) {
        Refusal refusal = refusal(read(operation));

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.status()).isBetween(400, 413);
    }

    @Test
    void everyOperationNeedsItsOwnPermission() {
        Set<String> reads = Set.of("can_read_tickets", "can_create_tickets");

        assertThat(read("{'op':'create','data':{}}", reads)).isInstanceOf(OpenTicket.class);
        assertThat(read("{'op':'delete','number':'1'}", reads))
                .isEqualTo(new RefuseItem(
                        new Refusal("permission-denied", 403, "API key not authorized to delete tickets", null)));
        assertThat(refusal(read("{'op':'link','number':'1','parent':'2'}", reads))
                        .code())
                .isEqualTo("permission-denied");
    }

    @Test
    void anUnreadableLineIsARefusalOfItsOwn() {
        BulkOperations.ParsedOperation line = BulkOperations.parse(
                        "application/x-ndjson", "{oops".getBytes(StandardCharsets.UTF_8), 8)
                .get(0);

        Refusal refusal = refusal(reader.read(key(ALL), "192.0.2.7", line).command());

        assertThat(refusal.code()).isEqualTo("invalid-json");
        assertThat(refusal.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'op':'link','number':'1','parent':'2'} | childId=number",
                "{'op':'update','number':'1','data':{'status':'x','priority':'x'}}"
                        + " | priorityId=priority statusId=status",
                "{'op':'update','number':'1','data':{'statusId':'x','priorityId':'x'}} | ''",
                "{'op':'create','data':{'parentTicketId':'1','duedate':'x'}}"
                        + " | dueDate=duedate parentTicketNumber=parentTicketId"
            })
    void aRefusalOfAnOperationNamesTheMemberThatWasSent(String operation, String spellings) {
        Object value = ShortPathBody.json(operation.replace('\'', '"').getBytes(StandardCharsets.UTF_8), 8);

        assertThat(reader.read(key(ALL), "192.0.2.7", new BulkOperations.ParsedOperation(value, null))
                        .spellings())
                .hasToString(spellings);
    }

    private Command read(String operation) {
        return read(operation, ALL);
    }

    private Command read(String operation, Set<String> granted) {
        Object value = ShortPathBody.json(operation.replace('\'', '"').getBytes(StandardCharsets.UTF_8), 8);
        return reader.read(key(granted), "192.0.2.7", new BulkOperations.ParsedOperation(value, null))
                .command();
    }

    private static ApiKey key(Set<String> granted) {
        return new ApiKey(1, List.of(), List.of("0.0.0.0"), true, granted, KeySettings.NONE);
    }

    private static Refusal refusal(Command command) {
        return ((RefuseItem) command).refusal();
    }
}
