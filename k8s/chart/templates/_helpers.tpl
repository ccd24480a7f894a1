{{/* What the services are; values say how many and how large. kafka: whether it talks to Kafka. scaled: by what. */}}
{{- define "ticketwire.services" -}}
api-gateway: {component: gateway, port: 8080, kafka: true, scaled: cpu}
ticket-command-service: {component: writer, port: 8081, kafka: true, scaled: lag}
ticket-query-service: {component: reader, port: 8082, scaled: cpu}
subticket-service: {component: reader, port: 8083, scaled: cpu}
stats-service: {component: reader, port: 8084, scaled: cpu}
event-service: {component: feed, port: 8085, kafka: true}
webhook-service: {component: delivery, port: 8086, kafka: true, scaled: cpu}
mail-service: {component: mail, port: 8087}
{{- end }}

{{/* Management addresses of all services: NAME=http://…,… */}}
{{- define "ticketwire.overview" -}}
{{- $all := list }}
{{- range list "api-gateway" "ticket-command-service" "ticket-query-service" "subticket-service" "stats-service" "event-service" "webhook-service" "mail-service" }}
{{- $service := index (include "ticketwire.services" $ | fromYaml) . }}
{{- $all = append $all (printf "%s=http://%s-management:%d" . . (add 1000 $service.port)) }}
{{- end }}
{{- join "," $all }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "ticketwire.part" -}}
app.kubernetes.io/part-of: ticketwire
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{/* Labels of the objects that change with the version. */}}
{{- define "ticketwire.labels" -}}
{{ include "ticketwire.part" . }}
app.kubernetes.io/version: {{ include "ticketwire.version" . | quote }}
{{- end }}

{{- define "ticketwire.version" -}}
{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{/* The image of a module. Takes a list: the root, the module. */}}
{{- define "ticketwire.image" -}}
{{- $root := index . 0 -}}
{{- with $root.Values.image.registry }}{{ . }}/{{ end }}ticketwire/{{ index . 1 }}:{{ include "ticketwire.version" $root }}
{{- end }}

{{/* Variables of all containers that are no secrets. */}}
{{- define "ticketwire.settings" -}}
JAVA_TOOL_OPTIONS: {{ .Values.javaOptions | quote }}
TICKETWIRE_DB_URL: {{ .Values.database.url | quote }}
TICKETWIRE_TABLE_PREFIX: {{ .Values.database.tablePrefix | quote }}
{{- with .Values.mail.smtpUrl }}
TICKETWIRE_MAIL_SMTP_URL: {{ . | quote }}
{{- end }}
{{- if .Values.mail.accountsOnly }}
TICKETWIRE_MAIL_ACCOUNTS_ONLY: "true"
{{- end }}
{{- if .Values.strimzi.enabled }}
KAFKA_BOOTSTRAP_SERVERS: ticketwire-kafka-bootstrap:9093
KAFKA_SECURITY_PROTOCOL: SASL_SSL
KAFKA_SASL_MECHANISM: SCRAM-SHA-512
{{- else }}
KAFKA_BOOTSTRAP_SERVERS: {{ .Values.kafka.bootstrapServers | quote }}
{{- range $name, $value := .Values.kafka.settings }}
{{ $name }}: {{ $value | quote }}
{{- end }}
{{- end }}
{{- if include "ticketwire.ca" . }}
KAFKA_SSL_TRUSTSTORE_TYPE: PEM
KAFKA_SSL_TRUSTSTORE_LOCATION: /etc/ticketwire/kafka/ca.crt
{{- end }}
{{- if .Values.tracing.enabled }}
QUARKUS_OTEL_SDK_DISABLED: "false"
QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT: {{ .Values.tracing.endpoint | quote }}
{{- end }}
{{- end }}

{{/* Secret with the certificate of Kafka's authority, or nothing. */}}
{{- define "ticketwire.ca" -}}
{{- if .Values.strimzi.enabled }}ticketwire-cluster-ca-cert{{ else }}{{ .Values.kafka.caSecret }}{{ end }}
{{- end }}

{{/* Secret with the credentials of a client of Kafka, or nothing. Takes a list: the root, the module. */}}
{{- define "ticketwire.credentials" -}}
{{- $root := index . 0 -}}
{{- if $root.Values.strimzi.enabled }}{{ if ne (index . 1) "setup" }}{{ index . 1 }}{{ end }}
{{- else }}{{ index $root.Values.kafka.credentials (index . 1) }}{{ end }}
{{- end }}

{{- define "ticketwire.secretVariable" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
{{- end }}

{{/* The variable with the credentials of a client of Kafka. */}}
{{- define "ticketwire.jaas" -}}
{{- with include "ticketwire.credentials" . }}
{{- include "ticketwire.secretVariable" (list "KAFKA_SASL_JAAS_CONFIG" . "sasl.jaas.config") }}
{{- end }}
{{- end }}

{{/* What every pod has, whatever runs in it. */}}
{{- define "ticketwire.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "ticketwire.securityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{- define "ticketwire.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}
