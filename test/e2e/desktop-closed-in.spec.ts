import { expect } from "@playwright/test";
import type { DesktopApi } from "../../shared/desktop/contract.ts";
import { launchDesktop } from "../support/desktop-app.ts";
import { ask, desktopHosts, desktopTest, strangerAsks } from "../support/desktop-hosts.ts";

/** What the window and a page in it cannot do: the security checklist, item by item. */
for (const host of desktopHosts) {
  const test = desktopTest(host);

  test.describe(`closed in on ${host.name}`, () => {
    test.describe.configure({ mode: "serial" });

    test("opens one window whose own modules run, without Node and with nothing but the contract", async ({
      desk,
    }) => {
      const seen = await desk.page.evaluate(() => ({
        moduleRan: window.trial.moduleRan,
        node: [
          typeof Reflect.get(window, "require"),
          typeof Reflect.get(window, "process"),
          typeof Reflect.get(window, "module"),
        ],
        electron: [typeof Reflect.get(window, "ipcRenderer"), typeof Reflect.get(window, "electron")],
        channels: Object.keys(Reflect.get(window, "desktop") as object),
        isSecure: isSecureContext,
      }));
      expect(seen).toEqual({
        moduleRan: true,
        node: ["undefined", "undefined", "undefined"],
        electron: ["undefined", "undefined"],
        channels: [
          "saveFile",
          "openFiles",
          "growBegin",
          "growMore",
          "growEnd",
          "print",
          "makePdf",
          "notify",
          "keepSecret",
          "readSecret",
          "journalState",
          "journalAppend",
          "journalRead",
          "journalSnapshot",
          "journalVerify",
          "journalHasBlobs",
          "journalKeepBlob",
          "journalReadBlob",
          "serviceState",
          "serviceConnect",
          "serviceLeave",
          "serviceCall",
          "serviceRead",
          "serviceAbort",
          "appInfo",
        ],
        isSecure: true,
      });
      expect(desk.app.windows()).toHaveLength(1);
    });

    test("a page that tampers with its own world does not reach the program's", async ({ desk }) => {
      const result = await desk.page.evaluate(async () => {
        const host = Reflect.get(window, "desktop") as DesktopApi;
        const overwritten = Reflect.set(window, "desktop", {}) || Reflect.set(host, "appInfo", () => "mine");
        Reflect.set(Object.prototype, "edition", "polluted");
        const info = await host.appInfo({});
        Reflect.deleteProperty(Object.prototype, "edition");
        return { overwritten, edition: info.edition };
      });
      expect(result).toEqual({ overwritten: false, edition: "desktop" });
    });

    test("a question that the contract does not know is refused before it leaves the window", async ({
      desk,
    }) => {
      for (const [channel, input] of [
        ["saveFile", { suggestedName: "../../x", kind: "any", bytes: [1] }],
        ["openFiles", { kind: "any", multiple: true, path: "/etc/passwd" }],
        ["keepSecret", { name: "../x", value: "x" }],
        ["appInfo", null],
      ] as const) {
        expect(await ask(desk.page, channel, input)).toEqual({ error: "desktop:malformed" });
      }
    });

    test("serves its own files and nothing beside them", async ({ desk }) => {
      const answers = await desk.page.evaluate(async () => {
        const statusOf = async (path: string): Promise<number | string> =>
          fetch(location.origin + path).then(
            ({ status }) => status,
            () => "failed",
          );
        const paths = ["/page.js", "/none.js", "/../electron/main.cjs", "/%2e%2e/electron/main.cjs"];
        const odd = ["/..%2felectron%2fmain.cjs", "/..%5celectron%5cmain.cjs", "/index.html%00.js", "/.env"];
        const statuses = [];
        for (const path of [...paths, ...odd]) statuses.push(await statusOf(path));
        return statuses;
      });
      expect(answers).toEqual([200, 404, 404, 404, 403, 403, 403, 403]);
    });

    test("no other origin can be read, ours or the network's", async ({ desk }) => {
      const failures = await desk.page.evaluate(async () => {
        const other = location.origin.replace("main", "other");
        const addresses = [
          `${other}/page.js`,
          "https://example.com/",
          "http://127.0.0.1:9/",
          "file:///etc/passwd",
        ];
        const all = addresses.map((address) =>
          fetch(address).then(
            () => "read",
            () => "failed",
          ),
        );
        return Promise.all(all);
      });
      expect(failures).toEqual(["failed", "failed", "failed", "failed"]);
    });

    test("neither inline scripts nor code made from text run", async ({ desk }) => {
      const seen = await desk.page.evaluate(async () => {
        // `evaluate` itself is exempt from the policy; what a timer calls is not.
        const evaluated = await new Promise((done) => {
          setTimeout(() => {
            try {
              done(Reflect.get(window, "eval")("1 + 1"));
            } catch (error) {
              done(error instanceof Error ? error.name : "thrown");
            }
          });
        });
        document.body.insertAdjacentHTML("beforeend", `<img src="x" onerror="globalThis.probe = 'ran'">`);
        const script = document.createElement("script");
        script.textContent = "globalThis.probe = 'ran'";
        document.body.append(script);
        await new Promise((done) => setTimeout(done, 300));
        return {
          evaluated,
          probe: Reflect.get(window, "probe") as unknown,
          inline: Reflect.get(window, "inlineRan") as unknown,
        };
      });
      expect(seen).toEqual({ evaluated: "EvalError", probe: undefined, inline: undefined });
      expect(await desk.page.evaluate(() => window.trial.violations)).toEqual(
        expect.arrayContaining(["script-src-attr", "script-src-elem"]),
      );
    });

    test("stays on its page and opens no other window", async ({ desk }) => {
      const before = desk.page.url();
      for (const attempt of [
        () => void window.open("https://example.com/"),
        () => (location.href = "https://example.com/"),
        () => (location.href = location.origin.replace("main", "other")),
        () => {
          const link = Object.assign(document.createElement("a"), {
            href: "https://example.com/",
            target: "_blank",
          });
          document.body.append(link);
          link.click();
        },
        () => {
          const frame = Object.assign(document.createElement("iframe"), { src: "https://example.com/" });
          document.body.append(frame);
        },
      ]) {
        await desk.page.evaluate(attempt);
      }
      await expect.poll(() => desk.app.windows().length).toBe(1);
      await desk.page.waitForTimeout(300);
      expect(desk.page.url()).toBe(before);
      expect(await desk.page.evaluate(() => window.trial.moduleRan)).toBe(true);
    });

    test("is asked for camera, place and files, and refuses", async ({ desk }) => {
      const states = await desk.page.evaluate(async () => {
        const query = async (name: string): Promise<string> =>
          (await navigator.permissions.query({ name: name as PermissionName })).state;
        return Promise.all(["geolocation", "camera", "microphone", "clipboard-read"].map(query));
      });
      expect(states.filter((state) => state === "granted")).toEqual([]);
      const place = await desk.page.evaluate(
        () =>
          new Promise((done) => {
            navigator.geolocation.getCurrentPosition(
              () => done("found"),
              (error) => done(error.code),
              { timeout: 3000 },
            );
          }),
      );
      expect(place).toBe(1);
    });

    test("answers no page but its own, even one that main itself were made to load", async () => {
      const desk = await launchDesktop(host);
      try {
        expect(await strangerAsks(desk)).toEqual({ error: "desktop:refused" });
      } finally {
        await desk.close();
      }
    });
  });
}
