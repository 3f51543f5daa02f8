import { expect, test } from "@playwright/test";
import { launchDesktop, runDesktop, STAND_IN, type Desktop } from "../support/desktop-app.ts";
import { ask, strangerAsks } from "../support/desktop-hosts.ts";

// Whether the stand-in would let pass what Electron would not: the built program is broken, and it must show.
test.describe("a program broken on purpose is noticed", () => {
  const noticing = [
    {
      what: "a channel without a handler",
      breakMain: (source: string) =>
        source.replace(
          "for (const channel of CHANNELS) openChannel",
          "for (const channel of CHANNELS.slice(0, 3)) openChannel",
        ),
      ask: (desk: Desktop) => ask(desk.page, "appInfo", {}),
      is: { error: expect.stringContaining("No handler registered for 'appInfo'") as unknown },
    },
    {
      what: "a door that does not look who asks",
      breakMain: (source: string) => source.replace("if (!isOurs(sender))", "if (false)"),
      ask: strangerAsks,
      is: { value: expect.objectContaining({ edition: "desktop" }) as unknown },
    },
    {
      what: "a page without its policy",
      breakMain: (source: string) => source.replace(`"content-security-policy": contentPolicy(nonce)`, ""),
      ask: (desk: Desktop) => desk.page.evaluate(() => Reflect.get(window, "inlineRan") as unknown),
      is: true,
    },
  ];
  for (const { what, breakMain, ask: askIt, is } of noticing) {
    test(what, async () => {
      const desk = await launchDesktop(STAND_IN, { breakMain });
      try {
        expect(await askIt(desk)).toEqual(is);
      } finally {
        await desk.close();
      }
    });
  }

  test("a window that shares its world with the page does not start", async () => {
    const breakMain = (source: string): string =>
      source.replace("contextIsolation: true", "contextIsolation: false");
    const { code, said } = await runDesktop(STAND_IN, { breakMain });
    expect(code).not.toBe(0);
    expect(said).toContain("contextIsolation");
  });
});
