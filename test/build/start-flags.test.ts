import { expect, test } from "vitest";
import { readStartFlags } from "../../build/start-flags.ts";

test("without flags the product chooses its edition, its port and its folder, and opens itself", () => {
  const value = { edition: "auto", port: undefined, open: true, data: undefined };
  expect(readStartFlags([])).toEqual({ ok: true, value });
});

test("every flag is heard", () => {
  const value = { edition: "browser", port: 4200, open: false, data: "d" };
  expect(readStartFlags(["--browser", "--port", "4200", "--no-open", "--data", "d"])).toEqual({
    ok: true,
    value,
  });
  expect(readStartFlags(["--electron", "--port=4200"])).toMatchObject({
    value: { edition: "electron", port: 4200 },
  });
});

const wrong = [
  ["--bowser"],
  ["browser"],
  ["--browser", "--electron"],
  ["--port"],
  ["--port", "0"],
  ["--port", "65536"],
  ["--port", "0x10"],
  ["--port", "4e3"],
  ["--port", ""],
  ["--data"],
  ["--data", ""],
  ["--no-open=yes"],
];

test.each(wrong.map((argv) => [argv.join(" "), argv] as const))(
  "%s is refused with a sentence",
  (_name, argv) => {
    const flags = readStartFlags(argv);
    expect(flags.ok).toBe(false);
    if (!flags.ok) expect(flags.failure.length).toBeGreaterThan(5);
  },
);
