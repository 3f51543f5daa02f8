import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { AnyField } from "../../../shared/lib/fields.ts";
import { migrate } from "../../../shared/lib/migrate.ts";
import { RECORD_TYPES, registry, type RecordType } from "../../../shared/records/index.ts";

const frozen = new URL("../../frozen/", import.meta.url);
const fileName = (type: string): string => type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function readFrozen(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, frozen), "utf8"));
}

const shapes = readFrozen("shapes.json") as Record<string, string>;

function shapeOf(type: RecordType): string {
  return createHash("sha256")
    .update(JSON.stringify(z.toJSONSchema(registry[type].schema, { unrepresentable: "any" })))
    .digest("hex")
    .slice(0, 16);
}

describe.each(RECORD_TYPES)("%s", (type) => {
  const definition: (typeof registry)[RecordType] = registry[type];
  const fields: readonly AnyField[] = Object.values(definition.fields);

  it("has migrations without a gap up to its version", () => {
    const steps: readonly { readonly to: number }[] = definition.migrations;
    expect(steps.map(({ to }) => to)).toEqual([...Array(definition.version - 1).keys()].map((n) => n + 2));
  });

  it("brings the change of one field up to its version, as the judge of an old desk's changes needs", () => {
    for (let version = 1; version <= definition.version; version += 1) {
      expect(migrate(definition.migrations, version, {})).toBeTypeOf("object");
    }
  });

  it("still opens the filled-in example of every version there ever was", () => {
    for (let version = 1; version <= definition.version; version += 1) {
      const example = readFrozen(`${fileName(type)}.v${version}.json`) as Record<string, unknown>;
      const opened = migrate(definition.migrations, version, example);
      const parsed = definition.schema.safeParse(opened);
      expect(parsed.success ? [] : parsed.error.issues).toEqual([]);
      expect(parsed.data).toEqual(opened);
      if (version === definition.version)
        expect(Object.keys(example)).toEqual(Object.keys(definition.fields));
    }
  });

  it("changes its shape only together with its version", () => {
    expect({ [`${type}.v${definition.version}`]: shapeOf(type) }).toEqual({
      [`${type}.v${definition.version}`]: shapes[`${type}.v${definition.version}`],
    });
  });

  it("points only at record types that exist, and names its title and parent among its fields", () => {
    for (const field of fields) {
      if (field.refersTo !== undefined) expect(RECORD_TYPES).toContain(field.refersTo);
    }
    expect(Object.keys(definition.fields)).toContain(definition.title);
    const parent: string | undefined = definition.parent;
    if (parent !== undefined) expect(Object.keys(definition.fields)).toContain(parent);
  });

  it("has no two fields with one heading", () => {
    const labels = fields.flatMap(({ label }) => [label.zh, label.en]);
    const twice = labels.filter((label, at) => labels.indexOf(label) !== at && !/^[\w -]+$/.test(label));
    expect(twice).toEqual([]);
  });
});
