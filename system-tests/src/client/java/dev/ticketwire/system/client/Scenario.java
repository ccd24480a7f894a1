package dev.ticketwire.system.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.client.ApiClient;
import dev.ticketwire.client.ApiException;
import dev.ticketwire.client.ApiResponse;
import dev.ticketwire.client.api.AttachmentsApi;
import dev.ticketwire.client.api.LookUpsApi;
import dev.ticketwire.client.api.ManyWritesApi;
import dev.ticketwire.client.api.StatisticsApi;
import dev.ticketwire.client.api.SubticketsApi;
import dev.ticketwire.client.api.ThePluginsPathsApi;
import dev.ticketwire.client.api.TicketsApi;
import dev.ticketwire.client.api.TicketsApi.APIGetThreadRequest;
import dev.ticketwire.client.api.TicketsApi.APIListTicketsRequest;
import dev.ticketwire.client.api.TicketsApi.APISearchTicketsRequest;
import dev.ticketwire.client.model.Attachment;
import dev.ticketwire.client.model.Bulk;
import dev.ticketwire.client.model.BulkCreate;
import dev.ticketwire.client.model.BulkDelete;
import dev.ticketwire.client.model.BulkLink;
import dev.ticketwire.client.model.BulkOperation;
import dev.ticketwire.client.model.BulkOperationStatus;
import dev.ticketwire.client.model.BulkReceipt;
import dev.ticketwire.client.model.BulkUpdate;
import dev.ticketwire.client.model.Changes;
import dev.ticketwire.client.model.Child;
import dev.ticketwire.client.model.CommandStatus;
import dev.ticketwire.client.model.Entry;
import dev.ticketwire.client.model.FoundTicket;
import dev.ticketwire.client.model.ListedTicket;
import dev.ticketwire.client.model.NewTicket;
import dev.ticketwire.client.model.PluginChanges;
import dev.ticketwire.client.model.Problem;
import dev.ticketwire.client.model.Reply;
import dev.ticketwire.client.model.ReplyReference;
import dev.ticketwire.client.model.Ticket;
import dev.ticketwire.client.model.TicketReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * What a program does with the Java client that openapi-generator makes ({@code java}, library {@code native}). It is compiled
 * by {@code GeneratedClientsIT} against that client; pieces of it stand in {@code docs/clients.md}.
 */
public final class Scenario {
    private final ApiClient client = new ApiClient();
    private final String subject = "Gate " + UUID.randomUUID();

    private Scenario(String gateway, String key) {
        client.updateBaseUri(gateway);
        client.setRequestInterceptor(request -> request.header("X-API-Key", key));
    }

    /** @throws AssertionError at the first answer that is not as it should be */
    public static void run(String gateway, String key) throws Exception {
        Scenario scenario = new Scenario(gateway, key);
        scenario.ticketsLiveAndDie();
        scenario.filesGoUpAndDown();
        scenario.ticketsHangTogether();
        scenario.manyAreWrittenAtOnce();
        scenario.thingsAreLookedUpAndCounted();
        scenario.thePluginsPathsAnswer();
    }

