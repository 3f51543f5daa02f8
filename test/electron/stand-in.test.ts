import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { PartitionSession } from "../support/electron-stand-in/partition-session.ts";
import { implemented } from "../support/electron-stand-in/module.ts";
import { must } from "../../shared/lib/must.ts";

const file = new URL("../../node_modules/electron/electron.d.ts", import.meta.url);
const membersByType = readMembers(readFileSync(file, "utf8"));

/** What the stand-in needs for itself, and Playwright or a test may not count on. */
const OWN = new Set(["becomeReady", "settlePermissions", "watchDownloads", "ready", "targetId", "gone"]);
const OWN_STATICS = new Set(["all", "shown"]);
const OWN_OF_CONTENTS = new Set(["takeExpected", "askWindowOpen"]);

test.each([
  ["App", implemented.app],
  ["BrowserWindow", implemented.BrowserWindow.prototype],
  ["BrowserWindow", implemented.BrowserWindow],
  ["Dialog", implemented.dialog],
  ["IpcMain", implemented.ipcMain],
  ["Menu", implemented.Menu],
  ["Notification", implemented.Notification],
  ["Notification", implemented.Notification.prototype],
  ["Protocol", implemented.protocol],
  ["SafeStorage", implemented.safeStorage],
  ["Screen", implemented.screen],
  ["Session", implemented.session.defaultSession],
  ["Session", PartitionSession.prototype],
  ["Session", implemented.session],
  ["WebContents", implemented.webContents],
  ["WebContents", implemented.webContents.prototype],
] as const)("the stand-in's %s has no member that Electron's has not", (type, standIn) => {
  const real = must(membersByType.get(type), `${type} in electron.d.ts`);
  expect(inventedIn(standIn, real)).toEqual([]);
});

test("a member that Electron does not have would be noticed", () => {
  const real = must(membersByType.get("Dialog"), "Dialog in electron.d.ts");
  expect(inventedIn({ ...implemented.dialog, showFaxDialog: () => 0 }, real)).toEqual(["showFaxDialog"]);
});

test("a name that Electron's main process does not export is not in the stand-in", () => {
  const real = must(membersByType.get("Main"), "what the main process may import");
  expect(Object.keys(implemented).filter((name) => !real.has(name))).toEqual([]);
});

function inventedIn(standIn: object, real: ReadonlySet<string>): string[] {
  return membersOf(standIn).filter((name) => !real.has(name));
}

function membersOf(standIn: object): string[] {
  const isClass = typeof standIn === "function";
  const names = isClass ? Object.getOwnPropertyNames(standIn) : methodsOf(standIn);
  const ignored = isClass ? ["length", "name", "prototype", ...OWN_STATICS] : [...OWN, ...OWN_OF_CONTENTS];
  return names.filter((name) => !name.startsWith("_") && !ignored.includes(name));
}

/** Its own and its class's; what it has of Node's event emitter is Electron's too. */
function methodsOf(standIn: object): string[] {
  const parent = Object.getPrototypeOf(standIn) as object;
  const inherited = parent === Object.prototype ? [] : Object.getOwnPropertyNames(parent);
  return [...Object.getOwnPropertyNames(standIn), ...inherited].filter(
    (name) => name !== "constructor" && name !== "domain" && !(name in EventEmitter.prototype),
  );
}

/** The names of what each interface, class and namespace of Electron's types holds, its parents' included. */
function readMembers(source: string): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  const parents = new Map<string, string[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) {
      const type = node.name?.text ?? "";
      const own = members.get(type) ?? new Set<string>();
      for (const member of node.members) if (member.name !== undefined) own.add(member.name.getText());
      members.set(type, own);
      const heirs = node.heritageClauses?.flatMap((clause) =>
        clause.types.map((one) => one.expression.getText()),
      );
      if (!parents.has(type)) parents.set(type, heirs ?? []);
    }
    if (ts.isModuleDeclaration(node) && node.name.text === "Main") {
      members.set(
        "Main",
        new Set([...node.getText().matchAll(/(?:class|const) (\w+)/g)].map(([, name]) => name ?? "")),
      );
    } else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("electron.d.ts", source, ts.ScriptTarget.Latest, true));
  return new Map([...members].map(([type, own]) => [type, withParents(own, parents.get(type) ?? [])]));

  function withParents(own: ReadonlySet<string>, names: readonly string[]): Set<string> {
    const all = new Set(own);
    for (const name of names) {
      for (const member of withParents(members.get(name) ?? new Set(), parents.get(name) ?? []))
        all.add(member);
    }
    return all;
  }
}
