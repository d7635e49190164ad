// Starts the form, and reads and writes a record's YAML as `insats` does: every scalar is text, and the form's
// own fields, which are made from the record's schema, say what it is. YAML itself would take 0305 for a number.
"use strict";

const PREFERENCES = "sveltia-cms.prefs";
const EVERYTHING = "allt"; // what `omfattar` says in the place of a list

// Swedish from the start; a language that the editor chose stands.
// Esc does not leave a record: what is not saved would be lost.
if (localStorage.getItem(PREFERENCES) === null)
  localStorage.setItem(PREFERENCES, '{"locale":"sv","closeWithEscape":false}');
window.CMS_MANUAL_INIT = true;

const isMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isEmpty = (value) =>
  value === undefined || value === null || value === "" || (typeof value === "object" && !Object.keys(value).length);
const mapped = (value, change) =>
  Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(key, inner)]));
const withoutEmpty = (value) =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => !isEmpty(inner)));

// The form leaves out what is empty. Where a key takes something away from the public, nobody may lose it so.
function refuseEmpty(value, path) {
  if (isEmpty(value)) throw new Error(`${path} är tom. Fyll i den eller ta bort raden ur filen.`);
  if (typeof value === "object")
    Object.entries(value).forEach(([key, one]) => refuseEmpty(one, `${path}.${key}`));
}

function whole(value) {
  const digits = String(value).replaceAll(/[\s_]/g, "");
  return /^\d+$/.test(digits) ? Number(digits) : value;
}

const READ = { heltal: (value) => String(whole(value)), boolean: (value) => ({ true: true, ja: true, false: false, nej: false })[value] ?? value };
const WRITE = {
  heltal: whole,
  boolean: (value) => value || undefined, // what is not said is not so
  keyvalue: (value) => mapped(value, (_key, inner) => whole(inner)),
  string: (value) => String(value).trim(),
  // Ends with a line break, as editors' programs end a text of several lines.
  text: (value) => (String(value).includes("\n") ? `${String(value).trimEnd()}\n` : String(value).trim()),
};

// Goes through a record along the form's fields; what no field knows stays as it is.
function along(fields, record, by) {
  const known = Object.fromEntries(fields.map((field) => [field.name, field]));
  return withoutEmpty(mapped(record, (key, value) => (known[key] ? through(known[key], value, by) : value)));
}

function through(field, value, by) {
  if (Array.isArray(value)) {
    if (field.fields) return value.map((item) => (isMapping(item) ? along(field.fields, item, by) : item));
    return field.field ? value.map((item) => through(field.field, item, by)) : value;
  }
  if (isMapping(value) && field.fields) return along(field.fields, value, by);
  const change = by[field.heltal ? "heltal" : field.widget];
  return change && isMapping(value) === (field.widget === "keyvalue") ? change(value) : value;
}

function withSecrecy(record, change) {
  if (!Array.isArray(record.sekretess)) return record;
  const changed = (one) => (isMapping(one) && one.omfattar ? { ...one, omfattar: change(one.omfattar) } : one);
  return { ...record, sekretess: record.sekretess.map(changed) };
}

function read(text, fields) {
  const record = jsyaml.load(text, { schema: jsyaml.FAILSAFE_SCHEMA });
  if (!isMapping(record)) throw new Error("Filen är ingen post.");
  refuseEmpty(record, "Filen");
  return along(fields, withSecrecy(record, (covers) => [covers].flat()), READ);
}

function write(record, fields) {
  const plain = withSecrecy(record, (covers) => (covers.includes(EVERYTHING) ? EVERYTHING : covers));
  return jsyaml.dump(along(fields, plain, WRITE), { schema: jsyaml.CORE_SCHEMA, lineWidth: 100, noRefs: true });
}

addEventListener("DOMContentLoaded", async () => {
  const config = await (await fetch("config.json")).json();
  const [{ fields }] = config.collections;
  CMS.registerCustomFormat("insats", "yml", {
    fromFile: (text) => read(text, fields),
    toFile: (record) => write(record, fields),
  });
  CMS.init({ config });
});