    private void ticketsLiveAndDie() throws Exception {
        TicketsApi tickets = new TicketsApi(client);
        NewTicket request = new NewTicket()
                .name("Nina New")
                .email("nina@example.org")
                .subject(subject)
                .message("Stuck.")
                .dueDate("2031-05-01 12:00:00")
                .putAdditionalProperty("bike", "HB-1204");
        TicketReference created = tickets.createTicket(request, null, null);
        String number = created.getNumber();
        assertThat(created.getReceipt()).isNull();

        ApiResponse<Ticket> got = tickets.getTicketWithHttpInfo(number, null);
        assertThat(got.getData().getSubject()).isEqualTo(subject);
        assertThat(got.getData().getId()).isEqualTo(created.getId());
        assertThat(got.getData().getDuedate()).isEqualTo("2031-05-01 12:00:00");
        String tag = got.getHeaders().get("etag").get(0);

        tickets.updateTicket(number, new Changes().priority("High").note("Seen").dueDate(null), tag, null, null);
        Ticket changed = tickets.getTicket(number, null);
        assertThat(changed.getPriority()).isEqualTo("High");
        assertThat(changed.getDuedate()).isNull();

        ReplyReference reply = tickets.replyToTicket(
                number, new Reply().message("We are on our **way**.").staffId("mira"), null, null, null);
        List<Entry> thread = tickets.getThread(
                APIGetThreadRequest.newBuilder().number(number).order("newest").build());
        assertThat(thread)
                .extracting(Entry::getType)
                .containsExactly(Entry.TypeEnum.R, Entry.TypeEnum.N, Entry.TypeEnum.M);
        assertThat(thread.get(0).getId()).isEqualTo(reply.getEntryId());

        List<FoundTicket> found = tickets.searchTickets(
                APISearchTicketsRequest.newBuilder().query(subject).limit(5).build());
        assertThat(found).extracting(FoundTicket::getNumber).containsExactly(number);
        List<ListedTicket> listed = tickets.listTickets(APIListTicketsRequest.newBuilder()
                .state(List.of("open", "closed"))
                .requester("nina@example.org")
                .limit(1)
                .build());
        assertThat(listed).extracting(ListedTicket::getNumber).containsExactly(number);

        assertThat(tickets.deleteTicket(number, null, null, null)).isNull();
        ApiException refused = catchThrowableOfType(ApiException.class, () -> tickets.getTicket(number, null));
        Problem problem = client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        assertThat(refused.getCode()).isEqualTo(404);
        assertThat(problem.getCode()).isEqualTo("ticket-not-found");
    }

    private void filesGoUpAndDown() throws Exception {
        TicketsApi tickets = new TicketsApi(client);
        byte[] bytes = ("The gate of " + subject).getBytes(StandardCharsets.UTF_8);
        Attachment file = new Attachment()
                .name("gate.txt")
                .type("text/plain")
                .encoding("base64")
                .data(Base64.getEncoder().encodeToString(bytes));
        String number = tickets.createTicket(ticket().addAttachmentsItem(file), null, null)
                .getNumber();

        Long id = tickets.getTicket(number, null)
                .getThread()
                .get(0)
                .getAttachments()
                .get(0)
                .getFileId();

        AttachmentsApi attachments = new AttachmentsApi(client);
        assertThat(attachments.downloadAttachment(id).getContent()).isEqualTo(bytes);
        assertThat(Files.readAllBytes(
                        attachments.getAttachmentContent(id, null, null, null).toPath()))
                .isEqualTo(bytes);
    }

    private void ticketsHangTogether() throws Exception {
        SubticketsApi subtickets = new SubticketsApi(client);
        String parent = opened();
        String child = opened();

        assertThat(subtickets.getParent(child).getParent()).isNull();
        assertThat(subtickets
                        .linkTicket(parent, new Child().number(child), null, null, null)
                        .getParent()
                        .getNumber())
                .isEqualTo(parent);
        assertThat(subtickets.getParent(child).getParent().getNumber()).isEqualTo(parent);
        assertThat(subtickets.getChildren(parent).getChildren()).hasSize(1);
        assertThat(subtickets.unlinkTicket(child, null, null, null).getSuccess())
                .isTrue();
    }

