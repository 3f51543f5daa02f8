import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { PROTOCOL, SPOKEN, zHello, zPulled, zPush, zPushed, zRefusals } from "../../../shared/sync/wire.ts";

test("the protocol's name is the hash of its messages: whoever changes one gives it a new name", () => {
  const shapes = [zHello, zPush, zPushed, zPulled, zRefusals].map((schema) => z.toJSONSchema(schema));
  const hash = createHash("sha256").update(JSON.stringify(shapes)).digest("hex").slice(0, 12);
  expect(PROTOCOL).toBe(hash);
});

test("a service speaks its own protocol, and names it first", () => {
  expect(SPOKEN[0]).toBe(PROTOCOL);
});
