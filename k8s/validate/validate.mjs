// Validates custom resources strictly: node validate.mjs DOCUMENTS.json, an array of {id, document}. Prints an array of
// {id, problem}. Two passes, because neither sees everything: the JSON Schemas of the CRDs know formats and limits, and
// the TypeScript types refuse unknown fields, which the schemas let pass.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import ts from "typescript";

const PACKAGES = {
  "kafka.strimzi.io": "@kubernetes-models/strimzi-kafka-operator",
  "keda.sh": "@kubernetes-models/keda",
  "monitoring.coreos.com": "@kubernetes-models/prometheus-operator",
  "gateway.networking.k8s.io": "@kubernetes-models/gateway-api",
};
const FOLDER = "documents";

const documents = JSON.parse(readFileSync(process.argv[2], "utf8"));
const problems = [];
const say = (id, problem) => problems.push({ id, problem });

function moduleOf({ apiVersion }) {
  const name = PACKAGES[apiVersion.split("/")[0]];
  if (!name) throw new Error(`no types for ${apiVersion}`);
  return `${name}/${apiVersion}`;
}

async function checkSchema({ id, document }) {
  try {
    const models = await import(moduleOf(document));
    if (!models[document.kind]) throw new Error(`no kind ${document.kind} in ${document.apiVersion}`);
    new models[document.kind](document).validate();
    return true;
  } catch (error) {
    say(id, error.message);
    return false;
  }
}

function writeTypeScript({ document }, index) {
  const file = `${FOLDER}/document${index}.ts`;
  const type = `I${document.kind}`;
  const text = JSON.stringify(document, null, 1);
  writeFileSync(
    file,
    `import type { ${type} } from "${moduleOf(document)}";\nexport const document: ${type} = ${text};\n`,
  );
  return file;
}

function checkTypes(entries) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  const ids = new Map(entries.map((entry, index) => [writeTypeScript(entry, index), entry.id]));
  const program = ts.createProgram([...ids.keys()], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
    const id = [...ids].find(([file]) => diagnostic.file?.fileName.endsWith(file))?.[1];
    say(id ?? "all documents", `TS${diagnostic.code}: ${text}`);
  }
}

const known = [];
for (const entry of documents) {
  if (await checkSchema(entry)) known.push(entry);
}
checkTypes(known);
console.log(JSON.stringify(problems));