    private void manyAreWrittenAtOnce() throws Exception {
        ManyWritesApi writes = new ManyWritesApi(client);
        String parent = opened();
        String child = opened();
        String gone = opened();
        Bulk bulk = new Bulk()
                .addOperationsItem(new BulkOperation(
                        new BulkCreate().op(BulkCreate.OpEnum.CREATE).data(ticket())))
                .addOperationsItem(new BulkOperation(new BulkUpdate()
                        .op(BulkUpdate.OpEnum.UPDATE)
                        .number(parent)
                        .data(new Changes().note("Seen"))))
                .addOperationsItem(new BulkOperation(
                        new BulkLink().op(BulkLink.OpEnum.LINK).number(child).parent(parent)))
                .addOperationsItem(new BulkOperation(
                        new BulkDelete().op(BulkDelete.OpEnum.DELETE).number(gone)))
                .addOperationsItem(new BulkOperation(
                        new BulkDelete().op(BulkDelete.OpEnum.DELETE).number("none-has-this")));
        BulkReceipt receipt = writes.writeMany(bulk, null);
        assertThat(receipt.getItems()).isEqualTo(5);

        CommandStatus done = await().until(
                        () -> writes.getCommand(receipt.getReceipt()),
                        status -> status.getStatus() == CommandStatus.StatusEnum.DONE);
        assertThat(done.getCounts().getApplied()).isEqualTo(4);
        assertThat(done.getOperations())
                .extracting(BulkOperationStatus::getStatus)
                .startsWith(BulkOperationStatus.StatusEnum.APPLIED)
                .endsWith(BulkOperationStatus.StatusEnum.REJECTED);
        assertThat(done.getOperations().get(4).getProblem().getCode()).isEqualTo("ticket-not-found");
        assertThat(new TicketsApi(client).getTicket(parent, null).getChildren()).hasSize(1);

        // A receipt instead of a number: nobody waits for the ticket.
        TicketReference accepted = new TicketsApi(client).createTicket(ticket(), null, "respond-async");
        assertThat(accepted.getNumber()).isNull();
        CommandStatus applied = await().until(
                        () -> writes.getCommand(accepted.getReceipt()),
                        status -> status.getStatus() != CommandStatus.StatusEnum.ACCEPTED);
        assertThat(applied.getStatus()).isEqualTo(CommandStatus.StatusEnum.APPLIED);
        assertThat(new TicketsApi(client).getTicket(applied.getNumber(), null).getSubject())
                .isEqualTo(subject);
    }

    private void thingsAreLookedUpAndCounted() throws Exception {
        LookUpsApi lookUps = new LookUpsApi(client);
        String noTag = null;
        assertThat(lookUps.listDepartments(noTag)).isNotEmpty().allMatch(department -> department.getPath() != null);
        assertThat(lookUps.listHelpTopics(noTag))
                .flatExtracting(topic -> topic.getFields())
                .anyMatch(field -> field.getName().equals("bike"));
        assertThat(lookUps.listPriorities(noTag)).isNotEmpty();
        assertThat(lookUps.listSlas(noTag)).isNotEmpty();
        assertThat(lookUps.listTeams(noTag)).isNotEmpty();
        assertThat(lookUps.listAgents(noTag))
                .anyMatch(agent -> agent.getUsername().equals("mira"));
        assertThat(lookUps.listStatuses()).anyMatch(status -> status.getName().equals("Open"));

        StatisticsApi statistics = new StatisticsApi(client);
        assertThat(statistics.getStatistics().getByDepartment()).isNotEmpty();
        assertThat(statistics.countTickets("source", null, null, null, null, null, null, null))
                .anyMatch(counts -> counts.getId().getActualInstance().equals("API") && counts.getTotal() > 0);
        assertThat(statistics.countTickets("department", null, null, null, null, null, null, null))
                .allMatch(counts -> counts.getId().getActualInstance() instanceof Integer);
        assertThat(statistics.countByDay(null, null, null, null, null, null)).isNotEmpty();
        assertThat(statistics.measureTimes("department", null, null, null, null, null, null))
                .isNotEmpty()
                .allMatch(times -> times.getFirstResponse().getTickets() >= 0);
    }

    private void thePluginsPathsAnswer() throws Exception {
        ThePluginsPathsApi plugin = new ThePluginsPathsApi(client);
        String number = plugin.pluginCreateTicket(ticket(), null, null);
        assertThat(plugin.pluginUpdateTicket(number, new PluginChanges().priorityId("3"), null, null, null))
                .isEqualTo(number);
        assertThat(plugin.pluginGetTicket(number).getPriorityId()).isEqualTo(3);
        assertThat(plugin.pluginSearchTickets(subject, null, null, null, null, null, null, null, null))
                .isNotEmpty();
        assertThat(plugin.pluginListStatuses()).isNotEmpty();
        assertThat(plugin.pluginDeleteTicket(number, null, null, null)).isEqualTo(number);
        ApiException refused = catchThrowableOfType(ApiException.class, () -> plugin.pluginGetTicket(number));
        assertThat(refused.getCode()).isEqualTo(404);
    }

    private NewTicket ticket() {
        return new NewTicket()
                .name("Nina New")
                .email("nina@example.org")
                .subject(subject)
                .message("Stuck.");
    }

    private String opened() throws ApiException {
        return new TicketsApi(client).createTicket(ticket(), null, null).getNumber();
    }
}
