# The images of all services, and of setup, the step before them. build/images builds all; by hand one of them:
#   docker build --build-arg SERVICE=ticket-query-service -t ticketwire/ticket-query-service .
# Without --build-context applications=FOLDER the first stage builds the applications, once for all images.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /source
COPY . .
ARG SOURCE_DATE_EPOCH=0
RUN --mount=type=cache,target=/root/.m2/repository,sharing=locked \
    --mount=type=secret,id=maven-settings,target=/root/.m2/settings.xml \
    build/lib/image-folders /applications build

FROM scratch AS applications
COPY --from=build /applications /

FROM eclipse-temurin:25-jre
ARG SERVICE
COPY --from=applications $SERVICE/dependencies/ /
COPY --from=applications $SERVICE/application/ /
WORKDIR /opt/ticketwire
ENV QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_MANAGEMENT_HOST=0.0.0.0 TZ=UTC
# A number, so that Kubernetes sees that it is not root.
USER 10001:10001
HEALTHCHECK --interval=10s --timeout=4s --start-period=300s --start-interval=2s --retries=3 \
    CMD ["/opt/ticketwire/healthy"]
ENTRYPOINT ["java", "@/opt/ticketwire/jvm.options", "-jar", "/opt/ticketwire/run.jar"]
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="ticketwire/$SERVICE" \
      org.opencontainers.image.description="Ticketwire, an event-driven API for the tickets of osTicket" \
      org.opencontainers.image.vendor="Ticketwire" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
